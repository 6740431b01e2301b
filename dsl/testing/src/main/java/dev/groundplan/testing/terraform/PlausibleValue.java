package dev.groundplan.testing.terraform;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.groundplan.terraform.schema.SchemaType;
import dev.groundplan.testing.terraform.wire.CtyValue;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A value that a service might have given to an attribute: always the same for the same configuration, and of the form
 * that its name promises, so that functions such as {@code cidrsubnet} or {@code base64decode} take it.
 *
 * @param type the type of resource that has the attribute
 * @param seed hexadecimal digits that tell this object from others of its type
 */
record PlausibleValue(String type, String seed) {

    private record Form(Pattern name, String text) {
        static Form of(String name, String text) {
            return new Form(Pattern.compile(name), text);
        }
    }

    private static final String EMPTY_POLICY = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";

    /** The first that is found in the attribute's name counts. */
    private static final List<Form> FORMS = List.of(
            Form.of("arns?$", "arn:aws:{service}:us-east-1:123456789012:{kind}/{seed}"),
            Form.of("(^|_)(issuer|url|urls|uri|endpoint|endpoints)$", "https://{seed}.example.com"),
            Form.of("(account|owner|caller)_ids?$|^account$", "123456789012"),
            Form.of("(^|_)region$", "us-east-1"),
            Form.of("availability_zones?$", "us-east-1a"),
            Form.of("ipv6.*cidr|cidr.*ipv6", "2001:db8::/56"),
            Form.of("cidr", "10.0.0.0/16"),
            Form.of("ipv6", "2001:db8::1"),
            Form.of("(^|_)(ip|ips|address|addresses)$|ipv4", "10.0.0.10"),
            Form.of("(^|_)(json|policy|document)$", EMPTY_POLICY),
            Form.of("(_at|_on|time|timestamp|date)$", "2026-01-01T00:00:00Z"),
            Form.of("(^data|base64|certificate_authority)$", "{base64}"),
            Form.of("(thumbprint|fingerprint|sha1)s?$", "{seed40}"),
            Form.of("(^|_)(dns|domain|fqdn|host|hostname)(_name|$)", "{seed}.example.com"),
            Form.of("version$", "1"),
            Form.of("(^|_)(status|state)$", "ACTIVE"),
            Form.of("(^|_)ids?$", "{kind}-{seed}"));

    static String seed(String type, byte[] configuration) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(type.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(configuration));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }

    CtyValue of(CtyValue.Mapping siblings, String name, SchemaType schemaType) {
        if (name.equals("tags_all") && siblings.entries().containsKey("tags")) {
            return siblings.get("tags") instanceof CtyValue.Mapping tags
                    ? tags
                    : new CtyValue.Mapping(new LinkedHashMap<>());
        }
        if (name.equals("result") && siblings.get("length") instanceof CtyValue.Numeral(var length)) {
            return new CtyValue.Text(
                    seed.repeat(length.intValue() / seed.length() + 1).substring(0, length.intValue()));
        }
        return of(name, schemaType);
    }

    private CtyValue of(String name, SchemaType schemaType) {
        return switch (schemaType) {
            case SchemaType.Primitive primitive -> primitive(name, primitive);
            case SchemaType.ListOf(var element) -> CtyValue.Sequence.of(of(name, element));
            case SchemaType.SetOf(var element) -> CtyValue.Sequence.of(of(name, element));
            case SchemaType.MapOf map -> new CtyValue.Mapping(new LinkedHashMap<>());
            case SchemaType.TupleOf(var elements) ->
                new CtyValue.Sequence(
                        elements.stream().map(each -> of(name, each)).toList());
            case SchemaType.ObjectOf(var attributes, var optional) -> {
                var object = new LinkedHashMap<String, CtyValue>();
                attributes.forEach((attribute, each) -> object.put(attribute, of(attribute, each)));
                yield new CtyValue.Mapping(object);
            }
        };
    }

    private CtyValue primitive(String name, SchemaType.Primitive primitive) {
        return switch (primitive) {
            case STRING -> new CtyValue.Text(text(name));
            case NUMBER -> new CtyValue.Numeral(name.endsWith("port") ? BigDecimal.valueOf(443) : BigDecimal.ONE);
            case BOOL -> new CtyValue.Flag(false);
            case DYNAMIC -> CtyValue.Sequence.of(new CtyValue.Binary("\"string\""), new CtyValue.Text(text(name)));
        };
    }

    private String text(String name) {
        var form = FORMS.stream()
                .filter(each -> each.name().matcher(name).find())
                .findFirst()
                .map(Form::text)
                .orElse(name.replace('_', '-') + "-{seed}");
        var kind = type.substring(type.indexOf('_') + 1);
        return form.replace("{service}", kind.replaceFirst("_.*", ""))
                .replace("{kind}", kind.replace('_', '-'))
                .replace("{base64}", Base64.getEncoder().encodeToString(seed.getBytes(UTF_8)))
                .replace("{seed40}", seed.substring(0, 40))
                .replace("{seed}", seed.substring(0, 17));
    }
}
