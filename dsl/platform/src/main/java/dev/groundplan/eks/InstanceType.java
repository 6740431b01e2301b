package dev.groundplan.eks;

import java.util.regex.Pattern;

/**
 * A type of EC2 instance, such as {@code m7g.large}: a series, a generation with its attributes, and a size.
 *
 * <p>Renders to {@code aws_eks_node_group.instance_types}; its processor and accelerator choose
 * {@code aws_eks_node_group.ami_type}.
 *
 * @see <a href="https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html">AWS: names of instance
 *     types</a>
 */
record InstanceType(String name) {

    private static final Pattern GRAMMAR = Pattern.compile(
            "[a-z]+[a-z0-9]*(-[a-z0-9]+)*\\.(nano|micro|small|medium|large|([1-9][0-9]*)?xlarge|metal(-[1-9][0-9]*xl)?)");
    private static final Pattern GRAVITON = Pattern.compile("a1|[a-z]+[0-9]+g[a-z0-9]*|.*-gb[0-9]+");
    private static final Pattern NVIDIA = Pattern.compile("(g|gr|p)[0-9].*");
    private static final Pattern NEURON = Pattern.compile("(inf|trn)[0-9].*");

    /** Refuses what the grammar above does not have with an {@link IllegalArgumentException}. */
    InstanceType {
        if (!GRAMMAR.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no instance type: write family and size in lower case with a point between, as in \"m7g.large\"."
                            .formatted(name));
        }
        if (name.startsWith("mac")) {
            throw new IllegalArgumentException(
                    "`%s` runs macOS alone and can't be a node: choose a type for Linux, as in \"m7g.large\"."
                            .formatted(name));
        }
    }

    /** The image that EKS starts it with: Amazon Linux 2023 for its processor, with the drivers of its accelerator. */
    String amiType() {
        return "AL2023_" + architecture() + "_" + variant();
    }

    /** The processor as Kubernetes calls it, in the label {@code kubernetes.io/arch}. */
    String kubernetesArchitecture() {
        return isGraviton() ? "arm64" : "amd64";
    }

    private String architecture() {
        return isGraviton() ? "ARM_64" : "x86_64";
    }

    private boolean isGraviton() {
        return GRAVITON.matcher(family()).matches();
    }

    private String variant() {
        if (NVIDIA.matcher(family()).matches()) {
            return "NVIDIA";
        }
        return NEURON.matcher(family()).matches() ? "NEURON" : "STANDARD";
    }

    private String family() {
        return name.substring(0, name.indexOf('.'));
    }

    @Override
    public String toString() {
        return name;
    }
}
