package dev.groundplan.eks;

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
import dev.groundplan.kubernetes.ManifestText;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PodIdentityTest {

    private static final Namespace NAMESPACE = eksCluster(
                    "faceit",
                    kubernetes("1.36"),
                    vpc("faceit", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"))
                            .privateSubnets())
            .namespace("test");
    private static final WorkloadIdentity IDENTITY = workloadIdentity("uploader", NAMESPACE)
            .allowing(allow("Upload", "s3:PutObject").on(List.of(text("arn:aws:s3:::uploads/*"))))
            .byPodIdentity();

    @Test
    void agent_gives_the_role_to_one_service_account_of_one_cluster() {
        assertThat(Rendered.on(STAGING, IDENTITY)
                        .only("aws_eks_pod_identity_association", "aws_iam_role", "aws_iam_role_policy")
                        .text())
                .isEqualTo("""
                        {
                          "resource": {
                            "aws_eks_pod_identity_association": {
                              "uploader": {
                                "cluster_name": "${aws_eks_cluster.faceit.name}",
                                "namespace": "test",
                                "role_arn": "${aws_iam_role.uploader.arn}",
                                "service_account": "uploader"
                              }
                            },
                            "aws_iam_role": {
                              "uploader": {
                                "assume_role_policy": "${data.aws_iam_policy_document.uploader_trust.json}",
                                "name": "faceit-staging-uploader"
                              }
                            },
                            "aws_iam_role_policy": {
                              "uploader": {
                                "policy": "${data.aws_iam_policy_document.uploader_rights.json}",
                                "role": "${aws_iam_role.uploader.id}",
                                "name": "rights"
                              }
                            }
                          }
                        }
                        """);
    }

    @Test
    void role_trusts_the_agent_for_this_service_account_alone() {
        assertThat(Rendered.on(STAGING, workloadIdentity("uploader", NAMESPACE).byPodIdentity())
                        .only("aws_iam_policy_document")
                        .text())
                .contains("\"sts:AssumeRole\",", "\"sts:TagSession\"", "\"pods.eks.amazonaws.com\"")
                .containsPattern(condition("111122223333", "aws:SourceAccount"))
                .containsPattern(condition("faceit-staging", "aws:RequestTag/eks-cluster-name"))
                .containsPattern(condition("test", "aws:RequestTag/kubernetes-namespace"))
                .containsPattern(condition("uploader", "aws:RequestTag/kubernetes-service-account"))
                .doesNotContain("Federated");
    }

    @Test
    void service_account_says_nothing_of_aws() {
        var account = IDENTITY.expand(STAGING).kubernetes().getFirst().object();

        assertThat(ManifestText.of(account)).isEqualTo("""
                apiVersion: v1
                kind: ServiceAccount
                metadata:
                  name: uploader
                  namespace: test
                automountServiceAccountToken: false
                """);
    }

    private static Pattern condition(String value, String variable) {
        return Pattern.compile("\"values\": \\[\\s+\"" + value + "\"\\s+],\\s+\"variable\": \"" + variable + "\"");
    }
}
