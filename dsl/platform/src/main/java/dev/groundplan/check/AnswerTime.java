package dev.groundplan.check;

import java.util.Optional;

/**
 * How long an app may take to answer.
 *
 * @param seconds at the longest
 * @param said where the app says so
 */
record AnswerTime(int seconds, String said) {

    /**
     * What the app's own probe of this path waits, for a path that does not wait for the database; for all others, and where
     * the app does not say which those are, not less than its longest answer.
     */
    static Optional<AnswerTime> of(RunApp app, String path) {
        var longest = app.contract()
                .behaves()
                .times()
                .answer()
                .map(seconds -> new AnswerTime(seconds, app.annotation("answer-seconds")));
        var own = own(app, path);
        boolean isLonger = longest.isPresent()
                && own.filter(time -> time.seconds() >= longest.get().seconds() || isQuick(app, path))
                        .isEmpty();
        return isLonger ? longest : own;
    }

    private static Optional<AnswerTime> own(RunApp app, String path) {
        return app.contract().offers().probes().stream()
                .filter(probe -> probe.path()
                        .map(RunApp::withoutQuery)
                        .filter(RunApp.withoutQuery(path)::equals)
                        .isPresent())
                .map(probe -> new AnswerTime(
                        probe.rhythm().timeout(), app.says(probe.kind().field())))
                .reduce((one, other) -> other.seconds() > one.seconds() ? other : one);
    }

    private static boolean isQuick(RunApp app, String path) {
        var slow = app.contract().offers().databaseEndpoints();
        return !slow.isEmpty() && !slow.contains(RunApp.withoutQuery(path));
    }
}
