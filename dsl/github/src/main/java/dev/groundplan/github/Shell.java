package dev.groundplan.github;

/** What runs a script. */
public enum Shell {
    /** Bash that stops at the first failure, also inside a pipe and at a variable that is not set. */
    BASH("bash -euo pipefail {0}"),
    /** The plain shell of the machine. */
    SH("sh"),
    /** Python. */
    PYTHON("python");

    private final String spelt;

    Shell(String spelt) {
        this.spelt = spelt;
    }

    /** The shell as a workflow spells it. */
    @Override
    public String toString() {
        return spelt;
    }
}
