package dev.groundplan.testapp;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import java.util.stream.Collectors;

/** One JSON object a line on standard output: what the service says, and the warnings of its libraries. */
public final class JsonLog extends Formatter {
    /** The JDK's own manager closes all handlers as soon as SIGTERM arrives; the drain has more to say. */
    public static final class Keeping extends LogManager {
        @Override
        public void reset() {}
    }

    static void install() {
        System.setProperty("java.util.logging.manager", Keeping.class.getName());
        var root = Logger.getLogger("");
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(output());
        root.setLevel(Level.WARNING);
        Service.LOG.setLevel(Level.INFO);
    }

    /** Logs an event with fields of its own: numbers as numbers, all else as text. */
    static void event(Logger log, String message, SequencedMap<String, Object> fields) {
        var entry = new LogRecord(Level.INFO, message);
        entry.setLoggerName(log.getName());
        entry.setParameters(new Object[] {fields});
        log.log(entry);
    }

    @Override
    public String format(LogRecord entry) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("time", entry.getInstant().truncatedTo(ChronoUnit.MILLIS));
        fields.put("level", entry.getLevel());
        fields.put("log", String.valueOf(entry.getLoggerName()));
        fields.put("message", formatMessage(entry));
        var parameters = entry.getParameters();
        if (parameters != null && parameters.length > 0 && parameters[0] instanceof Map<?, ?> own) {
            own.forEach((name, value) -> fields.put(String.valueOf(name), value));
        }
        if (entry.getThrown() != null) {
            fields.put("error", stackOf(entry.getThrown()));
        }
        return json(fields) + "\n";
    }

    static String json(SequencedMap<String, Object> fields) {
        return fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + valued(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String valued(Object value) {
        return value instanceof Number ? value.toString() : quoted(value.toString());
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append(c == '"' || c == '\\' ? "\\" : "").append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    private static String stackOf(Throwable thrown) {
        var stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack));
        return stack.toString();
    }

    private static Handler output() {
        return new StreamHandler(System.out, new JsonLog()) {
            @Override
            public synchronized void publish(LogRecord entry) {
                super.publish(entry);
                flush();
            }
        };
    }
}
