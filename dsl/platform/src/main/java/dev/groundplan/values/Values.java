package dev.groundplan.values;

/**
 * Makes the plain values of a description: {@code cidr("10.0.0.0/16")}, {@code days(7)}.
 *
 * <p>Each method throws an {@link IllegalArgumentException} that says the grammar, where the value does not have it.
 */
public final class Values {

    private Values() {}

    /** Returns the AWS account with these 12 digits. */
    public static AccountId account(String digits) {
        return new AccountId(digits);
    }

    /** Returns the AWS region with this code, such as {@code eu-west-2}. */
    public static Region region(String code) {
        return new Region(code);
    }

    /** Returns the availability zones of these names, two to six of one region, such as {@code eu-west-2a}. */
    public static Zones zones(String... names) {
        return Zones.of(names);
    }

    /** Returns a block of IPv4 addresses, such as {@code 10.0.0.0/16}. */
    public static Cidr cidr(String text) {
        return new Cidr(text);
    }

    /** Returns a number of days, 0 to 3653. */
    public static Days days(int count) {
        return new Days(count);
    }

    /** Returns a number of seconds, 0 to 86400. */
    public static Seconds seconds(int count) {
        return new Seconds(count);
    }

    /** Returns a share of a whole, 1 to 100. */
    public static Percent percent(int value) {
        return new Percent(value);
    }

    /** Returns an amount of disk that does not grow, in gibibytes. */
    public static Storage gibibytes(int gibibytes) {
        return new Storage(gibibytes, gibibytes);
    }

    /** Returns how many, at least and at most. */
    public static Range between(int least, int most) {
        return new Range(least, most);
    }

    /** Returns processor time in thousandths of a core. */
    public static Cpu millicores(int millicores) {
        return new Cpu(millicores);
    }

    /** Returns memory in mebibytes. */
    public static Memory mebibytes(int mebibytes) {
        return new Memory(mebibytes);
    }

    /** Returns a TCP port, 1 to 65535. */
    public static Port port(int number) {
        return new Port(number);
    }

    /** Returns a version of one to three numbers, such as {@code 17.5}. */
    public static Version version(String text) {
        return new Version(text);
    }

    /** Returns a container image, such as {@code ghcr.io/acme/test-app:1.4.2}. */
    public static ImageReference image(String text) {
        return new ImageReference(text);
    }

    /** Returns a name in DNS, such as {@code shop.example.com}; those of a hosted zone are got from it. */
    public static HostName host(String text) {
        return new HostName(text);
    }
}
