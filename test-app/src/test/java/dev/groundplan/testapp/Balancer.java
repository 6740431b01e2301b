package dev.groundplan.testapp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Knows, as a balancer does, which instances said a moment ago that they are ready. */
final class Balancer implements AutoCloseable {
    private final List<Integer> ready = new CopyOnWriteArrayList<>();
    private final List<Thread> probes = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    void with(AppProcess instance) {
        ready.add(instance.port());
        probes.add(Thread.ofVirtual().start(() -> watch(instance.port())));
    }

    int next() {
        var now = List.copyOf(ready);
        if (now.isEmpty()) {
            throw new IllegalStateException("no instance is ready");
        }
        return now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
    }

    @Override
    public void close() {
        probes.forEach(Thread::interrupt);
    }

    /** Instances that leave do not come back. */
    private void watch(int port) {
        try {
            while (Connection.answers(port, "/observe/health/ready")) {
                Thread.sleep(50);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            ready.remove(Integer.valueOf(port));
        }
    }
}
