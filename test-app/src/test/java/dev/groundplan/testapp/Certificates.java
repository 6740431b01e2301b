package dev.groundplan.testapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority and the certificate that it gave to a server named {@code localhost}, made by the JDK's keytool. */
final class Certificates {
    private static final String STORE_PASSWORD = "only-for-tests";

    private final Path directory;

    private Certificates(Path directory) {
        this.directory = directory;
    }

    static Certificates in(Path directory) {
        var made = new Certificates(directory);
        made.keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Test authority", "-ext", "bc:c=ca:true");
        made.keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-signer",
                "ca",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost");
        made.keytool("-genkeypair", "-alias", "stranger", "-dname", "CN=Another authority", "-ext", "bc:c=ca:true");
        made.export();
        return made;
    }

    Path authority() {
        return directory.resolve("ca.pem");
    }

    Path anotherAuthority() {
        return directory.resolve("stranger.pem");
    }

    Path server() {
        return directory.resolve("server.pem");
    }

    Path serverKey() {
        return directory.resolve("server.key");
    }

    private void export() {
        try (var input = Files.newInputStream(directory.resolve("keys.p12"))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(input, STORE_PASSWORD.toCharArray());
            for (var alias : List.of("ca", "server", "stranger")) {
                write(alias + ".pem", "CERTIFICATE", store.getCertificate(alias).getEncoded());
            }
            write(
                    "server.key",
                    "PRIVATE KEY",
                    store.getKey("server", STORE_PASSWORD.toCharArray()).getEncoded());
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void write(String name, String kind, byte[] content) throws IOException {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        var file = directory.resolve(name);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private void keytool(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", directory.resolve("keys.p12").toString(), "-storepass", STORE_PASSWORD));
        try {
            var keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException hurry) {
            throw new IllegalStateException(hurry);
        }
    }
}
