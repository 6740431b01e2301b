package dev.groundplan.secrets;

import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static dev.groundplan.terraform.Expressions.template;
import static dev.groundplan.terraform.Expressions.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.groundplan.Rendered;
import dev.groundplan.describe.Value;
import dev.groundplan.terraform.aws.AwsVpc;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterStoreTest {

    @Test
    void a_store_has_a_key_of_its_own() {
        assertThat(rendered(parameterStore("faceit", "/faceit"))).isEqualTo("""
                {
                  "data": {
                    "aws_iam_policy_document": {
                      "parameter_store_faceit_key": {
                        "statement": {
                          "sid": "AccountDecides",
                          "actions": [
                            "kms:*"
                          ],
                          "resources": [
                            "*"
                          ],
                          "principals": {
                            "identifiers": [
                              "arn:aws:iam::111122223333:root"
                            ],
                            "type": "AWS"
                          }
                        }
                      }
                    }
                  },
                  "resource": {
                    "aws_kms_alias": {
                      "parameter_store_faceit": {
                        "target_key_id": "${aws_kms_key.parameter_store_faceit.key_id}",
                        "name": "alias/faceit-staging/parameter-store-faceit"
                      }
                    },
                    "aws_kms_key": {
                      "parameter_store_faceit": {
                        "description": "Encrypts what the parameter-store faceit keeps",
                        "enable_key_rotation": true,
                        "deletion_window_in_days": 7,
                        "policy": "${data.aws_iam_policy_document.parameter_store_faceit_key.json}"
                      }
                    }
                  }
                }
                """);
    }

    @Test
    void texts_are_shown_and_secrets_are_written_without_being_kept() {
        var network = template(text("vpc "), AwsVpc.of("faceit").id());
        var store = parameterStore("faceit", "/faceit")
                .withText("log-level", "${debug}")
                .withText("network/name", Value.afterApply(network))
                .withSecret("session-key")
                .withSecretVersion("session-key", 3);

        assertThat(rendered(store)).isEqualTo("""
                {
                  "data": {
                    "aws_iam_policy_document": {
                      "parameter_store_faceit_key": {
                        "statement": {
                          "sid": "AccountDecides",
                          "actions": [
                            "kms:*"
                          ],
                          "resources": [
                            "*"
                          ],
                          "principals": {
                            "identifiers": [
                              "arn:aws:iam::111122223333:root"
                            ],
                            "type": "AWS"
                          }
                        }
                      }
                    }
                  },
                  "ephemeral": {
                    "random_password": {
                      "parameter_store_faceit_session_key": {
                        "length": 32,
                        "min_lower": 1,
                        "min_numeric": 1,
                        "min_upper": 1,
                        "override_special": "-_.~"
                      }
                    }
                  },
                  "resource": {
                    "aws_kms_alias": {
                      "parameter_store_faceit": {
                        "target_key_id": "${aws_kms_key.parameter_store_faceit.key_id}",
                        "name": "alias/faceit-staging/parameter-store-faceit"
                      }
                    },
                    "aws_kms_key": {
                      "parameter_store_faceit": {
                        "description": "Encrypts what the parameter-store faceit keeps",
                        "enable_key_rotation": true,
                        "deletion_window_in_days": 7,
                        "policy": "${data.aws_iam_policy_document.parameter_store_faceit_key.json}"
                      }
                    },
                    "aws_ssm_parameter": {
                      "parameter_store_faceit_log_level": {
                        "name": "/faceit/log-level",
                        "type": "String",
                        "insecure_value": "$${debug}"
                      },
                      "parameter_store_faceit_network__name": {
                        "name": "/faceit/network/name",
                        "type": "String",
                        "insecure_value": "vpc ${aws_vpc.faceit.id}"
                      },
                      "parameter_store_faceit_session_key": {
                        "name": "/faceit/session-key",
                        "type": "SecureString",
                        "key_id": "${aws_kms_key.parameter_store_faceit.arn}",
                        "value_wo": "${ephemeral.random_password.parameter_store_faceit_session_key.result}",
                        "value_wo_version": 3
                      }
                    }
                  }
                }
                """);
    }

    @Test
    void secrets_and_texts_are_referred_to_by_their_parameters() {
        var store = parameterStore("faceit", "/faceit")
                .withText("log-level", "info")
                .withSecret("smtp/password");

        assertThat(store.secret("smtp/password").parameter()).hasToString("/faceit/smtp/password");
        assertThat(store.text("log-level").parameter()).hasToString("/faceit/log-level");
        assertThat(store.secret("smtp/password").keptBy()).isSameAs(store);
        assertThat(store.secret("smtp/password").keyArn()).hasToString("aws_kms_key.parameter_store_faceit.arn");
    }

    @Test
    void a_problem_with_a_parameter_names_the_option_and_its_line() {
        var store = parameterStore("faceit", "/faceit").withSecret("session-key");

        assertThat(store.expand(STAGING).details())
                .containsOnlyKeys("/faceit/session-key")
                .allSatisfy((parameter, detail) -> {
                    assertThat(detail.option()).isEqualTo("parameter `session-key`");
                    assertThat(detail.line().file()).isEqualTo("ParameterStoreTest.java");
                });
    }

    @Test
    void a_misspelt_secret_is_refused_with_the_one_that_was_meant() {
        var store = parameterStore("faceit", "/faceit").withSecret("session-key");

        refused(
                () -> store.secret("sesion-key"),
                "The parameter store `faceit` has no secret `sesion-key`: did you mean `session-key`?");
        refused(
                () -> store.withSecretVersion("session-kye", 2),
                "The parameter store `faceit` has no secret `session-kye`: did you mean `session-key`?");
    }

    @Test
    void an_unknown_name_is_refused_with_the_call_that_adds_it() {
        var store = parameterStore("faceit", "/faceit").withSecret("session-key");

        refused(
                () -> store.secret("smtp/password"),
                "The parameter store `faceit` has no secret `smtp/password`: add it with .withSecret(\"smtp/password\").");
        refused(
                () -> store.text("session-key"),
                "The parameter store `faceit` has no text `session-key`: add it with .withText(\"session-key\", …).");
    }

    @Test
    void a_name_is_refused_twice() {
        var store = parameterStore("faceit", "/faceit").withSecret("session-key");
        var first = store.expand(STAGING).details().firstEntry().getValue().line();

        refused(
                () -> store.withText("session-key", "x"),
                "The parameter store `faceit` has the parameter `session-key` twice: the first is at " + first
                        + ". Leave one out, or rename it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Session", "session_key", "/session", "session/", "a//b", "1st"})
    void what_is_no_name_is_refused(String name) {
        refused(
                () -> parameterStore("faceit", "/faceit").withSecret(name),
                "`" + name
                        + "` is no name of a parameter in a store: write lower-case letters, digits and single hyphens, levels with `/` between, as in withSecret(\"session-key\").");
    }

    @Test
    void a_text_that_aws_does_not_keep_is_refused() {
        refused(
                () -> parameterStore("faceit", "/faceit").withText("motd", ""),
                "The text of the parameter `motd` has 0 bytes: Parameter Store keeps 1 to 4096. Leave an empty one out, and keep a longer one in a file or a bucket.");
        refused(
                () -> parameterStore("faceit", "/faceit").withText("motd", "é".repeat(2049)),
                "The text of the parameter `motd` has 4098 bytes: Parameter Store keeps 1 to 4096. Leave an empty one out, and keep a longer one in a file or a bucket.");
    }

    @Test
    void a_version_below_1_is_refused() {
        refused(
                () -> parameterStore("faceit", "/faceit")
                        .withSecret("session-key")
                        .withSecretVersion("session-key", 0),
                "0 is no version of a secret: the first is 1, and with a higher one than before the next run makes up a new secret.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "faceit", "/", "/faceit/", "/face it"})
    void what_is_no_path_is_refused(String path) {
        refused(
                () -> parameterStore("faceit", path),
                "`" + path
                        + "` is no parameter name: write 1 to 15 levels of letters, digits and `_.-`, each after a `/`, as in \"/faceit/orders\".");
    }

    @Test
    void paths_that_aws_keeps_for_itself_are_refused() {
        refused(
                () -> parameterStore("faceit", "/aws/faceit"),
                "`/aws/faceit` is no parameter name: AWS keeps names that begin with `aws` or `ssm` for itself.");
    }

    @Test
    void more_levels_than_aws_has_are_refused_when_the_name_is_given() {
        var deep = parameterStore("faceit", "/a".repeat(15));

        refused(
                () -> deep.withSecret("key"),
                "`" + "/a".repeat(15)
                        + "/key` is no parameter name: write 1 to 15 levels of letters, digits and `_.-`, each after a `/`, as in \"/faceit/orders\".");
    }

    private static String rendered(ParameterStore store) {
        return Rendered.on(STAGING, store).text();
    }

    private static void refused(ThrowingCallable description, String message) {
        assertThatIllegalArgumentException().isThrownBy(description).withMessage(message);
    }
}
