package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.terraform.ObjectExpression;
import dev.groundplan.terraform.Resource;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;

/** Finds Ingresses whose load balancer would find too few subnets: it takes those tagged for its scheme, in two zones. */
final class IngressWithoutSubnets implements ElementsCheck {

    private static final String ANNOTATIONS = "alb.ingress.kubernetes.io/";
    private static final int LEAST_ZONES = 2;

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        if (PlacedResource.of(platform, "aws_subnet").findAny().isEmpty()) {
            return List.of();
        }
        return platform.kubernetes().stream()
                .filter(placed -> placed.object() instanceof Ingress ingress && isBalanced(ingress))
                .filter(placed -> zones(platform, tag(placed)) < LEAST_ZONES)
                .map(IngressWithoutSubnets::problem)
                .toList();
    }

    private static boolean isBalanced(Ingress ingress) {
        var annotations = ingress.getMetadata().getAnnotations();
        boolean isOfClass =
                ingress.getSpec() != null && "alb".equals(ingress.getSpec().getIngressClassName());
        boolean isAnnotated =
                annotations != null && annotations.keySet().stream().anyMatch(key -> key.startsWith(ANNOTATIONS));
        return (isOfClass || isAnnotated) && !isAnnotatedWith(ingress, "subnets");
    }

    private static boolean isAnnotatedWith(Ingress ingress, String annotation) {
        var annotations = ingress.getMetadata().getAnnotations();
        return annotations != null && annotations.containsKey(ANNOTATIONS + annotation);
    }

    /** The tag of the subnets that the controller takes; it makes internal load balancers when nothing is said. */
    private static String tag(PlacedObject placed) {
        var annotations = placed.object().getMetadata().getAnnotations();
        boolean isPublic = annotations != null && "internet-facing".equals(annotations.get(ANNOTATIONS + "scheme"));
        return isPublic ? "kubernetes.io/role/elb" : "kubernetes.io/role/internal-elb";
    }

    private static long zones(ExpandedPlatform platform, String tag) {
        return PlacedResource.of(platform, "aws_subnet")
                .filter(subnet -> isTagged(subnet.resource(), tag))
                .flatMap(subnet -> subnet.texts("availability_zone"))
                .distinct()
                .count();
    }

    private static boolean isTagged(Resource subnet, String tag) {
        return subnet.body().attributes().get("tags") instanceof ObjectExpression<?> tags
                && tags.get(tag).isPresent();
    }

    private static Problem problem(PlacedObject placed) {
        return new Problem(
                "X09",
                "The %s wants a load balancer in subnets with the tag `%s`, and the platform has none in two zones."
                        .formatted(placed.label(), tag(placed)),
                placed.from().place(),
                "tag the subnets, as vpc(…) does, or choose another `alb.ingress.kubernetes.io/scheme`");
    }
}
