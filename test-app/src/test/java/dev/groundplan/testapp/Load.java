package dev.groundplan.testapp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Many clients at once, each with connections that it keeps. A request that fails is never asked again. */
final class Load {
    private static final String[] PATHS = {"/", "/health", "/", "/"};

    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong asked = new AtomicLong();
    private final List<Thread> clients = new ArrayList<>();
    private final long begun = System.nanoTime();

    /**
     * @param clients how many ask at once
     * @param instance the port to ask next
     * @param more whether a client asks again, looked at before each request
     */
    static Load start(int clients, IntSupplier instance, BooleanSupplier more) {
        var load = new Load();
        for (int i = 0; i < clients; i++) {
            load.clients.add(Thread.ofVirtual().start(() -> load.ask(instance, more)));
        }
        return load;
    }

    /** Clients of one instance that go away when it asks them to. */
    static Load untilAskedToLeave(int clients, int port) {
        var load = new Load();
        for (int i = 0; i < clients; i++) {
            load.clients.add(Thread.ofVirtual().start(() -> load.askUntilLast(port)));
        }
        return load;
    }

    long asked() {
        return asked.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    void join() throws InterruptedException {
        for (var client : clients) {
            client.join();
        }
    }

    /** Milliseconds that this share of the requests stayed below. */
    double percentile(double share) {
        var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }

    double perSecond() {
        return nanos.size() / ((System.nanoTime() - begun) / 1e9);
    }

    private void ask(IntSupplier instance, BooleanSupplier more) {
        var kept = new HashMap<Integer, Connection>();
        while (more.getAsBoolean()) {
            try {
                var unused = once(kept, instance.getAsInt());
            } catch (IOException | RuntimeException failed) {
                failures.add(failed.toString());
                kept.clear();
            }
        }
    }

    private void askUntilLast(int port) {
        var kept = new HashMap<Integer, Connection>();
        try {
            boolean last = false;
            while (!last) {
                last = once(kept, port);
            }
        } catch (IOException | RuntimeException failed) {
            failures.add(failed.toString());
        }
    }

    private boolean once(Map<Integer, Connection> kept, int port) throws IOException {
        var connection = kept.get(port);
        if (connection == null) {
            connection = Connection.to(port);
            kept.put(port, connection);
        }
        var path = PATHS[(int) (asked.getAndIncrement() % PATHS.length)];
        long begunHere = System.nanoTime();
        var answer = connection.get(path);
        nanos.add(System.nanoTime() - begunHere);
        if (answer.status() != 200) {
            failures.add(path + " answered " + answer.status());
        }
        if (answer.last()) {
            kept.remove(port);
            connection.close();
        }
        return answer.last();
    }
}
