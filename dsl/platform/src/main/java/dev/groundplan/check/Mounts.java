package dev.groundplan.check;

/** What is mounted into the container of an app. */
final class Mounts {

    private Mounts() {}

    /** Whether a path, or a directory above or below it, is mounted. */
    static boolean cover(RunApp app, String path) {
        return app.container().getVolumeMounts().stream()
                .map(mount -> mount.getMountPath())
                .anyMatch(mounted -> isWithin(path, mounted) || isWithin(mounted, path));
    }

    private static boolean isWithin(String path, String directory) {
        return path.equals(directory) || path.startsWith(directory.endsWith("/") ? directory : directory + "/");
    }
}
