package dev.groundplan.testing.terraform;

import dev.groundplan.terraform.schema.BlockSchema;
import dev.groundplan.testing.terraform.wire.CtyValue;
import dev.groundplan.testing.terraform.wire.DynamicValue;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the offline provider says where a real one would ask its service: an attribute's fixed answer where one is
 * given, else a plausible value.
 *
 * @param fixed by {@code type.attribute}, such as {@code aws_availability_zones.names}
 */
record Answers(SortedMap<String, CtyValue> fixed) {

    private static final String REGION = "us-east-1";

    /** What configurations usually rely on while they are planned. */
    static final Answers USUAL = new Answers(new TreeMap<>(Map.of(
            "aws_availability_zones.names", texts(REGION + "a", REGION + "b", REGION + "c"),
            "aws_availability_zones.zone_ids", texts("use1-az1", "use1-az2", "use1-az3"),
            "aws_partition.partition", new CtyValue.Text("aws"),
            "aws_partition.dns_suffix", new CtyValue.Text("amazonaws.com"),
            "aws_partition.reverse_dns_prefix", new CtyValue.Text("com.amazonaws"),
            "aws_region.id", new CtyValue.Text(REGION),
            "aws_region.name", new CtyValue.Text(REGION))));

    Answers with(String type, String attribute, CtyValue answer) {
        var more = new TreeMap<>(fixed);
        more.put(type + "." + attribute, answer);
        return new Answers(more);
    }

    /** Returns the block's value with an answer in place of every computed attribute that is {@code missing}. */
    CtyValue complete(String type, BlockSchema block, CtyValue value, Predicate<CtyValue> missing) {
        var seed = PlausibleValue.seed(type, DynamicValue.seal(value).toByteArray());
        return BlockValues.change(block, value, (siblings, name, schema) -> {
            var current = siblings.get(name);
            if (!schema.computed() || !missing.test(current)) {
                return current;
            }
            var answer = fixed.get(type + "." + name);
            return answer != null ? answer : new PlausibleValue(type, seed).of(siblings, name, schema.type());
        });
    }

    private static CtyValue texts(String... texts) {
        return CtyNative.of(java.util.List.of(texts));
    }
}
