package dev.groundplan.testing.terraform;

import dev.groundplan.terraform.schema.ProviderSchema;
import dev.groundplan.testing.terraform.wire.GrpcServer;

/**
 * A Terraform provider inside this JVM: serves a schema by plugin protocol 6 on a port of the loopback interface, so that
 * Terraform checks and plans against it without download, credentials or network.
 *
 * <p>It plans as a real provider does: computed attributes that the configuration leaves out are unknown, write-only
 * ones come back as {@code null}, an unchanged configuration plans no change. It applies in imagination: what was unknown
 * becomes a plausible value, always the same for the same configuration.
 *
 * <p>Most tests want {@link TerraformCore}, which starts and stops providers by itself.
 */
public final class OfflineProvider implements AutoCloseable {

    private final GrpcServer server;

    private OfflineProvider(GrpcServer server) {
        this.server = server;
    }

    /** Starts to serve all types of a schema. */
    public static OfflineProvider serve(ProviderSchema schema) {
        return serve(schema, Answers.USUAL, new MockLifecycle(Answers.USUAL));
    }

    static OfflineProvider serve(ProviderSchema schema, Answers answers, Lifecycle lifecycle) {
        return new OfflineProvider(GrpcServer.start(ProviderCalls.of(schema, answers, lifecycle)));
    }

    /**
     * Returns what Terraform needs to find this provider: the value for the provider's address in the JSON object of the
     * environment variable {@code TF_REATTACH_PROVIDERS}.
     */
    public String reattachment() {
        return """
                {"Protocol":"grpc","ProtocolVersion":6,"Pid":%d,"Test":true,\
                "Addr":{"Network":"tcp","String":"%s"}}""".formatted(ProcessHandle.current().pid(), server.address());
    }

    /** Stops to serve. */
    @Override
    public void close() {
        server.close();
    }
}
