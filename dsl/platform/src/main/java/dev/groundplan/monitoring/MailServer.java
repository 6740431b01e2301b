package dev.groundplan.monitoring;

import dev.groundplan.describe.SecretReference;
import java.util.regex.Pattern;

/**
 * A server that takes mail over TLS.
 *
 * @param host its name and port, such as {@code email-smtp.eu-west-2.amazonaws.com:587}
 * @param from the address that the mails come from
 * @param user who logs in
 * @param password where the user's password is kept
 */
public record MailServer(String host, String from, String user, SecretReference password) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+:[0-9]{1,5}");

    /** Refuses a host without a port and an address that is none with an {@link IllegalArgumentException}. */
    public MailServer {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no server of mail: write its name and port, as in \"smtp.example.com:587\"."
                            .formatted(host));
        }
        Receiver.address(from);
    }
}
