package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.terraform.Address;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.BoolLiteral;
import dev.groundplan.terraform.Configured;
import dev.groundplan.terraform.TextLiteral;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds generated passwords with marks that the app cannot take. */
final class PasswordAppCannotTake implements ElementsCheck {

    /** The marks that the provider takes when it is not told which. */
    private static final String STANDARD = "!@#$%&*()-_=+[]{}<>:?";

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return RunApp.in(platform).stream()
                .flatMap(app -> app.contract().behaves().passwordCharacters().stream()
                        .filter(characters -> !characters.equals("printable"))
                        .flatMap(characters -> problems(platform, app, characters)))
                .toList();
    }

    private static Stream<Problem> problems(ExpandedPlatform platform, RunApp app, String characters) {
        var allowed = characters.equals("alphanumeric") ? "" : characters;
        return app.container().getEnv().stream()
                .flatMap(given -> marks(platform, app, given).stream()
                        .map(marks -> besides(marks, allowed))
                        .filter(marks -> !marks.isEmpty())
                        .map(marks -> problem(app, given, marks)));
    }

    private static Problem problem(RunApp app, EnvVar given, String marks) {
        return app.problem(
                "A13",
                "The password that the %s is given as `%s` may have the marks `%s`, and the app does not take them (%s)."
                        .formatted(app.object().label(), given.getName(), marks, app.annotation("password-characters")),
                given.getName(),
                "let the app take them, or generate the password with others: override_special");
    }

    private static String besides(String marks, String allowed) {
        return marks.chars()
                .filter(mark -> allowed.indexOf(mark) < 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** The marks of the password that a variable is given, where it is a generated one. */
    private static Optional<String> marks(ExpandedPlatform platform, RunApp app, EnvVar given) {
        var values = new GivenValues(platform);
        return values.parameter(app, given)
                .flatMap(values::resource)
                .flatMap(parameter -> parameter
                        .body()
                        .references()
                        .filter(address -> address.type().equals("random_password"))
                        .flatMap(address -> generator(platform, address).stream())
                        .map(PasswordAppCannotTake::marks)
                        .findFirst());
    }

    private static Optional<Body> generator(ExpandedPlatform platform, Address address) {
        return platform.terraform().stream()
                .map(placed -> placed.element())
                .filter(element -> element.address().equals(address))
                .filter(Configured.class::isInstance)
                .map(element -> ((Configured<?>) element).body())
                .findFirst();
    }

    private static String marks(Body password) {
        var attributes = password.attributes();
        if (attributes.get("special") instanceof BoolLiteral special && !special.value()) {
            return "";
        }
        return attributes.get("override_special") instanceof TextLiteral marks ? marks.value() : STANDARD;
    }
}
