package dev.groundplan.testapp;

import java.nio.file.Path;

/**
 * What the environment says, once {@link Environment} found nothing wrong with it.
 *
 * @param port the port to listen on; 0 takes any free one and cannot be said by the environment
 * @param host name or address of the database
 * @param databasePort port of the database
 * @param user role of the database
 * @param password where the password is got from
 * @param database name of the database
 * @param sslMode {@code verify-full}, {@code verify-ca}, {@code require} or {@code disable}
 * @param rootCertificates PEM bundle that the certificate of the database must lead to; read in the verify modes
 */
record Settings(
        int port,
        String host,
        int databasePort,
        String user,
        Password password,
        String database,
        String sslMode,
        Path rootCertificates) {}
