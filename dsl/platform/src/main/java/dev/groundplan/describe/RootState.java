package dev.groundplan.describe;

import static dev.groundplan.terraform.Expressions.object;
import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.terraform.Backend;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.DataSource;
import dev.groundplan.terraform.Expression;
import java.util.LinkedHashMap;

/**
 * Where the Terraform state of a root module is kept: the one place that its backend and everybody who reads its outputs have
 * bucket, key and region from.
 *
 * @param site whose state
 * @param root of which root module
 * @see <a href="https://developer.hashicorp.com/terraform/language/backend/s3">backend s3</a>
 */
public record RootState(Site site, Root root) {

    /** Returns the name of the object: {@code <platform>-<environment>/<root>/terraform.tfstate}. */
    public String key() {
        return site.prefix() + "/" + root + "/terraform.tfstate";
    }

    /** Returns the backend of the root module: encrypted, locked, and of the site's account only. */
    public Backend backend() {
        return Backend.s3(site.stateBucket(), key(), site.region().code())
                .withAllowedAccountIds(site.account().digits());
    }

    /**
     * Returns what another root module reads this one's outputs by; renders to {@code data.terraform_remote_state.<root>}.
     * Only what is an {@code output} there can be read, and only once that root module was applied.
     */
    public DataSource remote() {
        var config = new LinkedHashMap<String, Expression<?>>();
        config.put("bucket", text(site.stateBucket()));
        config.put("key", text(key()));
        config.put("region", text(site.region().code()));
        return DataSource.of("terraform_remote_state", root.name().identifier())
                .withBody(Body.empty().with("backend", "s3").with("config", object(config)));
    }

    /**
     * Refers to an output of the root module from another one, which has {@link #remote} among its elements.
     *
     * @param name of the output, such as {@code cluster_vars}
     */
    public <T> Expression<T> output(String name) {
        return remote().attribute("outputs", name);
    }
}
