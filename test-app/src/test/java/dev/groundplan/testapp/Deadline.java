package dev.groundplan.testapp;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for a condition, and fails with its description when the time is over. */
final class Deadline {
    private Deadline() {}

    static void within(Duration time, String condition, Callable<Boolean> holds) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (holds.call()) {
                    return;
                }
                Thread.sleep(10);
            } catch (Exception broken) {
                throw new IllegalStateException(condition, broken);
            }
        }
        fail("not within %s: %s", time, condition);
    }
}
