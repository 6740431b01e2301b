package dev.groundplan.eks;

import dev.groundplan.terraform.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * What an identity may do in AWS: actions, the things they are allowed on, and conditions.
 *
 * @param sid what the statement is for: letters and digits, such as {@code ReadParameters}
 * @param actions such as {@code ssm:GetParameter}
 * @param resources ARNs, known now or once Terraform has applied
 * @param conditions all of which must hold
 */
public record PolicyStatement(
        String sid, List<String> actions, List<Expression<String>> resources, List<Condition> conditions) {

    /**
     * One condition of a statement.
     *
     * @param test how the values are compared, such as {@code StringEquals}
     * @param variable what is compared, such as {@code kms:ViaService}
     * @param values any of which may match
     */
    public record Condition(String test, String variable, List<String> values) {

        /** Keeps a copy of the values. */
        public Condition {
            values = List.copyOf(values);
        }
    }

    /** Refuses a statement id that is not letters and digits, and actions that name no service. */
    public PolicyStatement {
        if (!sid.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException(
                    "`%s` is no statement id: write letters and digits, as in allow(\"ReadParameters\", …)."
                            .formatted(sid));
        }
        for (var action : actions) {
            if (!action.matches("[a-z0-9-]+:[A-Za-z0-9*?]+")) {
                throw new IllegalArgumentException(
                        "`%s` is no IAM action: write service and action, as in \"ssm:GetParameter\"."
                                .formatted(action));
            }
        }
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
    }

    /** Returns a statement that allows these actions, still on nothing. */
    public static PolicyStatement allow(String sid, String... actions) {
        return new PolicyStatement(sid, List.of(actions), List.of(), List.of());
    }

    /** Returns this statement on these resources as well, each an ARN. */
    public PolicyStatement on(List<? extends Expression<String>> arns) {
        var all = new ArrayList<Expression<String>>(resources);
        all.addAll(arns);
        return new PolicyStatement(sid, actions, all, conditions);
    }

    /** Returns this statement with one more condition. */
    public PolicyStatement when(String test, String variable, String... values) {
        var all = new ArrayList<>(conditions);
        all.add(new Condition(test, variable, List.of(values)));
        return new PolicyStatement(sid, actions, resources, all);
    }
}
