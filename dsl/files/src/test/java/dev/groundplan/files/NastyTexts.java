package dev.groundplan.files;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Strings and objects that readers of YAML stumble over, the same ones for the same seed. */
final class NastyTexts {

    /** Whole strings that some parser takes for something else; all of them are among the strings generated. */
    static final List<String> TRAPS = List.of(
            "",
            " ",
            "  ",
            "\t",
            "\n",
            "\n\n",
            "\r",
            "\r\n",
            "y",
            "Y",
            "n",
            "N",
            "yes",
            "Yes",
            "YES",
            "no",
            "No",
            "NO",
            "on",
            "On",
            "ON",
            "off",
            "Off",
            "OFF",
            "true",
            "True",
            "TRUE",
            "false",
            "False",
            "FALSE",
            "null",
            "Null",
            "NULL",
            "~",
            "0",
            "1",
            "-1",
            "+1",
            "00",
            "0123",
            "0o17",
            "0O17",
            "0b11",
            "-0b11",
            "0x1F",
            "0X1F",
            "-0x1F",
            "1_000",
            "1,000",
            "_1",
            "1_",
            "1.",
            ".1",
            "1.5",
            "-1.5",
            "1.2.3",
            "1e3",
            "1E3",
            "1e+3",
            "1.0e3",
            "1.0E+3",
            "-1e-3",
            "12:30:45",
            "1:2",
            "190:20:30.15",
            "-1:30",
            "2026-01-01",
            "2026-1-1",
            "2026-01-01T00:00:00Z",
            "2026-01-01t0:0:0+1",
            "2026-01-01 00:00:00 +1",
            "=",
            "<<",
            ".inf",
            "-.inf",
            "+.inf",
            ".Inf",
            ".INF",
            ".nan",
            ".NaN",
            ".NAN",
            "inf",
            "nan",
            "Infinity",
            "-Infinity",
            "-",
            "--",
            "---",
            "--- a",
            "...",
            "... a",
            "?",
            "? a",
            ":",
            ": a",
            "a:",
            "a: b",
            "a:b",
            "a #b",
            "a#b",
            "#",
            "#a",
            "- a",
            "-a",
            "--flag",
            "-x=1",
            "&a",
            "*a",
            "!a",
            "!!str a",
            "%a",
            "@a",
            "`a",
            "|",
            ">",
            "|-",
            "{}",
            "{a}",
            "{a: b}",
            "[]",
            "[a]",
            "a]",
            "a}",
            "a,b",
            ",",
            "'",
            "''",
            "\"",
            "\"\"",
            "'a'",
            "\"a\"",
            "it's",
            "\\",
            "\\n",
            "a\\",
            "a ",
            " a",
            "a\t",
            "\ta",
            "a\tb",
            "\u0000",
            "\u0007",
            "\u001b",
            "\u007f",
            "\u0085",
            "\u00a0",
            "\u00ad",
            "\u2028",
            "\u2029",
            "\u200b",
            "\u202e",
            "\ufeff",
            "\ufeffa",
            "\ufffd",
            "\ufffe",
            "\uffff",
            "\ue000",
            "é",
            "日本",
            "\ud83d\ude00",
            "\udbff\udfff",
            "\ud83f\udffe",
            "a\n",
            "a\nb",
            "a\n\n",
            "a\n\n\n",
            "\na",
            "\n\na\n",
            " a\nb",
            "a\n b",
            "\ta\nb",
            "a\n\tb",
            "a \nb",
            "a\n \nb",
            "a\n  ",
            "a\n \n",
            " \na",
            "  \n a",
            "\n \na",
            "\t\na",
            "a\r\nb",
            "a\n---\nb",
            "---\na\n",
            "a\n...\n",
            "# a\nb",
            "a\n# b\n",
            "a: b\nc: d\n",
            "a\u0085b\nc",
            "${a}",
            "$${a}",
            "{{ a }}",
            "%{a}",
            "key: |\n  a\n",
            "__proto__",
            "constructor",
            "toString",
            "NaN",
            "undefined",
            "None",
            "nil",
            "0.",
            "0x",
            "0b",
            "0o8",
            "08",
            "09",
            "+",
            "+.",
            ".",
            "..",
            "._",
            "1__0",
            "0x_1",
            "0.0.0.0",
            "10.0.0.0/16",
            "::1",
            "1:",
            "a".repeat(300),
            "a b".repeat(500),
            "k\n".repeat(700));

    private static final List<String> PIECES = List.of(
            " ",
            "  ",
            "\n",
            "\n",
            "\n\n",
            "\t",
            "\r",
            ":",
            ": ",
            " #",
            "#",
            "-",
            "- ",
            "?",
            "? ",
            ",",
            "[",
            "]",
            "{",
            "}",
            "&",
            "*",
            "!",
            "|",
            ">",
            "'",
            "\"",
            "%",
            "@",
            "`",
            "\\",
            "=",
            "<",
            "<<",
            "~",
            ".",
            "...",
            "---",
            "_",
            "+",
            "/",
            "$",
            "${",
            "(",
            "a",
            "b",
            "e",
            "f",
            "n",
            "x",
            "y",
            "E",
            "N",
            "O",
            "0",
            "1",
            "7",
            "9",
            "no",
            "yes",
            "on",
            "null",
            "true",
            "\u0000",
            "\u0001",
            "\u001f",
            "\u007f",
            "\u0085",
            "\u009f",
            "\u00a0",
            "\u2028",
            "\u2029",
            "\u200d",
            "\u202e",
            "\ufeff",
            "\ufffd",
            "\uffff",
            "\uf8ff",
            "é",
            "ß",
            "日",
            "\ud83d\ude00",
            "\udb40\udc41",
            "\udbff\udffe");

    private final Random random;

    NastyTexts(long seed) {
        this.random = new Random(seed);
    }

    /** So many different strings, the traps first. */
    Set<String> texts(int count) {
        var texts = new LinkedHashSet<>(TRAPS);
        while (texts.size() < count) {
            texts.add(text());
        }
        return texts;
    }

    /** An object of nested objects, lists, strings, numbers, booleans and nulls. */
    Map<String, Object> object() {
        return object(4);
    }

    private Map<String, Object> object(int depth) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.put(text(), value(depth - 1));
        }
        return object;
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 8)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> random.nextLong() >> 11; // what a double holds, as JavaScript reads no other numbers
            case 4 -> number();
            case 8, 9 -> object(depth);
            case 10, 11 -> list(depth);
            default -> text();
        };
    }

    private Object list(int depth) {
        var list = new java.util.ArrayList<@Nullable Object>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(depth - 1));
        }
        return list;
    }

    private double number() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(100);
            case 1 -> random.nextDouble();
            case 2 -> random.nextInt(1000) * Math.pow(10, random.nextInt(40) - 20);
            default -> -random.nextDouble() * Math.pow(10, random.nextInt(600) - 300);
        };
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            text.append(random.nextInt(12) == 0 ? any(TRAPS.subList(0, TRAPS.size() - 3)) : any(PIECES));
        }
        return text.toString();
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
