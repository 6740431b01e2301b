package dev.groundplan.files;

import java.math.BigDecimal;

/**
 * A number in the one form that JSON and every YAML parser read as a number: YAML 1.1 knows an exponent only with a
 * point before it and a sign behind it.
 */
final class Numeral {

    private Numeral() {}

    static String of(BigDecimal number) {
        return portable(number.toString());
    }

    static String of(double number) {
        return portable(Double.toString(number));
    }

    static String of(float number) {
        return portable(Float.toString(number));
    }

    private static String portable(String number) {
        int e = number.indexOf('E');
        if (e < 0) {
            return number;
        }
        var mantissa = number.substring(0, e);
        var exponent = number.substring(e + 1);
        return (mantissa.contains(".") ? mantissa : mantissa + ".0")
                + "e"
                + (exponent.startsWith("-") || exponent.startsWith("+") ? exponent : "+" + exponent);
    }
}
