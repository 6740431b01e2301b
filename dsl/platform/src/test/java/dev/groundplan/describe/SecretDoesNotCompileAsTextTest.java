package dev.groundplan.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What javac says when a secret stands where a text is needed, and when a text stands where a secret is needed. */
class SecretDoesNotCompileAsTextTest {

    @TempDir
    private Path classes;

    @Test
    void reference_to_a_secret_is_no_text() {
        assertThat(errors("String text = login.password();"))
                .containsExactly(
                        "incompatible types: dev.groundplan.describe.SecretReference cannot be converted to java.lang.String");
        assertThat(errors("var store = dev.groundplan.secrets.ParameterStore.parameterStore(\"a\", login.password());"))
                .containsExactly(
                        "incompatible types: dev.groundplan.describe.SecretReference cannot be converted to java.lang.String");
    }

    @Test
    void everything_around_the_secret_compiles() {
        assertThat(errors("String text = login.password().toString();")).isEmpty();
    }

    private List<String> errors(String statement) {
        var source = "class Description { void describe(dev.groundplan.database.DatabaseLogin login) { " + statement
                + " } }";
        var found = new DiagnosticCollector<JavaFileObject>();
        var options =
                List.of("-proc:none", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
        var task = ToolProvider.getSystemJavaCompiler()
                .getTask(new StringWriter(), null, found, options, null, List.of(new Source(source)));
        assertThat(task.call()).isEqualTo(found.getDiagnostics().isEmpty());
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        private Source(String text) {
            super(URI.create("string:///Description.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
