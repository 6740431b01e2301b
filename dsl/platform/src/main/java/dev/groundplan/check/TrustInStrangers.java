package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.TrustedRepository;
import dev.groundplan.files.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds roles that trust GitHub's tokens of a repository that is not the platform's, or of more than is named. */
final class TrustInStrangers implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var known = platform.facts(TrustedRepository.class).stream()
                .map(TrustedRepository::path)
                .toList();
        var problems = new ArrayList<Problem>();
        for (var trust : GitHubTrust.all(platform)) {
            if (!trust.isDocument()) {
                claims(trust).ifPresent(problems::add);
            }
            trust.subjects().stream()
                    .flatMap(subject -> problem(trust, subject, known).stream())
                    .forEach(problems::add);
        }
        return problems;
    }

    private static Optional<Problem> claims(GitHubTrust trust) {
        if (!trust.compares("sub")) {
            return Optional.of(
                    new Problem(
                            "W12",
                            "%s trusts every repository on GitHub: it compares no subject.".formatted(trust.holder()),
                            trust.place(),
                            "compare `token.actions.githubusercontent.com:sub` by StringEquals with the subjects of the repository, such as repository.pullRequestSubject()"));
        }
        return trust.compares("aud")
                ? Optional.empty()
                : Optional.of(new Problem(
                        "W12",
                        "%s trusts tokens that were made for others than AWS: it compares no audience."
                                .formatted(trust.holder()),
                        trust.place(),
                        "compare `token.actions.githubusercontent.com:aud` by StringEquals with `sts.amazonaws.com`"));
    }

    private static Optional<Problem> problem(GitHubTrust trust, String subject, List<String> known) {
        if (subject.contains("*") || subject.contains("?")) {
            return trust.isDocument() ? Optional.empty() : Optional.of(pattern(trust, subject));
        }
        var parts = subject.split(":", -1);
        var isKnown = !parts[0].equals("repo") || parts.length < 2 || known.contains(parts[1]);
        return isKnown ? Optional.empty() : Optional.of(stranger(trust, subject, parts[1], known));
    }

    private static Problem pattern(GitHubTrust trust, String subject) {
        return new Problem(
                "W12",
                "%s trusts every subject like `%s`: more jobs than anybody thought of present one."
                        .formatted(trust.holder(), subject),
                trust.place(),
                "name each subject whole, as in repository.environmentSubject(\"production\")");
    }

    private static Problem stranger(GitHubTrust trust, String subject, String repository, List<String> known) {
        return new Problem(
                "W12",
                "%s trusts `%s`, and no part says that `%s` is a repository of the platform.%s"
                        .formatted(trust.holder(), subject, repository, NearestName.question(repository, known)),
                trust.place(),
                "take the subject from the platform's repository, as in repository.pullRequestSubject(), or say that this one is trusted: Elements.none().with(new TrustedRepository(\"%s\"))"
                        .formatted(repository));
    }
}
