package dev.groundplan.workload;

import dev.groundplan.describe.PartId;
import dev.groundplan.eks.Namespace;
import dev.groundplan.values.ImageReference;
import dev.groundplan.values.Seconds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import java.util.List;

/**
 * A program that runs to its end at certain times.
 *
 * <p>Renders to a {@code CronJob} and what {@link WorkloadForm} says.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/">Kubernetes: CronJob</a>
 */
public final class ScheduledJob extends JobForm<ScheduledJob> {

    private final Schedule schedule;
    private Overlap overlap = Overlap.FORBID;
    private Seconds startingDeadline = new Seconds(600);
    private int history = 3;

    private ScheduledJob(Pod pod, Run run, Schedule schedule) {
        super(pod, run);
        this.schedule = schedule;
    }

    private ScheduledJob(ScheduledJob job, Pod pod, Run run) {
        this(pod, run, job.schedule);
        overlap = job.overlap;
        startingDeadline = job.startingDeadline;
        history = job.history;
    }

    /**
     * Returns a job of which one runs at a time, up to 600 s late, and of which the last three runs are kept.
     *
     * <pre>{@code
     * scheduledJob("cleanup", image("ghcr.io/acme/cleanup:1.0.0"), cluster.namespace("test"), cron("0 3 * * *"))
     * }</pre>
     */
    public static ScheduledJob scheduledJob(String name, ImageReference image, Namespace namespace, Schedule schedule) {
        return new ScheduledJob(Pod.pod(PartId.of("scheduled-job", name), image, namespace), Run.DEFAULT, schedule);
    }

    /** Returns this job with another answer to a run that takes too long; renders to {@code concurrencyPolicy}. */
    public ScheduledJob withOverlap(Overlap changed) {
        var copy = changed(run());
        copy.overlap = changed;
        return copy;
    }

    /**
     * Returns this job started up to so late when the cluster was away; renders to {@code startingDeadlineSeconds}.
     *
     * @param deadline 10 s at least: Kubernetes looks only that often
     */
    public ScheduledJob withStartingDeadline(Seconds deadline) {
        if (deadline.count() < 10) {
            throw new IllegalArgumentException(
                    "A run that may start %s late would be left out, since Kubernetes looks every 10 s: write at least seconds(10)."
                            .formatted(deadline));
        }
        var copy = changed(run());
        copy.startingDeadline = deadline;
        return copy;
    }

    /**
     * Returns this job with so many of its last runs kept, as many that failed as that did not; renders to
     * {@code successfulJobsHistoryLimit} and {@code failedJobsHistoryLimit}.
     *
     * @param count 0 to 100
     */
    public ScheduledJob withHistory(int count) {
        if (count < 0 || count > 100) {
            throw new IllegalArgumentException(
                    "%d is no number of runs to keep: it must lie between 0 and 100, as in withHistory(3)."
                            .formatted(count));
        }
        var copy = changed(run());
        copy.history = count;
        return copy;
    }

    @Override
    ScheduledJob changed(Pod changed) {
        return new ScheduledJob(this, changed, run());
    }

    @Override
    ScheduledJob changed(Run changed) {
        return new ScheduledJob(this, pod(), changed);
    }

    @Override
    List<HasMetadata> starting(PodTemplateSpec template) {
        return List.of(new CronJobBuilder()
                .withMetadata(WorkloadObjects.metadata(pod(), name()))
                .withNewSpec()
                .withSchedule(schedule.fields())
                .withTimeZone(schedule.zone())
                .withConcurrencyPolicy(overlap.kubernetes())
                .withStartingDeadlineSeconds((long) startingDeadline.count())
                .withSuccessfulJobsHistoryLimit(history)
                .withFailedJobsHistoryLimit(history)
                .withNewJobTemplate()
                .withSpec(job(template))
                .endJobTemplate()
                .endSpec()
                .build());
    }
}
