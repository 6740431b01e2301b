package dev.groundplan.secrets;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.SecretReference;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.describe.Value;
import dev.groundplan.files.NearestName;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.Expression;
import dev.groundplan.values.ParameterName;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of AWS Systems Manager Parameter Store, with a key of its own: where texts and secrets are kept that workloads read.
 *
 * <p>Renders to an {@link EncryptionKey} and one {@code aws_ssm_parameter} for each value: of type {@code SecureString} for
 * secrets, encrypted with that key and written through {@code value_wo}, and of type {@code String} for texts.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html">AWS:
 *     Parameter Store</a>
 */
public final class ParameterStore implements Part {

    private final PartId id;
    private final SourceLine line;
    private final ParameterName path;
    private final List<StoredValue> values;

    private ParameterStore(PartId id, SourceLine line, ParameterName path, List<StoredValue> values) {
        this.id = id;
        this.line = line;
        this.path = path;
        this.values = List.copyOf(values);
    }

    /**
     * Returns a store without values of its own.
     *
     * @param name what it is called; names its key
     * @param path what the name of every parameter in it begins with, such as {@code /faceit}
     * @throws IllegalArgumentException if the path is no {@link ParameterName}
     */
    public static ParameterStore parameterStore(String name, String path) {
        return new ParameterStore(
                PartId.of("parameter-store", name), SourceLine.here(), new ParameterName(path), List.of());
    }

    /**
     * Returns this store with a text that anybody may see, known now.
     *
     * @param name below the store's path: lower-case letters, digits and hyphens, levels with {@code /} between
     * @param text 1 to 4096 bytes
     * @throws IllegalArgumentException if the name or the text is none, or the store has that name already
     */
    public ParameterStore withText(String name, String text) {
        return with(new StoredValue.Text(name, Value.known(text), SourceLine.here()));
    }

    /**
     * Returns this store with a text that anybody may see. Renders to a parameter of type {@code String} whose
     * {@code insecure_value} the plan shows: Terraform notices when somebody changes it, and follows what it refers to.
     *
     * @param name below the store's path: lower-case letters, digits and hyphens, levels with {@code /} between
     * @param text known now, of 1 to 4096 bytes, or known once Terraform has applied
     * @throws IllegalArgumentException if the name or the text is none, or the store has that name already
     */
    public ParameterStore withText(String name, Value<String> text) {
        return with(new StoredValue.Text(name, text, SourceLine.here()));
    }

    /**
     * Returns this store with a {@link GeneratedPassword}. Renders to a parameter of type {@code SecureString} with
     * {@code value_wo}, and {@code value_wo_version} 1.
     *
     * <p>A secret that comes from somebody else is written over it by hand, once, with {@code aws ssm put-parameter
     * --overwrite}: Terraform reads the value back at no time and leaves it as it is until the version changes.
     *
     * @param name below the store's path: lower-case letters, digits and hyphens, levels with {@code /} between
     * @throws IllegalArgumentException if the name is none, or the store has it already
     */
    public ParameterStore withSecret(String name) {
        return with(new StoredValue.Secret(name, 1, SourceLine.here()));
    }

    /**
     * Returns this store with another version of a secret: the next run makes up a new one. Renders to
     * {@code value_wo_version}.
     *
     * @param name the secret's, as given to {@link #withSecret}
     * @param version 1 or more; without this call 1
     * @throws IllegalArgumentException if the store has no secret of that name, or the version is below 1
     */
    public ParameterStore withSecretVersion(String name, int version) {
        var changed = new ArrayList<>(values);
        var secret = find(StoredValue.Secret.class, name, "secret", "withSecret");
        changed.set(values.indexOf(secret), new StoredValue.Secret(name, version, SourceLine.here()));
        return new ParameterStore(id, line, path, changed);
    }

    /**
     * Refers to a secret of this store; environment variables of workloads take it.
     *
     * @throws IllegalArgumentException if the store has no secret of that name
     */
    public SecretReference secret(String name) {
        return reference(find(StoredValue.Secret.class, name, "secret", "withSecret"));
    }

    /**
     * Refers to a text of this store; environment variables of workloads take it, and read it when they start.
     *
     * @throws IllegalArgumentException if the store has no text of that name
     */
    public SecretReference text(String name) {
        return reference(find(StoredValue.Text.class, name, "text", "withText"));
    }

    /** Returns what the name of every parameter in it begins with. */
    public ParameterName path() {
        return path;
    }

    /** Refers to the ARN of the key that encrypts its secrets, known once Terraform has applied. */
    public Expression<String> keyArn() {
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
        var elements = Elements.none().with(Root.INFRA, key().declarations(site));
        for (var value : values) {
            elements = elements.with(Root.INFRA, declarations(value))
                    .withDetail(parameter(value).path(), value.detail());
        }
        return elements;
    }

    private List<Declaration> declarations(StoredValue value) {
        var terraformName = value.terraformName(id.name());
        return switch (value) {
            case StoredValue.Text text -> List.of(Parameters.plain(terraformName, parameter(text), text.value()));
            case StoredValue.Secret secret -> {
                var password = new GeneratedPassword(terraformName, secret.version());
                yield List.of(
                        password.declaration(),
                        Parameters.secure(terraformName, parameter(secret), keyArn(), password));
            }
        };
    }

    private ParameterStore with(StoredValue value) {
        var added = parameter(value);
        for (var other : values) {
            if (parameter(other).equals(added)) {
                throw new IllegalArgumentException(
                        "The parameter store `%s` has the parameter `%s` twice: the first is at %s. Leave one out, or rename it."
                                .formatted(id.name(), value.name(), other.line()));
            }
        }
        var more = new ArrayList<>(values);
        more.add(value);
        return new ParameterStore(id, line, path, more);
    }

    private <V extends StoredValue> V find(Class<V> kind, String name, String word, String maker) {
        var all = values.stream().filter(kind::isInstance).map(kind::cast).toList();
        return all.stream()
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    var names = all.stream().map(StoredValue::name).toList();
                    var mend = NearestName.to(name, names)
                            .map("did you mean `%s`?"::formatted)
                            .orElse("add it with .%s(\"%s\"%s)."
                                    .formatted(maker, name, kind == StoredValue.Text.class ? ", …" : ""));
                    return new IllegalArgumentException(
                            "The parameter store `%s` has no %s `%s`: %s".formatted(id.name(), word, name, mend));
                });
    }

    private SecretReference reference(StoredValue value) {
        return new SecretReference(this, parameter(value), keyArn());
    }

    private ParameterName parameter(StoredValue value) {
        return path.child(value.name());
    }

    private EncryptionKey key() {
        return new EncryptionKey(id);
    }
}
