package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.files.JsonText;
import dev.groundplan.terraform.Address;
import java.util.List;

/** Finds providers that log in to a cluster by a program through an API that programs no longer speak. */
final class LoginByOldApi implements ElementsCheck {

    private static final String OLD = "client.authentication.k8s.io/v1alpha1";

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return platform.terraform().stream()
                .filter(placed -> placed.element().address().kind() == Address.Kind.PROVIDER)
                .filter(placed -> JsonText.of(placed.element()::writeTo).contains(OLD))
                .map(placed -> new Problem(
                        "T23",
                        "`%s` of the root module `%s` logs in through `%s`, which neither Kubernetes nor the AWS CLI speaks any more."
                                .formatted(placed.element(), placed.root(), OLD),
                        placed.from().place(),
                        "write `client.authentication.k8s.io/v1beta1` as the api_version of exec"))
                .toList();
    }
}
