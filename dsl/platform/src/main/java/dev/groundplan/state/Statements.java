package dev.groundplan.state;

import dev.groundplan.cloudformation.Value;
import dev.groundplan.cloudformation.Value.Fields;
import java.util.List;

/** Statements of IAM policies, as CloudFormation has them. */
final class Statements {

    private Statements() {}

    static Value document(Fields... statements) {
        return Fields.none().with("Version", "2012-10-17").with("Statement", Value.list(statements));
    }

    static Fields allow(String sid, List<String> actions, Value... resources) {
        return statement(sid, "Allow", actions).with("Resource", Value.list(resources));
    }

    static Fields deny(String sid, List<String> actions, Value... resources) {
        return statement(sid, "Deny", actions).with("Resource", Value.list(resources));
    }

    static Fields statement(String sid, String effect, List<String> actions) {
        return Fields.none().with("Sid", sid).with("Effect", effect).with("Action", Value.texts(actions));
    }

    /** One condition with one operator on one key. */
    static Value condition(String operator, String key, Value value) {
        return Fields.none().with(operator, Fields.none().with(key, value));
    }
}
