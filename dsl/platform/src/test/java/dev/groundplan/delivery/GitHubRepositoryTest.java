package dev.groundplan.delivery;

import static dev.groundplan.delivery.GitHubRepository.gitHubRepository;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GitHubRepositoryTest {

    @Test
    void a_repository_without_numbers_has_subjects_by_name() {
        var repository = gitHubRepository("Acme/Platform");

        assertThat(repository).hasToString("Acme/Platform");
        assertThat(repository.owner()).isEqualTo("Acme");
        assertThat(repository.name()).isEqualTo("Platform");
        assertThat(repository.url()).isEqualTo("https://github.com/Acme/Platform");
        assertThat(repository.registryPath()).isEqualTo("acme/platform");
        assertThat(repository.path()).isEqualTo("Acme/Platform");
        assertThat(repository.pullRequestSubject()).isEqualTo("repo:Acme/Platform:pull_request");
        assertThat(repository.defaultBranchSubject()).isEqualTo("repo:Acme/Platform:ref:refs/heads/main");
        assertThat(repository.environmentSubject("production")).isEqualTo("repo:Acme/Platform:environment:production");
    }

    @Test
    void a_repository_with_numbers_has_them_in_every_subject_and_nowhere_else() {
        var repository = gitHubRepository("acme@9919/platform@1296269").withDefaultBranch("release/2.x");

        assertThat(repository).hasToString("acme/platform");
        assertThat(repository.url()).isEqualTo("https://github.com/acme/platform");
        assertThat(repository.registryPath()).isEqualTo("acme/platform");
        assertThat(repository.path()).isEqualTo("acme@9919/platform@1296269");
        assertThat(repository.pullRequestSubject()).isEqualTo("repo:acme@9919/platform@1296269:pull_request");
        assertThat(repository.defaultBranchSubject())
                .isEqualTo("repo:acme@9919/platform@1296269:ref:refs/heads/release/2.x");
    }

    @Test
    void two_repositories_are_the_same_if_subjects_and_branch_are() {
        assertThat(gitHubRepository("acme/platform"))
                .isEqualTo(gitHubRepository("acme/platform"))
                .hasSameHashCodeAs(gitHubRepository("acme/platform"))
                .isNotEqualTo(gitHubRepository("acme@9919/platform@1296269"))
                .isNotEqualTo(gitHubRepository("acme/platform").withDefaultBranch("trunk"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "platform",
                "acme/",
                "acme/*",
                "ac*/platform",
                "-acme/platform",
                "acme--x/platform",
                "acme/..",
                "acme/platform.git",
                "acme/plat form",
                "acme@9919/platform",
                "acme/platform@1296269",
                "acme@0/platform@1",
                "https://github.com/acme/platform",
                "a234567890123456789012345678901234567890/platform"
            })
    void what_is_no_repository_is_refused(String text) {
        assertThatThrownBy(() -> gitHubRepository(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "`%s` is no repository on GitHub: write owner and name, as in gitHubRepository(\"acme/platform\"), or both"
                                + " with their numbers, as in gitHubRepository(\"acme@9919/platform@1296269\").",
                        text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "main ", "*", "feature/*", "a..b", "-x", "x/", "x.lock", "refs heads"})
    void what_is_no_branch_is_refused(String branch) {
        assertThatThrownBy(() -> gitHubRepository("acme/platform").withDefaultBranch(branch))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "`%s` is no name of a branch: write letters, digits and `._/-`, as in withDefaultBranch(\"main\").",
                        branch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "prod*", "a:b", "prod env"})
    void what_is_no_environment_is_refused(String environment) {
        assertThatThrownBy(() -> gitHubRepository("acme/platform").environmentSubject(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "`%s` is no name of an environment of a repository: write letters, digits and `._-`, as in environmentSubject(\"production\").",
                        environment);
    }
}
