package dev.groundplan.eks;

import dev.groundplan.facts.NodePool;

/**
 * What keeps pods off a node unless they tolerate it.
 *
 * @param value empty when the key says enough
 */
record NodeTaint(String key, String value, TaintEffect effect) {

    NodeTaint {
        Qualified.refuseBadKey("taint", key);
        Qualified.refuseBadValue("taint", value);
    }

    NodePool.Taint fact() {
        return new NodePool.Taint(key, value, effect.kubernetes());
    }

    boolean isSameAs(NodeTaint other) {
        return key.equals(other.key) && effect == other.effect;
    }
}
