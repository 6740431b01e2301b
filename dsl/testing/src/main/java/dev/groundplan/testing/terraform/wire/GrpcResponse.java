package dev.groundplan.testing.terraform.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/** The body of an answer and the trailers that say how the call went. */
final class GrpcResponse implements AsyncEntityProducer {

    private static final int PREFIX = 5;
    /** The most that HTTP/2 lets a frame hold unless the other side asked for more, which Terraform does not. */
    private static final int FRAME = 16_384;

    private static final int UNIMPLEMENTED = 12;
    private static final int INTERNAL = 13;

    private final ByteBuffer body;
    private final List<BasicHeader> trailers;

    private GrpcResponse(ByteBuffer body, int status, String message) {
        this.body = body;
        this.trailers = List.of(
                new BasicHeader("grpc-status", Integer.toString(status)),
                new BasicHeader(
                        "grpc-message", URLEncoder.encode(message, UTF_8).replace("+", "%20")));
    }

    static GrpcResponse of(byte[] message) {
        var framed = ByteBuffer.allocate(PREFIX + message.length)
                .put((byte) 0)
                .putInt(message.length)
                .put(message)
                .flip();
        return new GrpcResponse(framed, 0, "");
    }

    static GrpcResponse unimplemented(String method) {
        return new GrpcResponse(ByteBuffer.allocate(0), UNIMPLEMENTED, "the offline provider has no method " + method);
    }

    static GrpcResponse failed(RuntimeException failure) {
        return new GrpcResponse(ByteBuffer.allocate(0), INTERNAL, failure.toString());
    }

    /** Returns the message in the body of a request. */
    static byte[] unframed(byte[] body) {
        var message = new byte[Math.max(0, body.length - PREFIX)];
        System.arraycopy(body, Math.min(PREFIX, body.length), message, 0, message.length);
        return message;
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        var accepted = 1;
        while (body.hasRemaining() && accepted > 0) {
            var frame = body.slice(body.position(), Math.min(FRAME, body.remaining()));
            accepted = channel.write(frame);
            body.position(body.position() + accepted);
        }
        if (!body.hasRemaining()) {
            channel.endStream(trailers);
        }
    }

    @Override
    public int available() {
        // Trailers alone are worth a turn too.
        return Math.max(1, body.remaining());
    }

    @Override
    public String getContentType() {
        return "application/grpc";
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean isChunked() {
        return true;
    }

    @Override
    public long getContentLength() {
        return -1;
    }

    @Override
    public String getContentEncoding() {
        return "identity";
    }

    @Override
    public Set<String> getTrailerNames() {
        return Set.of();
    }

    @Override
    public void failed(Exception cause) {
        // Terraform hung up; the test sees how it ended from its output.
    }

    @Override
    public void releaseResources() {
        // Memory only.
    }
}
