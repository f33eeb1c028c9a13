package cn.lingpao.gateway.http;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Hangs up on the service when a body breaks off on its way. The client that carries it on closes what it wrote, and that
 * ends a chunked body as if it were whole: half a file would arrive as a file.
 */
public final class UnfinishedBodies implements ExecChainHandler {

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        if (request.getEntity() != null) {
            request.setEntity(new Whole(request.getEntity(), scope.execRuntime));
        }
        return chain.proceed(request, scope);
    }

    private static final class Whole extends HttpEntityWrapper {

        private final ExecRuntime connection;

        Whole(HttpEntity body, ExecRuntime connection) {
            super(body);
            this.connection = connection;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            boolean whole = false;
            try {
                super.writeTo(out);
                whole = true;
            } finally {
                if (!whole) {
                    connection.discardEndpoint();
                }
            }
        }
    }
}
