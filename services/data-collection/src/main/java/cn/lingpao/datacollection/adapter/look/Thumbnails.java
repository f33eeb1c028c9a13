package cn.lingpao.datacollection.adapter.look;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Small pictures of images: 320 pixels wide, of a tall page only the top. The size is read before anything is decoded;
 * an image of too many pixels is not decoded at all, and of the others only every n-th pixel is kept. A photograph is turned
 * as its camera says.
 */
final class Thumbnails {

    static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp");

    private static final int WIDTH = 320;
    private static final int TALLEST = 3;
    private static final int AT_ONCE = 2;

    private final long mostPixels;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Thumbnails(long mostPixels) {
        this.mostPixels = mostPixels;
        ImageIO.setUseCache(false);
    }

    /** A PNG. */
    byte[] of(Path file) throws IOException, NoThumbnail {
        places.acquireUninterruptibly();
        try (ImageInputStream bytes = ImageIO.createImageInputStream(file.toFile())) {
            return read(bytes);
        } catch (RuntimeException | IOException damaged) {
            throw new NoThumbnail("the image cannot be decoded here: it is damaged, or of a rare sort");
        } finally {
            places.release();
        }
    }

    private byte[] read(ImageInputStream bytes) throws IOException, NoThumbnail {
        Orientation orientation = Orientation.of(bytes);
        Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
        if (!readers.hasNext()) {
            throw new NoThumbnail("the image is of a sort that cannot be decoded here");
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(bytes, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > mostPixels) {
                throw new NoThumbnail(
                        "the image has %d × %d pixels; at most %d are decoded".formatted(width, height, mostPixels));
            }
            return png(scaled(orientation.turned(sampled(reader, orientation))));
        } finally {
            reader.dispose();
        }
    }

    /** The top of the image, by every n-th pixel, at least twice as wide as the thumbnail where it can be. */
    private static BufferedImage sampled(ImageReader reader, Orientation orientation) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int shown = orientation.swaps() ? height : width;
        int step = Math.max(1, shown / (2 * WIDTH));
        ImageReadParam part = reader.getDefaultReadParam();
        int tallest = (int) Math.min(Integer.MAX_VALUE, (long) TALLEST * Math.max(shown, WIDTH));
        part.setSourceRegion(orientation.top(width, height, tallest));
        part.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, part);
    }

    private static BufferedImage scaled(BufferedImage image) {
        int width = Math.min(WIDTH, image.getWidth());
        int height = Math.max(1, (int) ((long) image.getHeight() * width / image.getWidth()));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    /** Why an image gets no thumbnail. */
    static final class NoThumbnail extends Exception {

        private static final long serialVersionUID = 1L;

        NoThumbnail(String reason) {
            super(reason);
        }
    }
}
