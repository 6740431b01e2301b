package dev.groundplan.testapp;

import io.dekorate.annotation.Dekorate;
import io.dekorate.kubernetes.annotation.KubernetesApplication;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;

/**
 * The process: environment in, exit code out.
 *
 * <p>Exit codes: 0 after SIGTERM and a drain, 1 when the port cannot be had, 2 when the environment is wrong.
 * What the service offers and needs is said in {@code application.properties}; Dekorate writes it to
 * {@code META-INF/dekorate/kubernetes.yml} while javac runs.
 */
@Dekorate
@KubernetesApplication
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        JsonLog.install();
        try {
            var service = Service.start(Environment.read(System.getenv()), tuning());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(service), "drain"));
        } catch (Environment.Wrong wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }

    /** Limits and times from {@code application.yaml}; a system property of the same name wins. */
    static Config tuning() {
        return Config.builder()
                .sources(ConfigSources.systemProperties(), ConfigSources.classpath("application.yaml"))
                .disableEnvironmentVariablesSource()
                .disableSystemPropertiesSource()
                .build();
    }

    /** A JVM that leaves by SIGTERM says 143; only {@code halt} in the last hook makes that the 0 of a clean end. */
    private static void leave(Service service) {
        service.drain();
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}
