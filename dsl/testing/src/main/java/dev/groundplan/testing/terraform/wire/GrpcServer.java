package dev.groundplan.testing.terraform.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.nio.support.BasicResponseProducer;
import org.apache.hc.core5.http.nio.support.BasicServerExchangeHandler;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;

/**
 * Answers unary gRPC calls on a port of the loopback interface, without TLS.
 *
 * <p>A call is an HTTP/2 request whose path names the method and whose body is one message behind five bytes: a flag for
 * compression (never used here) and the length. The status comes in the trailers.
 *
 * @see <a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md">gRPC over HTTP/2</a>
 */
public final class GrpcServer implements AutoCloseable {

    private final HttpAsyncServer server;
    private final InetSocketAddress address;

    private GrpcServer(HttpAsyncServer server, InetSocketAddress address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Starts to answer.
     *
     * @param methods what answers each method, by path such as {@code /tfplugin6.Provider/PlanResourceChange}
     */
    public static GrpcServer start(SortedMap<String, UnaryOperator<byte[]>> methods) {
        var calls = new Calls(new TreeMap<>(methods));
        var server = H2ServerBootstrap.bootstrap()
                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_2)
                .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(1).build())
                .setRequestRouter((request, context) -> () -> new BasicServerExchangeHandler<>(calls))
                .create();
        server.start();
        try {
            var endpoint = server.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), URIScheme.HTTP)
                    .get();
            return new GrpcServer(server, (InetSocketAddress) endpoint.getAddress());
        } catch (ExecutionException failed) {
            server.close(CloseMode.IMMEDIATE);
            throw new UncheckedIOException(new IOException("no port of the loopback interface can be had", failed));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            server.close(CloseMode.IMMEDIATE);
            throw new IllegalStateException("interrupted while starting an offline provider", interrupted);
        }
    }

    /** Returns host and port, such as {@code 127.0.0.1:40123}. */
    public String address() {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
    }

    private record Calls(SortedMap<String, UnaryOperator<byte[]>> methods)
            implements AsyncServerRequestHandler<Message<HttpRequest, byte[]>> {

        @Override
        public AsyncRequestConsumer<Message<HttpRequest, byte[]>> prepare(
                HttpRequest request, EntityDetails entity, HttpContext context) {
            return new BasicRequestConsumer<>(new BasicAsyncEntityConsumer());
        }

        @Override
        public void handle(Message<HttpRequest, byte[]> message, ResponseTrigger response, HttpContext context)
                throws HttpException, IOException {
            var method = methods.get(message.getHead().getPath());
            var answer = method == null
                    ? GrpcResponse.unimplemented(message.getHead().getPath())
                    : answer(method, message.getBody());
            response.submitResponse(new BasicResponseProducer(new BasicHttpResponse(200), answer), context);
        }

        // Whatever goes wrong in a method must reach Terraform, and so the test, as an error and never as a hanging
        // call.
        private static GrpcResponse answer(UnaryOperator<byte[]> method, byte[] body) {
            try {
                return GrpcResponse.of(method.apply(GrpcResponse.unframed(body)));
            } catch (RuntimeException failure) {
                return GrpcResponse.failed(failure);
            }
        }
    }
}
