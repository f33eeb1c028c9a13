package cn.lingpao.inspection.web;

import cn.lingpao.inspection.Cause;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The same address over the other of http and https: a second opinion on one that does not answer. */
public final class OtherScheme {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int BAD_REQUEST = 400;
    private static final Set<Cause> NO_ANSWER =
            EnumSet.of(Cause.REFUSED, Cause.TIMEOUT, Cause.RESET, Cause.TLS, Cause.PARSE);
    private static final Set<Cause> NO_PAGE = EnumSet.of(Cause.REDIRECT, Cause.NOT_FOUND, Cause.SERVER_ERROR);

    private OtherScheme() {}

    /**
     * Where to ask for a second opinion on an answer: on the other scheme's usual port, or on the same port where it is
     * an unusual one; nothing where the answer was a page, or says nothing of the scheme.
     */
    public static Optional<URI> of(Capture answer) {
        Cause cause = answer.cause();
        boolean usual = isUsual(answer.requested());
        boolean doubtful = cause != null
                && (NO_ANSWER.contains(cause) || usual && NO_PAGE.contains(cause) || answer.status() == BAD_REQUEST);
        return doubtful ? Optional.of(other(answer.requested())) : Optional.empty();
    }

    private static boolean isUsual(URI url) {
        return url.getPort() < 0 || url.getPort() == HTTP || url.getPort() == HTTPS;
    }

    private static URI other(URI url) {
        String scheme = "https".equalsIgnoreCase(url.getScheme()) ? "http" : "https";
        String address = url.toString();
        String rest = address.substring(address.indexOf(':'));
        String port = isUsual(url) && url.getPort() > 0 ? ":" + url.getPort() : "";
        return URI.create(scheme + (port.isEmpty() ? rest : rest.replaceFirst(port + "(?=$|[/?#])", "")));
    }
}
