package dev.groundplan.facts;

/**
 * What a node has for pods.
 *
 * @param millicores processor time, in thousandths of a processor
 * @param mebibytes memory
 * @param pods how many pods it has addresses for
 */
public record NodeSize(long millicores, long mebibytes, long pods) {

    /** About what hypervisor and kernel keep of the memory, in percent. */
    private static final long KEPT_OF_MEMORY = 5;

    /** What the kubelet of EKS keeps: 255 MiB and 11 for each pod, and 100 before it evicts. */
    private static final long MEBIBYTES_KEPT = 355;

    private static final long MEBIBYTES_FOR_A_POD = 11;

    /** The plugin for the network, kube-proxy and the agent for identities run on every node; the first two ask for this. */
    private static final long MILLICORES_OF_ADDONS = 150;

    private static final int ADDON_PODS = 3;

    /** EKS allows no more, however many addresses there are. */
    private static final int MOST_PODS = 110;

    private static final int MOST_PODS_OF_LARGE = 250;

    /** What is left of a machine by the formulas of EKS's own image. */
    static NodeSize of(long processors, long mebibytes, long addresses) {
        long pods = Math.min(addresses, processors < 30 ? MOST_PODS : MOST_PODS_OF_LARGE);
        long memory = mebibytes * (100 - KEPT_OF_MEMORY) / 100 - MEBIBYTES_KEPT - MEBIBYTES_FOR_A_POD * addresses;
        long time = processors * 1000 - keptMillicores(processors);
        return new NodeSize(time - MILLICORES_OF_ADDONS, memory, pods - ADDON_PODS);
    }

    /** 6 % of the first processor, 1 % of the second, 0.5 % of the next two, 0.25 % of all others. */
    private static long keptMillicores(long processors) {
        long kept = 60;
        kept += processors > 1 ? 10 : 0;
        kept += Math.max(0, Math.min(2, processors - 2)) * 5;
        return kept + Math.max(0, processors - 4) * 5 / 2;
    }
}
