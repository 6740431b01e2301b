package dev.groundplan.terraform;

import java.util.List;
import java.util.Random;

/** Text made of what has a meaning to Terraform, JSON or Unicode. */
final class SampleText {

    private static final List<String> PIECES = List.of(
            "${",
            "%{",
            "$",
            "%",
            "{",
            "}",
            "$${",
            "%%{",
            "$$",
            "%%",
            "${a}",
            "%{if true}",
            "%{ endif }",
            "~}",
            "${~",
            "\"",
            "\\",
            "\\n",
            "\\u0041",
            "\\\"",
            "'",
            "`",
            "//",
            "/*",
            "#",
            "\n",
            "\r",
            "\r\n",
            "\t",
            " ",
            "\u0000",
            "\u0001",
            "\u0007",
            "\u001b",
            "\u007f",
            "\u0085",
            "\u00a0",
            "\u00ad",
            "\u200b",
            "\u200d",
            "\u202e",
            "\u2028",
            "\u2029",
            "\ufeff",
            "\ufffd",
            "\uffff",
            "é",
            "e\u0301",
            "\u0301",
            "ß",
            "漢",
            "ﬁ",
            "\u1100\u1161",
            "😀",
            "👨‍👩‍👧",
            "\uD834\uDD1E",
            "\uDBFF\uDFFD",
            "<<EOT",
            "<<-",
            "a",
            "b",
            "key",
            "for",
            "null",
            "true",
            "0",
            "1e3",
            "-",
            "=",
            ":",
            ",",
            "[",
            "]",
            "(",
            ")",
            "?",
            "...",
            ".",
            "*",
            "&",
            "<",
            ">",
            "|",
            "!");

    private SampleText() {}

    static String next(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(7);
        for (int i = 0; i < pieces; i++) {
            text.append(random.nextInt(8) == 0 ? anyCharacter(random) : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String anyCharacter(Random random) {
        int point = random.nextInt(2) == 0 ? random.nextInt(0x300) : random.nextInt(0x110000);
        boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
        return Character.toString(surrogate ? 0xFFFD : point);
    }
}
