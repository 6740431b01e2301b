package dev.groundplan.github;

import java.util.ArrayList;
import java.util.List;

/** All workflows of a repository, and the table of actions that they may use. */
public final class Workflows {

    private final Home home;
    private final List<Workflow> workflows;
    private final Actions actions;

    private Workflows(Home home, List<Workflow> workflows, Actions actions) {
        this.home = home;
        this.workflows = List.copyOf(workflows);
        this.actions = actions;
    }

    /** Returns no workflow, of this repository. */
    public static Workflows workflowsOf(Home home) {
        return new Workflows(home, List.of(), Actions.standard());
    }

    /** Returns these workflows and more. */
    public Workflows with(WorkflowSource... more) {
        var all = new ArrayList<>(workflows);
        List.of(more).forEach(source -> all.add(source.workflow()));
        return new Workflows(home, all, actions);
    }

    /** Returns these workflows with an action that they may use besides those of the table, or at another commit. */
    public Workflows allowing(Action action) {
        return new Workflows(home, workflows, actions.with(action));
    }

    /** Returns the repository. */
    public Home home() {
        return home;
    }

    /** Returns the workflows, in the order in which they were given. */
    public List<Workflow> all() {
        return workflows;
    }

    /** Returns the actions that they may use. */
    public Actions actions() {
        return actions;
    }
}
