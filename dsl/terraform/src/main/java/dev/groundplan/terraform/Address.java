package dev.groundplan.terraform;

import com.google.errorprone.annotations.CanIgnoreReturnValue;

/**
 * What names one element within its root module.
 *
 * @param kind what it is
 * @param type the type of a resource, data source or ephemeral resource; the local name of a provider; else empty
 * @param name its name; the alias of a provider, empty for the default one
 */
public record Address(Kind kind, String type, String name) {

    /** The kinds of elements. */
    public enum Kind {
        /** {@code aws_vpc.main}. */
        RESOURCE,
        /** {@code data.aws_region.current}. */
        DATA_SOURCE,
        /** {@code ephemeral.random_password.login}. */
        EPHEMERAL_RESOURCE,
        /** {@code var.name}. */
        VARIABLE,
        /** {@code local.name}. */
        LOCAL,
        /** {@code module.name}. */
        MODULE,
        /** {@code output.name}; only other modules can refer to it. */
        OUTPUT,
        /** {@code provider.aws}, {@code provider.aws.west}. */
        PROVIDER,
        /** {@code check.name}; nothing can refer to it. */
        CHECK,
        /** The block {@code terraform}; nothing can refer to it. */
        TERRAFORM,
        /** A {@code moved} block, by what it moves; nothing can refer to it. */
        MOVED,
        /** A {@code removed} block, by what it removes; nothing can refer to it. */
        REMOVED,
        /** An {@code import} block, by where it imports to; nothing can refer to it. */
        IMPORT
    }

    /** Returns the address of a resource, {@code aws_vpc.main}. */
    public static Address resource(String type, String name) {
        return new Address(
                Kind.RESOURCE, Identifier.require("resource type", type), Identifier.require("resource", name));
    }

    /** Returns the address of a data source, {@code data.aws_region.current}. */
    public static Address dataSource(String type, String name) {
        return new Address(
                Kind.DATA_SOURCE,
                Identifier.require("data source type", type),
                Identifier.require("data source", name));
    }

    /** Returns the address of an ephemeral resource, {@code ephemeral.random_password.login}. */
    public static Address ephemeralResource(String type, String name) {
        return new Address(
                Kind.EPHEMERAL_RESOURCE,
                Identifier.require("ephemeral resource type", type),
                Identifier.require("ephemeral resource", name));
    }

    /** Returns the address of an input variable, {@code var.name}. */
    public static Address variable(String name) {
        return named(Kind.VARIABLE, "variable", name);
    }

    /** Returns the address of a local value, {@code local.name}. */
    public static Address local(String name) {
        return named(Kind.LOCAL, "local value", name);
    }

    /** Returns the address of a module call, {@code module.name}. */
    public static Address module(String name) {
        return named(Kind.MODULE, "module call", name);
    }

    /** Returns the address of an output, {@code output.name}. */
    public static Address output(String name) {
        return named(Kind.OUTPUT, "output", name);
    }

    /** Returns the address of a check, {@code check.name}. */
    public static Address check(String name) {
        return named(Kind.CHECK, "check", name);
    }

    /** Returns the address of a provider's default configuration, {@code provider.aws}. */
    public static Address provider(String localName) {
        return new Address(Kind.PROVIDER, Identifier.require("provider", localName), "");
    }

    /** Returns the address of one of several configurations of a provider, {@code provider.aws.west}. */
    public static Address provider(String localName, String alias) {
        return new Address(
                Kind.PROVIDER, Identifier.require("provider", localName), Identifier.require("provider alias", alias));
    }

    private static Address named(Kind kind, String thing, String name) {
        return new Address(kind, "", Identifier.require(thing, name));
    }

    /** Returns the first word of a reference to this address, {@code aws_vpc} or {@code data}. */
    String root() {
        String text = toString();
        int dot = text.indexOf('.');
        return dot < 0 ? text : text.substring(0, dot);
    }

    boolean referable() {
        return switch (kind) {
            case RESOURCE, DATA_SOURCE, EPHEMERAL_RESOURCE, VARIABLE, LOCAL, MODULE -> true;
            case OUTPUT, PROVIDER, CHECK, TERRAFORM, MOVED, REMOVED, IMPORT -> false;
        };
    }

    @CanIgnoreReturnValue
    Address requireReferable() {
        if (!referable()) {
            throw new IllegalArgumentException("an expression cannot refer to `" + this
                    + "`: Terraform knows resources, data sources, ephemeral resources, variables, local values and modules"
                    + " there; refer to one of these");
        }
        return this;
    }

    /** Returns the address as Terraform prints it, such as {@code data.aws_region.current}. */
    @Override
    public String toString() {
        return switch (kind) {
            case RESOURCE -> type + "." + name;
            case DATA_SOURCE -> "data." + type + "." + name;
            case EPHEMERAL_RESOURCE -> "ephemeral." + type + "." + name;
            case VARIABLE -> "var." + name;
            case LOCAL -> "local." + name;
            case MODULE -> "module." + name;
            case OUTPUT -> "output." + name;
            case PROVIDER -> "provider." + type + (name.isEmpty() ? "" : "." + name);
            case CHECK -> "check." + name;
            case TERRAFORM -> "terraform";
            case MOVED -> "moved from " + name;
            case REMOVED -> "removed " + name;
            case IMPORT -> "import to " + name;
        };
    }
}
