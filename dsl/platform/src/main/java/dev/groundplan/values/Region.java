package dev.groundplan.values;

import java.util.regex.Pattern;

/**
 * An AWS region by its code, such as {@code eu-west-2}.
 *
 * <p>Renders to {@code provider.aws.region}, the backend's region and the region of secret stores.
 *
 * @see <a href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html">AWS regions</a>
 */
public record Region(String code) {

    private static final Pattern GRAMMAR = Pattern.compile("[a-z]{2}(-gov)?-[a-z]+-[1-9]");
    private static final Pattern ISOLATED = Pattern.compile("[a-z]{2}-iso[a-z]?-[a-z]+-[1-9]|eusc-.*");

    /** Refuses anything but a region code, and regions of isolated and sovereign partitions, with an {@link IllegalArgumentException}. */
    public Region {
        if (ISOLATED.matcher(code).matches()) {
            throw Refusal.of(
                    "`%s` is in a partition of AWS that Groundplan does not know, with ARNs and domains of its own: choose a"
                            + " region of aws, aws-cn or aws-us-gov, as in region(\"eu-west-2\").",
                    code);
        }
        code = Refusal.matching(GRAMMAR, code, "AWS region", "write its code, as in region(\"eu-west-2\").");
    }

    /** Returns the partition that ARNs of this region name: {@code aws}, {@code aws-cn} or {@code aws-us-gov}. */
    public String partition() {
        if (code.startsWith("cn-")) {
            return "aws-cn";
        }
        return code.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /**
     * Returns the domain that the services of this region's partition answer under, and that principals such as
     * {@code logs.<region>.<domain>} and {@code kms:ViaService} name: {@code amazonaws.com}, in China
     * {@code amazonaws.com.cn}.
     */
    public String domain() {
        return partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
    }

    @Override
    public String toString() {
        return code;
    }
}
