package dev.groundplan.delivery;

import static dev.groundplan.github.Actions.action;
import static dev.groundplan.github.Expressions.github;
import static dev.groundplan.github.Step.use;

import dev.groundplan.github.Step;

/** Steps that several workflows share. */
final class Steps {

    private static final String JAVA = "21";

    private Steps() {}

    static Step checkOut() {
        return use("Check out", action("actions/checkout")).with("persist-credentials", "false");
    }

    static Step java() {
        return use("Set up Java", action("actions/setup-java"))
                .with("distribution", "temurin")
                .with("java-version", JAVA)
                .with("cache", "maven");
    }

    static Step logIn() {
        return use("Log in to the registry", action("docker/login-action"))
                .with("registry", "ghcr.io")
                .with("username", github("actor"))
                .with("password", github("token"));
    }
}
