package dev.groundplan.secrets;

import static dev.groundplan.terraform.Expressions.list;
import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.aws.DataAwsIamPolicyDocument.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An {@link EncryptionKey} of its own, for what is no part of Groundplan's: a bucket, a topic, a queue.
 *
 * <p>Renders to {@code aws_kms_key}, {@code aws_kms_alias} ({@code alias/<platform>-<environment>/encryption-key-<name>}) and the
 * key's policy, by which the account's IAM policies decide who uses it. Who does is told by them:
 * {@code allow("Encrypt", "kms:GenerateDataKey").on(List.of(key.arn()))}.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html">AWS: KMS keys</a>
 */
public final class SharedKey implements Part {

    private static final Pattern SERVICE = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.amazonaws\\.com(\\.cn)?");

    private final PartId id;
    private final SourceLine line;
    private final List<String> services;

    private SharedKey(PartId id, SourceLine line, List<String> services) {
        this.id = id;
        this.line = line;
        this.services = List.copyOf(services);
    }

    /** Returns a key of this name. */
    public static SharedKey encryptionKey(String name) {
        return new SharedKey(PartId.of("encryption-key", name), SourceLine.here(), List.of());
    }

    /**
     * Returns this key, usable by a service of AWS that acts in its own name, for things of this account alone: alarms that
     * write to an encrypted topic need it for {@code cloudwatch.amazonaws.com}. Renders to a statement of the key's policy.
     *
     * @param service its principal, such as {@code events.amazonaws.com}
     * @throws IllegalArgumentException if it is no service, or may use the key already
     */
    public SharedKey usableBy(String service) {
        if (!SERVICE.matcher(service).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no service of AWS: write its principal, as in .usableBy(\"cloudwatch.amazonaws.com\")."
                            .formatted(service));
        }
        if (services.contains(service)) {
            throw new IllegalArgumentException(
                    "The key `%s` is usable by `%s` already: name each service once.".formatted(id.name(), service));
        }
        var all = new ArrayList<>(services);
        all.add(service);
        return new SharedKey(id, line, all);
    }

    /** Refers to the key's ARN, known once Terraform has applied. */
    public Expression<String> arn() {
        return key().arn();
    }

    @Override
    public PartId id() {
        return id;
    }

    @Override
    public SourceLine line() {
        return line;
    }

    @Override
    public Elements expand(Site site) {
        var statements = services.stream().map(service -> use(site, service)).toList();
        return Elements.none().with(Root.INFRA, key().declarations(site, "The key " + id.name(), statements));
    }

    private static Statement use(Site site, String service) {
        return Statement.of()
                .withSid("UseBy" + sid(service))
                .withPrincipals(Statement.Principals.of(list(text(service)), text("Service")))
                .withActions(List.of("kms:Decrypt", "kms:GenerateDataKey*"))
                .withResources(List.of("*"))
                .withCondition(Statement.Condition.of(
                        text("StringEquals"), list(text(site.account().digits())), text("aws:SourceAccount")));
    }

    /** {@code delivery.logs.amazonaws.com} becomes {@code DeliveryLogsAmazonawsCom}: statement ids are letters and digits. */
    private static String sid(String service) {
        return Pattern.compile("(^|[^a-z0-9])([a-z0-9])")
                .matcher(service)
                .replaceAll(start -> start.group(2).toUpperCase(Locale.ROOT));
    }

    private EncryptionKey key() {
        return new EncryptionKey(id);
    }
}
