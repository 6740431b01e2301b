package dev.groundplan.describe;

/** The method that describes a platform: the same for every environment, with what differs said as a difference. */
@FunctionalInterface
public interface Description {

    /** Returns the platform as it stands in {@code environment}. */
    Platform describe(Environment environment) throws Exception;
}
