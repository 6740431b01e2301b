package dev.groundplan.check;

import java.util.regex.Pattern;

/**
 * How long a name may be, and of which characters.
 *
 * @param type the resource type, such as {@code aws_iam_role}
 * @param attribute the attribute that holds the name
 * @param least how many characters it has at least
 * @param most how many characters it has at most
 * @param grammar what it looks like
 * @param words the grammar in words
 */
record NameBudget(String type, String attribute, int least, int most, Pattern grammar, String words) {

    boolean fits(String name) {
        return name.length() >= least
                && name.length() <= most
                && grammar.matcher(name).matches();
    }

    String whyNot(String name) {
        if (name.length() > most) {
            return "%s characters, and the budget is %s".formatted(name.length(), most);
        }
        if (name.length() < least) {
            return "%s characters, and it needs %s".formatted(name.length(), least);
        }
        return "it takes " + words;
    }
}
