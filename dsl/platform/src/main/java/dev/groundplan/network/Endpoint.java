package dev.groundplan.network;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A way from a network to a service of AWS that does not lead through the Internet.
 *
 * <p>Renders to {@code aws_vpc_endpoint}: of type {@code Gateway} for {@code s3} and {@code dynamodb}, which costs nothing and
 * stands in the route tables of the private subnets, and of type {@code Interface} for all others, with an address in each
 * private subnet and the service's usual name in the network's DNS.
 *
 * @param service what AWS calls it, such as {@code ecr.api}: the last part of its endpoint's name
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html">AWS: services with
 *     endpoints</a>
 */
public record Endpoint(String service) {

    private static final Pattern GRAMMAR = Pattern.compile("[a-z][a-z0-9]*([-_.][a-z0-9]+)*");
    private static final List<String> GATEWAYS = List.of("dynamodb", "s3");

    /** Refuses what is no name of a service with an {@link IllegalArgumentException}. */
    public Endpoint {
        if (!GRAMMAR.matcher(service).matches() || service.startsWith("com.amazonaws")) {
            throw new IllegalArgumentException(
                    ("`%s` is no service with an endpoint: write what stands after the region in its name, as in"
                                    + " endpoint(\"ecr.api\").")
                            .formatted(service));
        }
    }

    /** Returns the endpoint of this service, such as {@code ecr.api}. */
    public static Endpoint endpoint(String service) {
        return new Endpoint(service);
    }

    /**
     * Returns the endpoints of all that nodes of EKS talk to from their first moment on: images ({@code ecr.api},
     * {@code ecr.dkr}, {@code s3}), the cluster ({@code ec2}, {@code eks}), and the rights of pods ({@code sts},
     * {@code eks-auth}).
     */
    public static Endpoint[] ofNodes() {
        return List.of("s3", "ec2", "ecr.api", "ecr.dkr", "eks", "eks-auth", "sts").stream()
                .map(Endpoint::new)
                .toArray(Endpoint[]::new);
    }

    boolean isGateway() {
        return GATEWAYS.contains(service);
    }

    /** The service in names of Terraform. */
    String identifier() {
        return service.replaceAll("[-.]", "_");
    }

    @Override
    public String toString() {
        return service;
    }
}
