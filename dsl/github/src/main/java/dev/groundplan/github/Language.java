package dev.groundplan.github;

import java.util.List;

/**
 * The words that expressions know.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions">Expressions</a>
 */
final class Language {

    static final List<String> CONTEXTS = List.of(
            "github",
            "needs",
            "steps",
            "inputs",
            "matrix",
            "secrets",
            "vars",
            "env",
            "runner",
            "job",
            "jobs",
            "strategy");

    static final List<String> FUNCTIONS = List.of(
            "always",
            "cancelled",
            "contains",
            "endsWith",
            "failure",
            "format",
            "fromJSON",
            "hashFiles",
            "join",
            "startsWith",
            "success",
            "toJSON");

    static final List<String> LITERALS = List.of("true", "false", "null");

    static final List<String> OF_GITHUB = List.of(
            "action",
            "action_path",
            "action_ref",
            "action_repository",
            "action_status",
            "actor",
            "actor_id",
            "api_url",
            "base_ref",
            "env",
            "event",
            "event_name",
            "event_path",
            "graphql_url",
            "head_ref",
            "job",
            "path",
            "ref",
            "ref_name",
            "ref_protected",
            "ref_type",
            "repository",
            "repository_id",
            "repository_owner",
            "repository_owner_id",
            "repositoryUrl",
            "retention_days",
            "run_attempt",
            "run_id",
            "run_number",
            "secret_source",
            "server_url",
            "sha",
            "token",
            "triggering_actor",
            "workflow",
            "workflow_ref",
            "workflow_sha",
            "workspace");

    private Language() {}
}
