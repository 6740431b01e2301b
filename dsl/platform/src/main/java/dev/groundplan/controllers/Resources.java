package dev.groundplan.controllers;

import dev.groundplan.charts.ChartValues;

/** What the pods of a controller are promised; more memory they don't get, more processor time they may have. */
final class Resources {

    private Resources() {}

    static ChartValues of(String cpu, String memory) {
        return ChartValues.chartValues()
                .with("requests.cpu", cpu)
                .with("requests.memory", memory)
                .with("limits.memory", memory);
    }
}
