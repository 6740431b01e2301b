package dev.groundplan.secrets;

import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.secrets.SharedKey.encryptionKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.groundplan.Rendered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedKeyTest {

    @Test
    void key_is_the_account_s_and_a_service_s_for_things_of_this_account() {
        var key = encryptionKey("alarms").usableBy("cloudwatch.amazonaws.com");

        assertThat(Rendered.on(STAGING, key).text()).isEqualTo("""
                {
                  "data": {
                    "aws_iam_policy_document": {
                      "encryption_key_alarms_key": {
                        "statement": [
                          {
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
                          },
                          {
                            "sid": "UseByCloudwatchAmazonawsCom",
                            "actions": [
                              "kms:Decrypt",
                              "kms:GenerateDataKey*"
                            ],
                            "resources": [
                              "*"
                            ],
                            "principals": {
                              "identifiers": [
                                "cloudwatch.amazonaws.com"
                              ],
                              "type": "Service"
                            },
                            "condition": {
                              "test": "StringEquals",
                              "values": [
                                "111122223333"
                              ],
                              "variable": "aws:SourceAccount"
                            }
                          }
                        ]
                      }
                    }
                  },
                  "resource": {
                    "aws_kms_alias": {
                      "encryption_key_alarms": {
                        "target_key_id": "${aws_kms_key.encryption_key_alarms.key_id}",
                        "name": "alias/faceit-staging/encryption-key-alarms"
                      }
                    },
                    "aws_kms_key": {
                      "encryption_key_alarms": {
                        "description": "The key alarms",
                        "enable_key_rotation": true,
                        "deletion_window_in_days": 7,
                        "policy": "${data.aws_iam_policy_document.encryption_key_alarms_key.json}"
                      }
                    }
                  }
                }
                """);
        assertThat(key.arn()).hasToString("aws_kms_key.encryption_key_alarms.arn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cloudwatch", "amazonaws.com", "*", "arn:aws:iam::111122223333:root"})
    void other_texts_are_no_service(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encryptionKey("alarms").usableBy(text))
                .withMessage(
                        "`%s` is no service of AWS: write its principal, as in .usableBy(\"cloudwatch.amazonaws.com\").",
                        text);
    }

    @Test
    void service_twice_is_refused() {
        var key = encryptionKey("alarms").usableBy("events.amazonaws.com");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> key.usableBy("events.amazonaws.com"))
                .withMessage("The key `alarms` is usable by `events.amazonaws.com` already: name each service once.");
    }
}
