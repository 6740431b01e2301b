package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.terraform.BoolLiteral;
import java.util.List;

/** Finds root modules whose state is not locked while somebody changes it. */
final class StateWithoutLock implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return PlacedBackend.all(platform).stream()
                .filter(placed -> placed.backend().type().equals("s3"))
                .filter(placed ->
                        !(placed.backend().settings().attributes().get("use_lockfile") instanceof BoolLiteral locks
                                && locks.value()))
                .map(placed -> new Problem(
                        "T01",
                        "The state of the root module `%s` is not locked: two applies at once would lose what one of them made."
                                .formatted(placed.root()),
                        placed.place(),
                        "lock it by a file beside it: backend.withUseLockfile(true)"))
                .toList();
    }
}
