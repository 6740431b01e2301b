package dev.groundplan.workload;

import dev.groundplan.values.Seconds;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpecBuilder;
import java.util.Optional;

/**
 * What the forms of workload have that run to an end. A pod that fails is kept, with its log, and another one tries.
 *
 * @param <W> the form
 */
public abstract sealed class JobForm<W extends JobForm<W>> extends WorkloadForm<W> permits OneTimeJob, ScheduledJob {

    private final Run run;

    /** How a run goes: how often it is tried again, and how long it may take. */
    record Run(int retries, Optional<Seconds> limit) {
        static final Run DEFAULT = new Run(3, Optional.empty());
    }

    JobForm(Pod pod, Run run) {
        super(pod);
        this.run = run;
    }

    abstract W changed(Run changed);

    /**
     * Returns this job trying so many times again when it fails; without this call 3; renders to {@code backoffLimit}.
     *
     * @param count 0 to 100
     */
    public W withRetries(int count) {
        if (count < 0 || count > 100) {
            throw new IllegalArgumentException(
                    "%d is no number of retries: it must lie between 0 and 100, as in withRetries(3)."
                            .formatted(count));
        }
        return changed(new Run(count, run.limit()));
    }

    /** Returns this job given up after so long, retries included; renders to {@code activeDeadlineSeconds}. */
    public W withTimeLimit(Seconds limit) {
        if (limit.count() == 0) {
            throw new IllegalArgumentException("A job of 0 s does nothing: write at least seconds(1).");
        }
        return changed(new Run(run.retries(), Optional.of(limit)));
    }

    final Run run() {
        return run;
    }

    final JobSpec job(PodTemplateSpec template) {
        template.getSpec().setRestartPolicy("Never");
        var spec = new JobSpecBuilder().withBackoffLimit(run.retries()).withTemplate(template);
        run.limit().ifPresent(limit -> spec.withActiveDeadlineSeconds((long) limit.count()));
        return spec.build();
    }
}
