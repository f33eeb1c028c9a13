package cn.lingpao.datacollection.adapter.look;

import cn.lingpao.datacollection.application.evidence.Looks;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.Tika;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Types by the bytes alone, never by a name or a declaration; thumbnails of PNG, JPEG, GIF, BMP and WebP. */
public final class DetectedLooks implements Looks {

    private static final Logger LOG = LoggerFactory.getLogger(DetectedLooks.class);

    private final Tika tika = new Tika();
    private final Thumbnails thumbnails;

    public DetectedLooks(long mostPixels) {
        this.thumbnails = new Thumbnails(mostPixels);
    }

    @Override
    public Impression of(Path file) throws IOException {
        String type = type(file);
        if (!Thumbnails.TYPES.contains(type)) {
            return new Impression(type, null, "bytes of the type " + type + " get no thumbnail");
        }
        try {
            return new Impression(type, thumbnails.of(file), null);
        } catch (Thumbnails.NoThumbnail refused) {
            return new Impression(type, null, refused.getMessage());
        }
    }

    private String type(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return tika.detect(bytes);
        } catch (RuntimeException confused) {
            LOG.warn("type not detected: {}", confused.toString());
            return "application/octet-stream";
        }
    }
}
