package dev.groundplan.github;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** A container that runs beside a job's steps, such as a database to test against; renders to {@code services.<name>}. */
public final class Service {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern IMAGE = Pattern.compile("[a-z0-9./_-]+(:[A-Za-z0-9._-]+)?(@sha256:[0-9a-f]{64})?");

    private final String name;
    private final String image;
    private final SequencedMap<String, Text> env;
    private final List<String> ports;
    private final Optional<String> healthCommand;

    private Service(
            String name,
            String image,
            SequencedMap<String, Text> env,
            List<String> ports,
            Optional<String> healthCommand) {
        this.name = name;
        this.image = image;
        this.env = env;
        this.ports = List.copyOf(ports);
        this.healthCommand = healthCommand;
    }

    /**
     * Returns a service of this name, by which the steps reach it.
     *
     * @param image with a tag or a digest, such as {@code postgres:17.5}
     */
    public static Service service(String name, String image) {
        Refusal.matching(
                NAME, name, "name of a service", "write lower-case letters, digits and `-`, as in \"postgres\".");
        Refusal.matching(IMAGE, image, "image", "write it with a tag or a digest, as in \"postgres:17.5\".");
        if (!image.contains(":") || image.endsWith(":latest")) {
            throw Refusal.of(
                    "The image `%s` names no version: write a tag other than `latest` or a digest, as in \"postgres:17.5\".",
                    image);
        }
        return new Service(name, image, new LinkedHashMap<>(), List.of(), Optional.empty());
    }

    /** Returns this service with an environment variable. */
    public Service withEnv(String variable, Text value) {
        var more = new LinkedHashMap<>(env);
        more.put(variable, value);
        return new Service(name, image, more, ports, healthCommand);
    }

    /** Returns this service with a port, the same on the job's machine. */
    public Service withPort(int port) {
        if (port < 1 || port > 65_535) {
            throw Refusal.of("%d is no port: it must lie between 1 and 65535, as in withPort(5432).", port);
        }
        var more = new ArrayList<>(ports);
        more.add(port + ":" + port);
        return new Service(name, image, env, more, healthCommand);
    }

    /** Returns this service with the command that says whether it is ready, such as {@code pg_isready}: steps wait for it. */
    public Service readyWhen(String command) {
        if (command.isBlank() || command.contains("\"")) {
            throw Refusal.of("`%s` is no command without double quotes, as in readyWhen(\"pg_isready\").", command);
        }
        return new Service(name, image, env, ports, Optional.of(command));
    }

    String name() {
        return name;
    }

    Mapping spelt() {
        return Mapping.empty()
                .with("image", image)
                .withAny("env", env)
                .withAny("ports", ports)
                .with(
                        "options",
                        healthCommand.map(command -> "--health-cmd \"" + command
                                + "\" --health-interval 5s --health-timeout 5s --health-retries 10"));
    }
}
