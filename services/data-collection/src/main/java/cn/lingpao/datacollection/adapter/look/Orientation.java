package cn.lingpao.datacollection.adapter.look;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/** How a JPEG is to be turned before it is looked at, as its camera says it (Exif, tag 0x0112); others stand as they are. */
enum Orientation {
    UPRIGHT,
    MIRRORED,
    UPSIDE_DOWN,
    UPSIDE_DOWN_MIRRORED,
    TRANSPOSED,
    LYING_LEFT,
    TRANSVERSED,
    LYING_RIGHT;

    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int APPLICATION_1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    /** Reads from the start of the stream and leaves it there. */
    static Orientation of(ImageInputStream image) throws IOException {
        ByteOrder order = image.getByteOrder();
        image.mark();
        try {
            image.setByteOrder(ByteOrder.BIG_ENDIAN);
            return image.readUnsignedShort() == START_OF_IMAGE ? ofSegments(image) : UPRIGHT;
        } catch (IOException shorterThanItSays) {
            return UPRIGHT;
        } finally {
            image.setByteOrder(order);
            image.reset();
        }
    }

    private static Orientation ofSegments(ImageInputStream image) throws IOException {
        for (int marker = image.readUnsignedShort(); marker > 0xFF00 && marker != START_OF_SCAN; ) {
            long end = image.getStreamPosition() + image.readUnsignedShort();
            byte[] name = new byte[EXIF.length];
            if (marker == APPLICATION_1 && image.read(name) == name.length && Arrays.equals(name, EXIF)) {
                return ofExif(image);
            }
            image.seek(end);
            marker = image.readUnsignedShort();
        }
        return UPRIGHT;
    }

    private static Orientation ofExif(ImageInputStream image) throws IOException {
        long start = image.getStreamPosition();
        image.setByteOrder(image.readUnsignedShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        image.seek(start + 4);
        image.seek(start + image.readUnsignedInt());
        int entries = image.readUnsignedShort();
        for (long entry = image.getStreamPosition(); entries > 0; entries--, entry += ENTRY) {
            image.seek(entry);
            if (image.readUnsignedShort() == TAG) {
                image.seek(entry + 8);
                int number = image.readUnsignedShort();
                return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether what is stored as a row is shown as a column. */
    boolean swaps() {
        return compareTo(TRANSPOSED) >= 0;
    }

    /** The part of a stored image that is shown at its top. */
    Rectangle top(int width, int height, int tallest) {
        return switch (this) {
            case UPRIGHT, MIRRORED -> new Rectangle(0, 0, width, Math.min(height, tallest));
            case UPSIDE_DOWN, UPSIDE_DOWN_MIRRORED ->
                new Rectangle(0, Math.max(0, height - tallest), width, Math.min(height, tallest));
            case TRANSPOSED, LYING_LEFT -> new Rectangle(0, 0, Math.min(width, tallest), height);
            case TRANSVERSED, LYING_RIGHT ->
                new Rectangle(Math.max(0, width - tallest), 0, Math.min(width, tallest), height);
        };
    }

    /** The image as it is to be looked at. */
    BufferedImage turned(BufferedImage image) {
        if (this == UPRIGHT) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage turned = swaps()
                ? new BufferedImage(height, width, BufferedImage.TYPE_INT_ARGB)
                : new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = turned.createGraphics();
        graphics.drawImage(image, turn(width, height), null);
        graphics.dispose();
        return turned;
    }

    private AffineTransform turn(int width, int height) {
        return switch (this) {
            case UPRIGHT -> new AffineTransform();
            case MIRRORED -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case UPSIDE_DOWN -> new AffineTransform(-1, 0, 0, -1, width, height);
            case UPSIDE_DOWN_MIRRORED -> new AffineTransform(1, 0, 0, -1, 0, height);
            case TRANSPOSED -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case LYING_LEFT -> new AffineTransform(0, 1, -1, 0, height, 0);
            case TRANSVERSED -> new AffineTransform(0, -1, -1, 0, height, width);
            case LYING_RIGHT -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }
}
