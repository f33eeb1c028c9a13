package cn.lingpao.testsupport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a Docker engine listens, found out in a second at most and without a word in the log. */
final class DockerEngine {

    private static final String DEFAULT_HOST = "unix:///var/run/docker.sock";
    private static final int TIMEOUT_MS = 1000;

    private DockerEngine() {}

    static boolean answers() {
        String host = System.getenv().getOrDefault("DOCKER_HOST", DEFAULT_HOST);
        try {
            var uri = URI.create(host);
            return "unix".equals(uri.getScheme())
                    ? listens(Path.of(uri.getPath()))
                    : listens(new InetSocketAddress(uri.getHost(), uri.getPort()));
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean listens(Path socket) throws IOException {
        if (!Files.exists(socket)) {
            return false;
        }
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        }
    }

    private static boolean listens(InetSocketAddress address) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(address, TIMEOUT_MS);
            return true;
        }
    }
}
