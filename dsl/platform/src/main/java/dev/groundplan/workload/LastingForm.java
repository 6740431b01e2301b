package dev.groundplan.workload;

/**
 * What all forms of workload share whose pods run until they are replaced.
 *
 * @param <W> the form: each option returns a changed copy of it
 */
public abstract sealed class LastingForm<W extends LastingForm<W>> extends WorkloadForm<W>
        permits NodeAgent, StatefulWorkload, Workload {

    LastingForm(Pod pod) {
        super(pod);
    }

    /**
     * Returns this workload rolled, as for a new version, when a secret that it reads has changed: what a program needs that
     * reads its environment once. Renders to the annotation {@code secret.reloader.stakater.com/auto}, which
     * {@link dev.groundplan.controllers.Reloader Reloader} follows; without that controller the annotation is refused (K30).
     *
     * <p>A program that reads files anew needs no restart: see {@link #withEnvFile}.
     */
    public W restartedOnChange() {
        return changed(pod().with(new Restarting()));
    }
}
