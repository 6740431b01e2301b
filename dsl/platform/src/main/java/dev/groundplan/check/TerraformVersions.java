package dev.groundplan.check;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a version of Terraform satisfies a constraint such as {@code ~> 1.11, != 1.12.1}.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/expressions/version-constraints">Version constraints</a>
 */
final class TerraformVersions {

    private static final int NUMBERS = 3;

    private TerraformVersions() {}

    static boolean allows(String constraint, String version) {
        return Stream.of(constraint.split(",", -1)).map(String::strip).allMatch(one -> allowsOne(one, version));
    }

    private static boolean allowsOne(String constraint, String version) {
        var sign = constraint.replaceAll("[0-9.\\s].*", "");
        var other = constraint.substring(sign.length()).strip();
        int order = compare(version, other);
        return switch (sign) {
            case "", "=" -> order == 0;
            case "!=" -> order != 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            default -> order >= 0 && agrees(version, other);
        };
    }

    /** {@code ~>}: all numbers but the last one written are the same. */
    private static boolean agrees(String version, String other) {
        int written = other.split("\\.", -1).length;
        return IntStream.range(0, Math.max(1, written - 1)).allMatch(i -> number(version, i) == number(other, i));
    }

    private static int compare(String left, String right) {
        return IntStream.range(0, NUMBERS)
                .map(i -> Integer.compare(number(left, i), number(right, i)))
                .filter(order -> order != 0)
                .findFirst()
                .orElse(0);
    }

    private static int number(String version, int index) {
        var numbers = version.split("\\.", -1);
        return index < numbers.length ? Integer.parseInt(numbers[index]) : 0;
    }
}
