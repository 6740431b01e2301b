package dev.groundplan.terraform;

import static dev.groundplan.terraform.Expressions.call;
import static dev.groundplan.terraform.Expressions.list;
import static dev.groundplan.terraform.Expressions.number;
import static dev.groundplan.terraform.Expressions.template;
import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.terraform.Expressions.textMap;
import static dev.groundplan.terraform.Expressions.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.files.Header;
import dev.groundplan.files.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class RootModuleTextTest {

    private static String render(Declaration... declarations) {
        RootModule module = RootModule.of("infra").with("main", declarations);
        return JsonText.of(module.files().values().iterator().next());
    }

    private static SequencedMap<String, String> tags(String... pairs) {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            tags.put(pairs[i], pairs[i + 1]);
        }
        return tags;
    }

    @Test
    void settings_and_providers() {
        Provider west = Provider.of("aws").withAlias("west").with("region", "us-west-2");
        Provider aws = Provider.of("aws")
                .with("region", "eu-west-2")
                .withBlock("default_tags", Body.empty().with("tags", textMap(tags("cost", "${none}"))));
        TerraformSettings settings = TerraformSettings.defaults()
                .withRequiredVersion(">= 1.11, < 2.0")
                .withRequiredProvider(RequiredProvider.of("random", "hashicorp/random"))
                .withRequiredProvider(RequiredProvider.of("aws", "hashicorp/aws", "6.66.0"))
                .withBackend(Backend.s3("states", "infra/terraform.tfstate", "eu-west-2")
                        .withKmsKeyId("alias/state")
                        .withAllowedAccountIds("111122223333"));

        assertThat(render(west, aws, settings)).isEqualTo("""
                {
                  "terraform": {
                    "required_version": ">= 1.11, < 2.0",
                    "required_providers": {
                      "aws": {
                        "source": "hashicorp/aws",
                        "version": "6.66.0"
                      },
                      "random": {
                        "source": "hashicorp/random"
                      }
                    },
                    "backend": {
                      "s3": {
                        "bucket": "states",
                        "key": "infra/terraform.tfstate",
                        "region": "eu-west-2",
                        "encrypt": true,
                        "use_lockfile": true,
                        "kms_key_id": "alias/state",
                        "allowed_account_ids": [
                          "111122223333"
                        ]
                      }
                    }
                  },
                  "provider": {
                    "aws": [
                      {
                        "region": "eu-west-2",
                        "default_tags": {
                          "tags": {
                            "cost": "$${none}"
                          }
                        }
                      },
                      {
                        "alias": "west",
                        "region": "us-west-2"
                      }
                    ]
                  }
                }
                """);
    }

    @Test
    void a_resource_with_every_meta_argument() {
        Resource role = Resource.of("aws_iam_role", "node");
        Resource template = Resource.of("aws_launch_template", "node");
        Resource group = Resource.of("aws_eks_node_group", "general")
                .with("node_role_arn", role.<String>attribute("arn"))
                .withBlock("scaling_config", Body.empty().with("min_size", 1).with("max_size", 3))
                .withBlock("taint", Body.empty().with("key", "a"))
                .withBlock("taint", Body.empty().with("key", "b"))
                .withForEach(call("toset", texts(List.of("a", "b"))))
                .withProvider(Provider.of("aws").withAlias("west"))
                .withDependsOn(role, template)
                .withDependsOn(role)
                .withLifecycle(Lifecycle.defaults()
                        .withCreateBeforeDestroy()
                        .withPreventDestroy()
                        .withIgnoreChanges("scaling_config[0].desired_size", "tags[\"owner\"]")
                        .withReplaceTriggeredBy(template)
                        .withReplaceTriggeredBy(template.attribute("latest_version"))
                        .withPrecondition(Condition.of(Operators.notEqual(Scope.workspace(), text("a")), "Never said."))
                        .withPostcondition(Condition.of(
                                Operators.notEqual(Scope.self("arn"), text("")),
                                template(text("No ARN: "), Scope.self("id")))));

        assertThat(render(group)).isEqualTo("""
                {
                  "resource": {
                    "aws_eks_node_group": {
                      "general": {
                        "for_each": "${toset([\\"a\\", \\"b\\"])}",
                        "provider": "aws.west",
                        "node_role_arn": "${aws_iam_role.node.arn}",
                        "scaling_config": {
                          "min_size": 1,
                          "max_size": 3
                        },
                        "taint": [
                          {
                            "key": "a"
                          },
                          {
                            "key": "b"
                          }
                        ],
                        "lifecycle": {
                          "create_before_destroy": true,
                          "prevent_destroy": true,
                          "ignore_changes": [
                            "scaling_config[0].desired_size",
                            "tags[\\"owner\\"]"
                          ],
                          "replace_triggered_by": [
                            "aws_launch_template.node",
                            "aws_launch_template.node.latest_version"
                          ],
                          "precondition": {
                            "condition": "${terraform.workspace != \\"a\\"}",
                            "error_message": "Never said."
                          },
                          "postcondition": {
                            "condition": "${self.arn != \\"\\"}",
                            "error_message": "No ARN: ${self.id}"
                          }
                        },
                        "depends_on": [
                          "aws_iam_role.node",
                          "aws_launch_template.node"
                        ]
                      }
                    }
                  }
                }
                """);
    }

    @Test
    void dynamic_and_labelled_blocks_and_all_changes_ignored() {
        Resource resource = Resource.of("aws_x", "y")
                .withCount(2)
                .withDynamicBlock(DynamicBlock.of(
                        "setting",
                        texts(List.of("a")),
                        Body.empty().with("name", DynamicBlock.<String>value("setting"))))
                .withDynamicBlock(DynamicBlock.of(
                                "rule", texts(List.of("b")), Body.empty().with("index", DynamicBlock.key("it")))
                        .withIterator("it"))
                .withBody(Body.empty()
                        .withLabelledBlock(
                                "provisioner", "local-exec", Body.empty().with("command", "true")))
                .withLifecycle(Lifecycle.defaults().withIgnoreAllChanges());
        Resource dynamic = resource.withBody(Body.empty()
                .withDynamicBlock(DynamicBlock.of(
                                "rule", texts(List.of("b")), Body.empty().with("index", DynamicBlock.key("it")))
                        .withIterator("it")));

        assertThat(render(resource)).isEqualTo("""
                {
                  "resource": {
                    "aws_x": {
                      "y": {
                        "count": 2,
                        "provisioner": {
                          "local-exec": {
                            "command": "true"
                          }
                        },
                        "lifecycle": {
                          "ignore_changes": "all"
                        }
                      }
                    }
                  }
                }
                """);
        assertThat(render(dynamic)).contains("""
                        "dynamic": {
                          "rule": {
                            "for_each": [
                              "b"
                            ],
                            "iterator": "it",
                            "content": {
                              "index": "${it.key}"
                            }
                          }
                        },
                """);
    }

    @Test
    void everything_else_in_the_order_promised() {
        Variable<String> name = Variable.of("name", TypeConstraint.string())
                .withDescription("kept as it stands: ${x}")
                .withDefault(text("also ${x}"))
                .withSensitive()
                .withoutNull();
        name = name.withValidation(Condition.of(Operators.notEqual(name.value(), text("")), "Say a name."));
        Local<String> local = Local.of("greeting", template(text("hello, "), name.value()));
        DataSource region = DataSource.of("aws_region", "current");
        EphemeralResource password =
                EphemeralResource.of("random_password", "login").with("length", 32);
        ModuleCall network = ModuleCall.of("network", "./network")
                .withVersion("~> 1.0")
                .withProvider("aws", Provider.of("aws").withAlias("west"))
                .withInput("cidr", text("10.0.0.0/16"))
                .withDependsOn(region);
        Output output = Output.of("subnets", network.output("subnets"))
                .withDescription("all of them")
                .withSensitive()
                .withDependsOn(network)
                .withPrecondition(Condition.of(Operators.notEqual(Scope.workspace(), text("a")), "Never."));
        Moved moved = new Moved(
                TargetAddress.of(Address.resource("aws_x", "old")).instance(0),
                TargetAddress.of(Address.module("network")).instance("a\"b").inside(Address.resource("aws_x", "new")));
        Removed removed = Removed.forgotten(TargetAddress.of(Address.resource("aws_x", "gone")));
        Import toImport = Import.of(
                        TargetAddress.of(Address.resource("aws_x", "there")).instance(Scope.eachKey()),
                        Scope.eachValue())
                .withForEach(textMap(tags("a", "id-1")))
                .withProvider(Provider.of("aws").withAlias("west"));
        CheckBlock check = CheckBlock.of("health", Condition.of(Operators.equal(Scope.workspace(), text("a")), "Down."))
                .withAssertion(Condition.of(Operators.notEqual(Scope.workspace(), text("a")), "Up."))
                .withData(DataSource.of("http", "page").with("url", "https://example.org"));

        assertThat(render(check, toImport, removed, moved, output, network, password, region, local, name))
                .isEqualTo("""
                {
                  "variable": {
                    "name": {
                      "description": "kept as it stands: ${x}",
                      "type": "string",
                      "default": "also ${x}",
                      "sensitive": true,
                      "nullable": false,
                      "validation": {
                        "condition": "${var.name != \\"\\"}",
                        "error_message": "Say a name."
                      }
                    }
                  },
                  "locals": {
                    "greeting": "hello, ${var.name}"
                  },
                  "data": {
                    "aws_region": {
                      "current": {}
                    }
                  },
                  "ephemeral": {
                    "random_password": {
                      "login": {
                        "length": 32
                      }
                    }
                  },
                  "module": {
                    "network": {
                      "source": "./network",
                      "version": "~> 1.0",
                      "providers": {
                        "aws": "aws.west"
                      },
                      "cidr": "10.0.0.0/16",
                      "depends_on": [
                        "data.aws_region.current"
                      ]
                    }
                  },
                  "output": {
                    "subnets": {
                      "description": "all of them",
                      "value": "${module.network.subnets}",
                      "sensitive": true,
                      "precondition": {
                        "condition": "${terraform.workspace != \\"a\\"}",
                        "error_message": "Never."
                      },
                      "depends_on": [
                        "module.network"
                      ]
                    }
                  },
                  "moved": {
                    "from": "aws_x.old[0]",
                    "to": "module.network[\\"a\\\\\\"b\\"].aws_x.new"
                  },
                  "removed": {
                    "from": "aws_x.gone",
                    "lifecycle": {
                      "destroy": false
                    }
                  },
                  "import": {
                    "for_each": {
                      "a": "id-1"
                    },
                    "to": "aws_x.there[each.key]",
                    "id": "${each.value}",
                    "provider": "aws.west"
                  },
                  "check": {
                    "health": {
                      "data": {
                        "http": {
                          "page": {
                            "url": "https://example.org"
                          }
                        }
                      },
                      "assert": [
                        {
                          "condition": "${terraform.workspace == \\"a\\"}",
                          "error_message": "Down."
                        },
                        {
                          "condition": "${terraform.workspace != \\"a\\"}",
                          "error_message": "Up."
                        }
                      ]
                    }
                  }
                }
                """);
    }

    @Test
    void the_order_of_the_description_changes_nothing() {
        Resource a = Resource.of("aws_b", "one").with("x", list(number(1), number(2)));
        Resource b = Resource.of("aws_a", "two");
        Resource c = Resource.of("aws_b", "another");

        assertThat(render(a, b, c)).isEqualTo(render(c, b, a));
    }

    @Test
    void one_file_each_in_the_order_of_their_names_under_a_header() {
        RootModule module = RootModule.of("infra")
                .with("outputs", Output.of("a", number(1)))
                .with("main", Local.of("b", number(2)));

        assertThat(module.files().keySet()).containsExactly("main.tf.json", "outputs.tf.json");
        assertThat(JsonText.of(
                        new Header("faceit.Platform"),
                        module.files().values().iterator().next()))
                .isEqualTo("""
                {
                  "//": "generated by Groundplan from faceit.Platform; do not edit",
                  "locals": {
                    "b": 2
                  }
                }
                """);
    }
}
