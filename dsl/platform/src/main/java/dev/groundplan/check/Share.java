package dev.groundplan.check;

import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number of pods, or a percentage of them: what Kubernetes writes as {@code 1} or {@code 25%}; nothing said is 25 %. */
record Share(int number, boolean isPercentage) {

    private static final Pattern GRAMMAR = Pattern.compile("[0-9]{1,3}%");
    private static final Share QUARTER = new Share(25, true);

    static Share of(@Nullable IntOrString value) {
        if (value == null) {
            return QUARTER;
        }
        if (value.getStrVal() == null) {
            return new Share(value.getIntVal(), false);
        }
        return GRAMMAR.matcher(value.getStrVal()).matches()
                ? new Share(Integer.parseInt(value.getStrVal().replace("%", "")), true)
                : QUARTER;
    }

    int roundedUp(int of) {
        return isPercentage ? (of * number + 99) / 100 : number;
    }

    int roundedDown(int of) {
        return isPercentage ? of * number / 100 : number;
    }

    @Override
    public String toString() {
        return isPercentage ? number + "%" : String.valueOf(number);
    }
}
