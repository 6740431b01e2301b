package dev.groundplan.database;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Elements.SourceDetail;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.SecretReference;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.describe.Value;
import dev.groundplan.facts.Endpoint;
import dev.groundplan.secrets.ParameterStore;
import dev.groundplan.secrets.Parameters;
import dev.groundplan.terraform.aws.AwsSsmParameter;
import dev.groundplan.values.ParameterName;
import java.util.List;

/**
 * What a program needs in order to connect to a database, kept in a {@link ParameterStore}: {@code host}, {@code port}, {@code
 * dbname}, {@code username}, {@code password} and {@code sslmode}, below the store's path and the database's name.
 *
 * <p>Renders to six {@code aws_ssm_parameter}. The password is a {@code SecureString} under the store's key, written through
 * {@code value_wo} with the value and the version that the database itself gets, after the database has taken it. The other five
 * are of type {@code String}: they are no secrets (the state names them beside the instance anyway), and only so does Terraform
 * see them change. A host written through {@code value_wo} would stay the old one when the database is replaced, since nothing
 * but its version is compared. External Secrets reads both types in the same way, and plain ones cost no decryption.
 *
 * <p>States where the database is reached ({@link Endpoint}): a workload that reads any of the six may connect to it.
 *
 * <p>Get it from {@link Postgres#loginIn}, after all options of the database.
 */
public final class DatabaseLogin implements Part {

    private static final String HOST = "host";
    private static final String PORT = "port";
    private static final String DATABASE_NAME = "dbname";
    private static final String USERNAME = "username";
    private static final String PASSWORD = "password";
    private static final String SSL_MODE = "sslmode";

    private final PartId id;
    private final SourceLine line;
    private final Postgres database;
    private final PartReference toDatabase;
    private final ParameterStore store;
    private final PartReference toStore;
    private SslMode sslMode = SslMode.VERIFY_FULL;

    private DatabaseLogin(Postgres database, ParameterStore store) {
        this.id = PartId.of("login", database.id().name().text());
        this.line = SourceLine.here();
        this.database = database;
        this.toDatabase = PartReference.to(database, "database");
        this.store = store;
        this.toStore = PartReference.to(store, "store");
    }

    private DatabaseLogin(DatabaseLogin login) {
        id = login.id;
        line = login.line;
        database = login.database;
        toDatabase = login.toDatabase;
        store = login.store;
        toStore = login.toStore;
        sslMode = login.sslMode;
    }

    static DatabaseLogin of(Postgres database, ParameterStore store) {
        return new DatabaseLogin(database, store);
    }

    /**
     * Returns this login with another way for programs to make sure whom they talk to; without this call {@link
     * SslMode#VERIFY_FULL}, for which the program needs the certificates of RDS.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html">AWS: certificates of RDS</a>
     */
    public DatabaseLogin withSslMode(SslMode mode) {
        var copy = new DatabaseLogin(this);
        copy.sslMode = mode;
        return copy;
    }

    /** Refers to the host's name, without port. */
    public SecretReference host() {
        return reference(HOST);
    }

    /** Refers to the port, in digits. */
    public SecretReference port() {
        return reference(PORT);
    }

    /** Refers to the name of the database on that host. */
    public SecretReference databaseName() {
        return reference(DATABASE_NAME);
    }

    /** Refers to the name of the user. */
    public SecretReference username() {
        return reference(USERNAME);
    }

    /** Refers to the password: 32 letters, digits and {@code - _ . ~}, safe in any connection string. */
    public SecretReference password() {
        return reference(PASSWORD);
    }

    /** Refers to the mode that {@code libpq} and its likes call {@code sslmode}. */
    public SecretReference sslMode() {
        return reference(SSL_MODE);
    }

    @Override
    public PartId id() {
        return id;
    }

    @Override
    public SourceLine line() {
        return line;
    }

    @Override
    public List<PartReference> references() {
        return List.of(toDatabase, toStore);
    }

    @Override
    public Elements expand(Site site) {
        var elements = Elements.none()
                .with(Root.INFRA, plain(HOST, Value.afterApply(database.host())))
                .with(Root.INFRA, plain(PORT, Value.known(database.port().toString())))
                .with(Root.INFRA, plain(DATABASE_NAME, Value.known(database.databaseName())))
                .with(Root.INFRA, plain(USERNAME, Value.known(database.masterUsername())))
                .with(Root.INFRA, secure(), plain(SSL_MODE, Value.known(sslMode.text())))
                .with(new Endpoint(
                        database.id(), database.port(), database.subnets().cidrs()));
        for (var value : List.of(HOST, PORT, DATABASE_NAME, USERNAME, PASSWORD, SSL_MODE)) {
            elements = elements.withDetail(parameter(value).path(), new SourceDetail(value, line));
        }
        return elements;
    }

    private AwsSsmParameter plain(String value, Value<String> text) {
        return Parameters.plain(terraformName(value), parameter(value), text);
    }

    /** Only once the database has the password may readers see it: a run that fails at the database changes nothing here. */
    private AwsSsmParameter secure() {
        return Parameters.secure(terraformName(PASSWORD), parameter(PASSWORD), store.keyArn(), database.password())
                .withDependsOn(PostgresInstance.named(database));
    }

    private SecretReference reference(String value) {
        return new SecretReference(this, parameter(value), store.keyArn());
    }

    private ParameterName parameter(String value) {
        return store.path().child(id.name() + "/" + value);
    }

    private String terraformName(String value) {
        return "login_" + id.name().identifier() + "_" + value;
    }
}
