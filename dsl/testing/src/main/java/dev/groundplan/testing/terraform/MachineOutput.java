package dev.groundplan.testing.terraform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.groundplan.testing.RealProgram;
import java.util.List;

/** Reads what Terraform prints with {@code -json}. */
final class MachineOutput {

    private static final JsonMapper JSON = new JsonMapper();

    private MachineOutput() {}

    /** Reads one JSON document. */
    static JsonNode document(String command, RealProgram.Outcome outcome) {
        try {
            return JSON.readTree(outcome.output());
        } catch (JsonProcessingException notJson) {
            throw unreadable(command, outcome);
        }
    }

    /**
     * Reads the diagnostics among lines of JSON.
     *
     * @throws IllegalStateException if Terraform failed and did not say why in JSON
     */
    static List<Diagnostic> diagnostics(String command, RealProgram.Outcome outcome) {
        var diagnostics = outcome.output()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> line(command, line, outcome))
                .filter(line -> line.path("type").asText().equals("diagnostic"))
                .map(line -> Diagnostic.of(line.path("diagnostic")))
                .toList();
        if (outcome.exitCode() == 1 && diagnostics.stream().noneMatch(Diagnostic::isError)) {
            throw unreadable(command, outcome);
        }
        return diagnostics;
    }

    private static JsonNode line(String command, String line, RealProgram.Outcome outcome) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException notJson) {
            throw unreadable(command, outcome);
        }
    }

    private static IllegalStateException unreadable(String command, RealProgram.Outcome outcome) {
        return new IllegalStateException("`terraform " + command + "` ended with " + outcome.exitCode()
                + " and did not print what it should. It printed:\n" + outcome.everything());
    }
}
