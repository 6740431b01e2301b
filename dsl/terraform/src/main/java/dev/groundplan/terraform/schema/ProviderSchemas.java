package dev.groundplan.terraform.schema;

import com.google.errorprone.annotations.CheckReturnValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads provider schemas.
 *
 * <p>The compact format is read lazily: the file is split into its types at once, and a type is parsed when it is first
 * asked for. A line that is not understood is refused then, with {@code IllegalArgumentException} naming file and line.
 */
@CheckReturnValue
public final class ProviderSchemas {

    private ProviderSchemas() {}

    /** Reads a file in the compact format, which {@link CompactSchema} writes. */
    public static ProviderSchema read(Path file) {
        try {
            return CompactReader.read(String.valueOf(file.getFileName()), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the compact format.
     *
     * @param name what to call the file in messages, such as {@code aws.schema}
     * @param text its text; closed by the caller
     */
    public static ProviderSchema read(String name, Reader text) {
        try {
            var all = new StringBuilder();
            var buffer = new char[8192];
            for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
                all.append(buffer, 0, n);
            }
            return CompactReader.read(name, all.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file in the compact format from beside a class, as the provider modules carry theirs.
     *
     * @param owner a class of the package that holds the file
     * @param name the file's name, such as {@code aws.schema}
     */
    public static ProviderSchema read(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "There is no schema `%s` beside the class `%s`. Put the file into the folder `src/main/resources/%s`."
                                .formatted(
                                        name,
                                        owner.getName(),
                                        owner.getPackageName().replace('.', '/')));
            }
            return CompactReader.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one provider out of what {@code terraform providers schema -json} prints. Everything is parsed at once.
     *
     * @param json what Terraform printed, in UTF-8; closed by the caller
     * @param source the provider's address without host, such as {@code hashicorp/aws}
     * @param version the provider's version, which that output does not tell, such as {@code 6.66.0}
     */
    public static ProviderSchema fromTerraformJson(InputStream json, String source, String version) {
        try {
            return TerraformJson.read(json, source, version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
