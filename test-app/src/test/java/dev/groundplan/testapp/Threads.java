package dev.groundplan.testapp;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.List;

/** The threads of this JVM, the virtual ones too: Helidon gives one to each connection. */
final class Threads {
    private Threads() {}

    static long ofConnections() throws IOException {
        return names().stream()
                .filter(name -> name.contains("WebServer socket"))
                .count();
    }

    /** All but those of the client that asks. */
    static long ofService() throws IOException {
        return names().stream().filter(name -> !name.contains("HttpClient")).count();
    }

    private static List<String> names() throws IOException {
        var dump = Files.createTempDirectory("threads").resolve("dump");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        return Files.readAllLines(dump).stream()
                .filter(line -> line.startsWith("#"))
                .toList();
    }
}
