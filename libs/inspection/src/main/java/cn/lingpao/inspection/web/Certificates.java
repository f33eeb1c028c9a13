package cn.lingpao.inspection.web;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** The certificate authorities that are trusted, and the judgement on what a server shows. */
public final class Certificates {

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private final X509ExtendedTrustManager authorities;

    private Certificates(X509ExtendedTrustManager authorities) {
        this.authorities = authorities;
    }

    /** The authorities Java trusts. */
    public static Certificates ofThisMachine() {
        return new Certificates(authorities(null));
    }

    /** Only the authorities of this store. */
    public static Certificates of(KeyStore store) {
        return new Certificates(authorities(store));
    }

    private static X509ExtendedTrustManager authorities(@Nullable KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return Stream.of(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Takes whatever certificate comes and keeps what is wrong with it. */
    Judge judge() {
        return new Judge();
    }

    /** Names a certificate stands for. */
    static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name ->
                                    name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS))
                            .map(name -> name.get(1).toString())
                            .toList();
        } catch (CertificateException unreadable) {
            return List.of();
        }
    }

    /** Judges one handshake. */
    final class Judge extends X509ExtendedTrustManager {

        private List<X509Certificate> chain = List.of();
        private String fault = "";

        List<X509Certificate> chain() {
            return chain;
        }

        /** What is wrong with the certificate, in a sentence; empty when nothing is. */
        String fault() {
            return fault;
        }

        TrustManager[] asManagers() {
            return new TrustManager[] {this};
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String keyExchange, Socket socket) {
            chain = List.of(shown);
            try {
                authorities.checkServerTrusted(shown, keyExchange, socket);
                shown[0].checkValidity();
            } catch (CertificateException refused) {
                fault = sentence(shown, refused);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String keyExchange, SSLEngine engine) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String keyExchange) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String keyExchange, Socket socket) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String keyExchange, SSLEngine engine) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String keyExchange) {
            throw new UnsupportedOperationException();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return authorities.getAcceptedIssuers();
        }
    }

    private static String sentence(X509Certificate[] shown, CertificateException refused) {
        X509Certificate leaf = shown[0];
        try {
            leaf.checkValidity();
        } catch (CertificateExpiredException expired) {
            return "the certificate expired on " + leaf.getNotAfter().toInstant();
        } catch (CertificateNotYetValidException early) {
            return "the certificate is valid only from " + leaf.getNotBefore().toInstant();
        }
        String message = String.valueOf(refused.getMessage());
        if (message.startsWith("No name") || message.startsWith("No subject") || message.contains("IP address")) {
            return "the certificate is of another host: " + String.join(", ", names(leaf));
        }
        if (leaf.getSubjectX500Principal().equals(leaf.getIssuerX500Principal())) {
            return "the certificate is self-signed";
        }
        if (message.contains("unable to find valid certification path")) {
            return shown.length == 1
                    ? "the issuer's certificate was not sent or is not trusted: " + leaf.getIssuerX500Principal()
                    : "the issuer is not trusted: " + shown[shown.length - 1].getIssuerX500Principal();
        }
        return "the certificate is not accepted: " + message;
    }
}
