package dev.groundplan.terraform.bindings;

import dev.groundplan.terraform.schema.CompactSchema;
import dev.groundplan.terraform.schema.ProviderSchemas;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The command that turns what {@code terraform providers schema -json} prints into a compact schema file:
 *
 * <pre>{@code
 * terraform providers schema -json | java -cp … dev.groundplan.terraform.bindings.SchemaCommand hashicorp/aws 6.66.0 > aws.schema
 * }</pre>
 */
public final class SchemaCommand {

    private static final String USAGE =
            "usage: terraform providers schema -json | java -cp <class path> %s <source, such as hashicorp/aws> <version>"
                    .formatted(SchemaCommand.class.getName());

    private SchemaCommand() {}

    /** Reads the standard input, writes the standard output; what is wrong goes to the error output, with exit code 1. */
    public static void main(String[] arguments) throws IOException {
        int code = run(arguments, System.in, System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) throws IOException {
        if (arguments.length != 2) {
            err.print(USAGE + "\n");
            return 1;
        }
        try {
            var schema = ProviderSchemas.fromTerraformJson(in, arguments[0], arguments[1]);
            String comment = "What %s %s accepts, as `terraform providers schema -json` tells it."
                    .formatted((Object[]) arguments);
            out.write(CompactSchema.write(schema, List.of(comment)).getBytes(StandardCharsets.UTF_8));
            out.flush();
            return 0;
        } catch (IllegalArgumentException e) {
            err.print(e.getMessage() + "\n");
            return 1;
        }
    }
}
