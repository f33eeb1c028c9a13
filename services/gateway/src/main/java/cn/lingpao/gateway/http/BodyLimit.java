package cn.lingpao.gateway.http;

import cn.lingpao.servicesupport.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body over the limit: at once when its length is declared, and while it streams when it is not. */
public final class BodyLimit extends OncePerRequestFilter {

    private final long limit;
    private final ProblemWriter problems;

    public BodyLimit(DataSize limit, ProblemWriter problems) {
        this.limit = limit.toBytes();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit) {
            refuse(response);
        } else {
            pass(new Counted(request), response, chain);
        }
    }

    private static void pass(Counted request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (!request.clientIsGone()) {
                throw e;
            }
        }
    }

    void refuse(HttpServletResponse response) throws IOException {
        problems.write(response, HttpStatus.CONTENT_TOO_LARGE, "body-too-large", new BodyTooLarge(limit).getMessage());
    }

    private final class Counted extends HttpServletRequestWrapper {

        private @Nullable CountedBody body;

        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            CountedBody opened = body;
            if (opened == null) {
                opened = new CountedBody(super.getInputStream(), limit);
                body = opened;
            }
            return opened;
        }

        boolean clientIsGone() {
            return body != null && body.gone();
        }
    }
}
