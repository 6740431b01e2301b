package dev.groundplan.workload;

import static dev.groundplan.terraform.Expressions.call;
import static dev.groundplan.terraform.Expressions.number;
import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.terraform.Operators.equal;

import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.eks.Namespace;
import dev.groundplan.terraform.Condition;
import dev.groundplan.terraform.Lifecycle;
import dev.groundplan.terraform.Scope;
import dev.groundplan.terraform.http.DataHttp;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.List;

/**
 * The certificates that AWS signs its databases of a region with: an app that verifies its database ({@code sslmode=verify-full})
 * needs them as a file.
 *
 * <p>Terraform reads them from AWS at every run (data source {@code http}), so a new authority arrives with the next one; no
 * certificate stands in the repository. Renders to that data source, to a cluster variable in Base64, and to the
 * {@code ConfigMap} {@code rds-certificates} with the file {@code global-bundle.pem}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html">AWS: SSL/TLS to a database</a>
 */
public final class RdsCertificates implements Part {

    private static final String NAME = "rds-certificates";
    private static final String FILE = "global-bundle.pem";

    private final PartId id;
    private final SourceLine line;
    private final PartReference inNamespace;
    private final Namespace namespace;

    private RdsCertificates(PartId id, SourceLine line, PartReference inNamespace, Namespace namespace) {
        this.id = id;
        this.line = line;
        this.inNamespace = inNamespace;
        this.namespace = namespace;
    }

    /** Returns the certificates of the environment's region, for the workloads of a namespace. */
    public static RdsCertificates rdsCertificates(Namespace namespace) {
        var reference = PartReference.to(namespace, "namespace");
        return new RdsCertificates(PartId.of(NAME, namespace.name()), SourceLine.here(), reference, namespace);
    }

    /**
     * Returns a volume with the file {@code global-bundle.pem}:
     * {@code workload.withVolume("/etc/ssl/rds", certificates.volume())}.
     */
    public Volume volume() {
        return Volume.configMap(NAME).madeBy(PartReference.to(this, "volume `" + NAME + "`"));
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
    public List<PartReference> references() {
        return List.of(inNamespace);
    }

    @Override
    public Elements expand(Site site) {
        var file = file(site);
        var variable = new ClusterVariable(address(), call("base64encode", file.responseBody()));
        return Elements.none().with(Root.INFRA, file).with(variable).with(Layer.CONFIGS.itself(), configMap(variable));
    }

    /** An error of the server fails the run, and never reaches the cluster. */
    private DataHttp file(Site site) {
        var region = site.region();
        if (!region.partition().equals("aws")) {
            throw new IllegalArgumentException(
                    "AWS keeps the certificates of %s elsewhere than those of other regions: keep the file yourself, and mount it with .withConfigFile(\"/etc/ssl/rds/%s\", text)."
                            .formatted(region, FILE));
        }
        var url = "https://truststore.pki.rds.amazonaws.com/%s/%s-bundle.pem".formatted(region, region);
        var arrived = Condition.of(
                equal(Scope.<Number>self("status_code"), number(200)),
                "The certificates of RDS did not arrive from " + url + ".");
        return DataHttp.of(address(), text(url))
                .withLifecycle(Lifecycle.defaults().withPostcondition(arrived));
    }

    /** In Base64 it is one line: what Flux puts in is not indented. */
    private ConfigMap configMap(ClusterVariable variable) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(NAME)
                .withNamespace(namespace.name())
                .endMetadata()
                .addToBinaryData(FILE, variable.reference())
                .build();
    }

    private String address() {
        return "rds_certificates_" + id.name().identifier();
    }
}
