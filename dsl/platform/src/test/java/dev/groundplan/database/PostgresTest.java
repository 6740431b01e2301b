package dev.groundplan.database;

import static dev.groundplan.Rendered.PRODUCTION;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.database.Fixture.CLUSTER;
import static dev.groundplan.database.Fixture.NETWORK;
import static dev.groundplan.database.Fixture.orders;
import static dev.groundplan.database.Fixture.text;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static dev.groundplan.values.Values.gibibytes;
import static dev.groundplan.values.Values.port;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.Rendered;
import dev.groundplan.describe.PartReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresTest {

    @Test
    void in_staging_a_database_is_cheap_and_goes_without_a_trace() {
        assertThat(text(orders().reachableFrom(CLUSTER), STAGING)).isEqualTo("""
                {
                  "data": {
                    "aws_iam_policy_document": {
                      "postgres_orders_key": {
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
                      "postgres_orders": {
                        "length": 32,
                        "min_lower": 1,
                        "min_numeric": 1,
                        "min_upper": 1,
                        "override_special": "-_.~"
                      }
                    }
                  },
                  "resource": {
                    "aws_db_instance": {
                      "orders": {
                        "instance_class": "db.t4g.medium",
                        "identifier": "faceit-staging-orders",
                        "engine": "postgres",
                        "engine_version": "17.5",
                        "engine_lifecycle_support": "open-source-rds-extended-support-disabled",
                        "auto_minor_version_upgrade": false,
                        "allow_major_version_upgrade": false,
                        "parameter_group_name": "${aws_db_parameter_group.orders.name}",
                        "storage_type": "gp3",
                        "allocated_storage": 20,
                        "storage_encrypted": true,
                        "kms_key_id": "${aws_kms_key.postgres_orders.arn}",
                        "db_name": "orders",
                        "username": "orders_owner",
                        "password_wo": "${ephemeral.random_password.postgres_orders.result}",
                        "password_wo_version": 1,
                        "port": 5432,
                        "db_subnet_group_name": "${aws_db_subnet_group.orders.name}",
                        "vpc_security_group_ids": [
                          "${aws_security_group.postgres_orders.id}"
                        ],
                        "publicly_accessible": false,
                        "ca_cert_identifier": "rds-ca-rsa2048-g1",
                        "multi_az": false,
                        "backup_retention_period": 1,
                        "backup_window": "02:00-03:00",
                        "maintenance_window": "sun:04:00-sun:05:00",
                        "apply_immediately": true,
                        "copy_tags_to_snapshot": true,
                        "deletion_protection": false,
                        "delete_automated_backups": true,
                        "skip_final_snapshot": true,
                        "performance_insights_enabled": false,
                        "monitoring_interval": 0,
                        "enabled_cloudwatch_logs_exports": []
                      }
                    },
                    "aws_db_parameter_group": {
                      "orders": {
                        "family": "postgres17",
                        "name_prefix": "faceit-staging-orders-postgres17-",
                        "description": "Settings of the database orders",
                        "parameter": [
                          {
                            "name": "log_lock_waits",
                            "value": "1",
                            "apply_method": "immediate"
                          },
                          {
                            "name": "log_min_duration_statement",
                            "value": "1000",
                            "apply_method": "immediate"
                          },
                          {
                            "name": "rds.force_ssl",
                            "value": "1",
                            "apply_method": "immediate"
                          },
                          {
                            "name": "shared_preload_libraries",
                            "value": "pg_stat_statements",
                            "apply_method": "pending-reboot"
                          }
                        ],
                        "lifecycle": {
                          "create_before_destroy": true
                        }
                      }
                    },
                    "aws_db_subnet_group": {
                      "orders": {
                        "subnet_ids": [
                          "${aws_subnet.faceit_private_a.id}",
                          "${aws_subnet.faceit_private_b.id}",
                          "${aws_subnet.faceit_private_c.id}"
                        ],
                        "name": "faceit-staging-orders",
                        "description": "Where the database orders stands"
                      }
                    },
                    "aws_kms_alias": {
                      "postgres_orders": {
                        "target_key_id": "${aws_kms_key.postgres_orders.key_id}",
                        "name": "alias/faceit-staging/postgres-orders"
                      }
                    },
                    "aws_kms_key": {
                      "postgres_orders": {
                        "description": "Encrypts what the postgres orders keeps",
                        "enable_key_rotation": true,
                        "deletion_window_in_days": 7,
                        "policy": "${data.aws_iam_policy_document.postgres_orders_key.json}"
                      }
                    },
                    "aws_security_group": {
                      "postgres_orders": {
                        "name_prefix": "faceit-staging-orders-",
                        "description": "Who reaches the database orders",
                        "vpc_id": "${aws_vpc.faceit.id}",
                        "lifecycle": {
                          "create_before_destroy": true
                        }
                      }
                    },
                    "aws_vpc_security_group_ingress_rule": {
                      "postgres_orders_from_faceit": {
                        "ip_protocol": "tcp",
                        "security_group_id": "${aws_security_group.postgres_orders.id}",
                        "description": "PostgreSQL from the pods of the cluster faceit",
                        "from_port": 5432,
                        "to_port": 5432,
                        "referenced_security_group_id": "${aws_eks_cluster.faceit.vpc_config[0].cluster_security_group_id}"
                      }
                    }
                  }
                }
                """);
    }

    @Test
    void in_production_a_database_outlives_a_zone_a_machine_and_a_wrong_word() {
        var database =
                orders().withStorage(gibibytes(50).growingTo(gibibytes(200))).reachableFrom(CLUSTER);

        assertThat(text(database, PRODUCTION)).isEqualTo("""
                {
                  "data": {
                    "aws_iam_policy_document": {
                      "postgres_orders_key": {
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
                                "arn:aws:iam::444455556666:root"
                              ],
                              "type": "AWS"
                            }
                          },
                          {
                            "sid": "UseByLogs",
                            "actions": [
                              "kms:Decrypt*",
                              "kms:Describe*",
                              "kms:Encrypt*",
                              "kms:GenerateDataKey*",
                              "kms:ReEncrypt*"
                            ],
                            "resources": [
                              "*"
                            ],
                            "principals": {
                              "identifiers": [
                                "logs.eu-west-2.amazonaws.com"
                              ],
                              "type": "Service"
                            },
                            "condition": {
                              "test": "ArnLike",
                              "values": [
                                "arn:aws:logs:eu-west-2:444455556666:log-group:/aws/rds/instance/faceit-production-orders/*"
                              ],
                              "variable": "kms:EncryptionContext:aws:logs:arn"
                            }
                          }
                        ]
                      },
                      "postgres_orders_monitoring_trust": {
                        "statement": {
                          "actions": [
                            "sts:AssumeRole"
                          ],
                          "principals": {
                            "identifiers": [
                              "monitoring.rds.amazonaws.com"
                            ],
                            "type": "Service"
                          },
                          "condition": [
                            {
                              "test": "StringEquals",
                              "values": [
                                "444455556666"
                              ],
                              "variable": "aws:SourceAccount"
                            },
                            {
                              "test": "ArnEquals",
                              "values": [
                                "arn:aws:rds:eu-west-2:444455556666:db:faceit-production-orders"
                              ],
                              "variable": "aws:SourceArn"
                            }
                          ]
                        }
                      }
                    }
                  },
                  "ephemeral": {
                    "random_password": {
                      "postgres_orders": {
                        "length": 32,
                        "min_lower": 1,
                        "min_numeric": 1,
                        "min_upper": 1,
                        "override_special": "-_.~"
                      }
                    }
                  },
                  "resource": {
                    "aws_cloudwatch_log_group": {
                      "postgres_orders_postgresql": {
                        "name": "/aws/rds/instance/faceit-production-orders/postgresql",
                        "retention_in_days": 90,
                        "kms_key_id": "${aws_kms_key.postgres_orders.arn}"
                      },
                      "postgres_orders_upgrade": {
                        "name": "/aws/rds/instance/faceit-production-orders/upgrade",
                        "retention_in_days": 90,
                        "kms_key_id": "${aws_kms_key.postgres_orders.arn}"
                      }
                    },
                    "aws_db_instance": {
                      "orders": {
                        "instance_class": "db.m7g.large",
                        "identifier": "faceit-production-orders",
                        "engine": "postgres",
                        "engine_version": "17.5",
                        "engine_lifecycle_support": "open-source-rds-extended-support-disabled",
                        "auto_minor_version_upgrade": false,
                        "allow_major_version_upgrade": false,
                        "parameter_group_name": "${aws_db_parameter_group.orders.name}",
                        "storage_type": "gp3",
                        "allocated_storage": 50,
                        "max_allocated_storage": 200,
                        "storage_encrypted": true,
                        "kms_key_id": "${aws_kms_key.postgres_orders.arn}",
                        "db_name": "orders",
                        "username": "orders_owner",
                        "password_wo": "${ephemeral.random_password.postgres_orders.result}",
                        "password_wo_version": 1,
                        "port": 5432,
                        "db_subnet_group_name": "${aws_db_subnet_group.orders.name}",
                        "vpc_security_group_ids": [
                          "${aws_security_group.postgres_orders.id}"
                        ],
                        "publicly_accessible": false,
                        "ca_cert_identifier": "rds-ca-rsa2048-g1",
                        "multi_az": true,
                        "backup_retention_period": 14,
                        "backup_window": "02:00-03:00",
                        "maintenance_window": "sun:04:00-sun:05:00",
                        "apply_immediately": false,
                        "copy_tags_to_snapshot": true,
                        "deletion_protection": true,
                        "delete_automated_backups": false,
                        "skip_final_snapshot": false,
                        "final_snapshot_identifier": "faceit-production-orders-final",
                        "performance_insights_enabled": true,
                        "performance_insights_kms_key_id": "${aws_kms_key.postgres_orders.arn}",
                        "performance_insights_retention_period": 7,
                        "monitoring_interval": 60,
                        "monitoring_role_arn": "${aws_iam_role.postgres_orders_monitoring.arn}",
                        "enabled_cloudwatch_logs_exports": [
                          "postgresql",
                          "upgrade"
                        ],
                        "depends_on": [
                          "aws_cloudwatch_log_group.postgres_orders_postgresql",
                          "aws_cloudwatch_log_group.postgres_orders_upgrade",
                          "aws_iam_role_policy_attachment.postgres_orders_monitoring"
                        ]
                      }
                    },
                    "aws_db_parameter_group": {
                      "orders": {
                        "family": "postgres17",
                        "name_prefix": "faceit-production-orders-postgres17-",
                        "description": "Settings of the database orders",
                        "parameter": [
                          {
                            "name": "log_lock_waits",
                            "value": "1",
                            "apply_method": "immediate"
                          },
                          {
                            "name": "log_min_duration_statement",
                            "value": "1000",
                            "apply_method": "immediate"
                          },
                          {
                            "name": "rds.force_ssl",
                            "value": "1",
                            "apply_method": "immediate"
                          },
                          {
                            "name": "shared_preload_libraries",
                            "value": "pg_stat_statements",
                            "apply_method": "pending-reboot"
                          }
                        ],
                        "lifecycle": {
                          "create_before_destroy": true
                        }
                      }
                    },
                    "aws_db_subnet_group": {
                      "orders": {
                        "subnet_ids": [
                          "${aws_subnet.faceit_private_a.id}",
                          "${aws_subnet.faceit_private_b.id}",
                          "${aws_subnet.faceit_private_c.id}"
                        ],
                        "name": "faceit-production-orders",
                        "description": "Where the database orders stands"
                      }
                    },
                    "aws_iam_role": {
                      "postgres_orders_monitoring": {
                        "assume_role_policy": "${data.aws_iam_policy_document.postgres_orders_monitoring_trust.json}",
                        "name": "faceit-production-orders-rds-monitoring",
                        "description": "Lets RDS write the figures of the machine under the database orders"
                      }
                    },
                    "aws_iam_role_policy_attachment": {
                      "postgres_orders_monitoring": {
                        "policy_arn": "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
                        "role": "${aws_iam_role.postgres_orders_monitoring.name}"
                      }
                    },
                    "aws_kms_alias": {
                      "postgres_orders": {
                        "target_key_id": "${aws_kms_key.postgres_orders.key_id}",
                        "name": "alias/faceit-production/postgres-orders"
                      }
                    },
                    "aws_kms_key": {
                      "postgres_orders": {
                        "description": "Encrypts what the postgres orders keeps",
                        "enable_key_rotation": true,
                        "deletion_window_in_days": 30,
                        "policy": "${data.aws_iam_policy_document.postgres_orders_key.json}"
                      }
                    },
                    "aws_security_group": {
                      "postgres_orders": {
                        "name_prefix": "faceit-production-orders-",
                        "description": "Who reaches the database orders",
                        "vpc_id": "${aws_vpc.faceit.id}",
                        "lifecycle": {
                          "create_before_destroy": true
                        }
                      }
                    },
                    "aws_vpc_security_group_ingress_rule": {
                      "postgres_orders_from_faceit": {
                        "ip_protocol": "tcp",
                        "security_group_id": "${aws_security_group.postgres_orders.id}",
                        "description": "PostgreSQL from the pods of the cluster faceit",
                        "from_port": 5432,
                        "to_port": 5432,
                        "referenced_security_group_id": "${aws_eks_cluster.faceit.vpc_config[0].cluster_security_group_id}"
                      }
                    }
                  }
                }
                """);
    }

    @Test
    void a_database_refers_to_its_network_and_its_clusters_at_the_lines_that_name_them() {
        var database = orders().reachableFrom(CLUSTER);

        assertThat(database.references()).extracting(PartReference::to).containsExactly(NETWORK, CLUSTER);
        assertThat(database.references())
                .extracting(reference -> reference.line().file())
                .containsExactly("Fixture.java", "PostgresTest.java");
    }

    @Test
    void with_its_network_cluster_and_store_every_reference_leads_somewhere() {
        var database = orders().reachableFrom(CLUSTER);
        var store = parameterStore("faceit", "/faceit");

        for (var site : List.of(STAGING, PRODUCTION)) {
            assertThat(Rendered.on(site, NETWORK, CLUSTER, database, store, database.loginIn(store))
                            .problems())
                    .isEmpty();
        }
    }

    @Test
    void a_problem_with_a_chosen_port_names_the_option_and_its_line() {
        var database = orders().withPort(port(5433));

        assertThat(database.expand(STAGING).details()).containsOnlyKeys("5433").allSatisfy((text, detail) -> {
            assertThat(detail.option()).isEqualTo("port");
            assertThat(detail.line().file()).isEqualTo("PostgresTest.java");
        });
    }

    @Test
    void an_option_changes_a_copy() {
        var before = orders();
        var text = text(before, STAGING);

        var after = before.withPort(port(5433)).reachableFrom(CLUSTER);

        assertThat(text(before, STAGING)).isEqualTo(text).isNotEqualTo(text(after, STAGING));
    }
}
