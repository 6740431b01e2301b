package dev.groundplan.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Finds out, once for each, whether programs are there and what they need is there too. */
final class ProgramProbe {

    private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private ProgramProbe() {}

    /** Returns whether the program of a command is on the PATH and, if arguments follow, ends well with them. */
    static boolean succeeds(String command) {
        return KNOWN.computeIfAbsent(command, ProgramProbe::probe);
    }

    private static boolean probe(String command) {
        var words = WORD.matcher(command)
                .results()
                .map(word -> word.group(1) != null ? word.group(1) : word.group(2))
                .toList();
        var arguments = words.subList(1, words.size());
        return RealProgram.find(words.getFirst())
                .filter(program -> arguments.isEmpty()
                        || program.run(new RealProgram.Invocation(
                                                Path.of("").toAbsolutePath(),
                                                Duration.ofMinutes(1),
                                                new LinkedHashMap<>(),
                                                arguments))
                                        .exitCode()
                                == 0)
                .isPresent();
    }
}
