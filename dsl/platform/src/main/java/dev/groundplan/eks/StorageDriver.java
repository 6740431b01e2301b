package dev.groundplan.eks;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.facts.Capability;
import dev.groundplan.facts.Offer;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;

/** Disks of EBS for pods: the driver that makes them, and the class that claims name. */
final class StorageDriver {

    static final Addon ADDON = Addon.addon("aws-ebs-csi-driver")
            .withRights("ebs-csi-controller-sa", "service-role/AmazonEBSCSIDriverPolicy");

    private static final String CLASS = "gp3";

    private StorageDriver() {}

    /** The class of the driver, where the driver is. */
    static Elements classesOf(Addons addons) {
        return addons.has(ADDON)
                ? Elements.none()
                        .with(Layer.CONFIGS.itself(), storageClass())
                        .with(new Offer(Layer.CONFIGS.itself(), Capability.storageClass(CLASS)))
                : Elements.none();
    }

    /** A disk lies in one zone: it is made once it is known in which its pod runs. */
    private static StorageClass storageClass() {
        return new StorageClassBuilder()
                .withNewMetadata()
                .withName(CLASS)
                .addToAnnotations("storageclass.kubernetes.io/is-default-class", "true")
                .endMetadata()
                .withProvisioner("ebs.csi.aws.com")
                .addToParameters("encrypted", "true")
                .addToParameters("type", "gp3")
                .withVolumeBindingMode("WaitForFirstConsumer")
                .withAllowVolumeExpansion(true)
                .build();
    }
}
