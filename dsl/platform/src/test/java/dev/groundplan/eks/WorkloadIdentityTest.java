package dev.groundplan.eks;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.PolicyStatement.allow;
import static dev.groundplan.eks.WorkloadIdentity.workloadIdentity;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.Rendered;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WorkloadIdentityTest {

    private static final Namespace NAMESPACE = eksCluster(
                    "faceit",
                    kubernetes("1.36"),
                    vpc("faceit", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"))
                            .privateSubnets())
            .namespace("test");

    @Test
    void an_identity_trusts_one_service_account_and_may_do_what_is_said() {
        var identity = workloadIdentity("orders-reader", NAMESPACE)
                .allowing(allow("ReadOrders", "ssm:GetParameter")
                        .on(List.of(text("arn:aws:ssm:eu-west-2:111122223333:parameter/faceit/orders")))
                        .when("StringEquals", "aws:ResourceTag/owner", "${aws:PrincipalTag/owner}"));

        assertText(Rendered.on(STAGING, identity).text(), "workload-identity.tf.json");
    }

    @Test
    void an_identity_without_rights_has_no_policy() {
        assertThat(Rendered.on(STAGING, workloadIdentity("nobody", NAMESPACE)).addresses())
                .containsExactly("data.aws_iam_policy_document.nobody_trust", "aws_iam_role.nobody");
    }

    @Test
    void the_service_account_names_the_role_that_terraform_makes() {
        var object = workloadIdentity("orders-reader", NAMESPACE)
                .expand(STAGING)
                .kubernetes()
                .getFirst()
                .object();

        assertThat(object).isInstanceOf(ServiceAccount.class);
        assertThat(object.getMetadata().getNamespace()).isEqualTo("test");
        assertThat(object.getMetadata().getName()).isEqualTo("orders-reader");
        assertThat(object.getMetadata().getAnnotations())
                .containsOnlyKeys("eks.amazonaws.com/role-arn")
                .containsValue("arn:aws:iam::111122223333:role/faceit-staging-orders-reader");
    }
}
