package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * Where the state of a root module is kept: {@code backend "s3" {…}}. It takes literals only.
 *
 * @param type its kind, such as {@code s3} or {@code local}
 * @param settings its settings, as the backend's page has them
 * @see <a href="https://developer.hashicorp.com/terraform/language/backend">backends</a>
 */
public record Backend(String type, Body settings) {

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one is no literal
     */
    public Backend {
        Identifier.require("backend", type);
        settings.attributes()
                .forEach((name, value) -> JsonSyntax.requireConstant("`" + name + "` of the backend", value));
    }

    /** Returns a backend of another kind than {@code s3}, with nothing set. */
    public static Backend of(String type) {
        return new Backend(type, Body.empty());
    }

    /**
     * Returns a state in an S3 bucket, encrypted, and locked by a file beside it ({@code encrypt = true}, {@code use_lockfile
     * = true}).
     *
     * @param bucket the name of the bucket
     * @param key the name of the object, such as {@code infra/terraform.tfstate}, not starting with {@code /}
     * @param region the region of the bucket
     * @throws IllegalArgumentException if one is blank, or the key starts or ends with {@code /}
     */
    public static Backend s3(String bucket, String key, String region) {
        requireSaid("bucket", bucket, "my-terraform-state");
        requireSaid("key", key, "infra/terraform.tfstate");
        requireSaid("region", region, "eu-west-2");
        if (key.startsWith("/") || key.endsWith("/")) {
            throw new IllegalArgumentException("the backend's key `" + key
                    + "` starts or ends with `/`, which Terraform refuses; write it like `infra/terraform.tfstate`");
        }
        return of("s3").with("bucket", Expressions.text(bucket))
                .with("key", Expressions.text(key))
                .with("region", Expressions.text(region))
                .with("encrypt", Expressions.bool(true))
                .with("use_lockfile", Expressions.bool(true));
    }

    private static void requireSaid(String setting, String value, String example) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "the backend's " + setting + " is blank; write it like `" + example + "`");
        }
    }

    /** Returns a copy with a setting; one already set takes the new value. */
    public Backend with(String setting, Expression<?> literal) {
        return new Backend(type, settings.with(setting, literal));
    }

    /** Returns a copy whose state is encrypted with this key ({@code kms_key_id}): an ARN, an id or an alias. */
    public Backend withKmsKeyId(String key) {
        return with("kms_key_id", Expressions.text(key));
    }

    /** Returns a copy that refuses to work in any other account ({@code allowed_account_ids}). */
    public Backend withAllowedAccountIds(String... ids) {
        return with("allowed_account_ids", Expressions.texts(List.of(ids)));
    }

    /** Returns a copy that locks the state by a file beside it, or not ({@code use_lockfile}). */
    public Backend withUseLockfile(boolean value) {
        return with("use_lockfile", Expressions.bool(value));
    }

    /** Returns a copy whose state is encrypted, or not ({@code encrypt}). */
    public Backend withEncrypt(boolean value) {
        return with("encrypt", Expressions.bool(value));
    }

    void writeTo(JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeFieldName(type);
        settings.writeConstantsTo(to);
        to.writeEndObject();
    }
}
