package cn.lingpao.datacollection.adapter.look;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.datacollection.application.evidence.Looks.Impression;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectedLooksTest {

    private final DetectedLooks looks = new DetectedLooks(64_000_000);

    @TempDir
    Path folder;

    @Test
    void types_are_read_from_the_bytes() throws IOException {
        assertThat(look("<!DOCTYPE html><html><head><title>政府</title></head></html>")
                        .type())
                .isEqualTo("text/html");
        assertThat(look("%PDF-1.4\n").type()).isEqualTo("application/pdf");
        assertThat(look("<svg xmlns='http://www.w3.org/2000/svg'/>").type()).isEqualTo("image/svg+xml");
        assertThat(of("公告".getBytes(Charset.forName("GBK"))).type()).isIn("text/plain", "application/octet-stream");
        assertThat(of(new byte[] {0, 1, 2, 3}).type()).isEqualTo("application/octet-stream");
    }

    @Test
    void a_screenshot_gets_a_thumbnail_of_its_top() throws IOException {
        BufferedImage small =
                ImageIO.read(new ByteArrayInputStream(of(png(1280, 9000)).thumbnail()));
        assertThat(small.getWidth()).isEqualTo(320);
        assertThat(small.getHeight()).isBetween(950, 970);
    }

    @ParameterizedTest
    @CsvSource({
        "1,red,blue",
        "2,blue,red",
        "3,white,green",
        "4,green,white",
        "5,red,green",
        "6,green,red",
        "7,white,blue",
        "8,blue,white"
    })
    void a_photograph_is_turned_as_its_camera_says(int orientation, String topLeft, String topRight)
            throws IOException {
        BufferedImage small = ImageIO.read(
                new ByteArrayInputStream(of(photograph(orientation)).thumbnail()));

        assertThat(small.getHeight() > small.getWidth()).isEqualTo(orientation > 4);
        assertThat(small.getWidth()).isEqualTo(320);
        assertThat(colour(small, 20, 20)).isEqualTo(topLeft);
        assertThat(colour(small, 300, 20)).isEqualTo(topRight);
    }

    @Test
    void a_webp_gets_a_thumbnail() throws IOException {
        Impression seen = of(Base64.getDecoder().decode("UklGRhwAAABXRUJQVlA4TA8AAAAvJ8AEAAcQRY7+ByKi/wEA"));

        assertThat(seen.type()).isEqualTo("image/webp");
        assertThat(ImageIO.read(new ByteArrayInputStream(seen.thumbnail())).getWidth())
                .isEqualTo(40);
    }

    @Test
    void a_small_image_keeps_its_size() throws IOException {
        BufferedImage small =
                ImageIO.read(new ByteArrayInputStream(of(png(20, 10)).thumbnail()));
        assertThat(small.getWidth()).isEqualTo(20);
    }

    @Test
    void a_pixel_bomb_is_not_decoded() throws IOException {
        byte[] bomb = png(2, 2);
        ByteBuffer header = ByteBuffer.wrap(bomb);
        header.putInt(16, 60_000).putInt(20, 60_000);
        CRC32 crc = new CRC32();
        crc.update(bomb, 12, 17);
        header.putInt(29, (int) crc.getValue());
        Impression seen = of(bomb);
        assertThat(seen.thumbnail()).isNull();
        assertThat(seen.noThumbnail()).contains("60000 × 60000");
    }

    @Test
    void a_damaged_image_gets_none_and_says_so() throws IOException {
        byte[] whole = png(400, 400);
        byte[] half = java.util.Arrays.copyOf(whole, 60);
        assertThat(of(half).noThumbnail()).contains("damaged");
    }

    /** A JPEG of four quarters, red, blue, green and white, that says how it is to be turned. */
    private static byte[] photograph(int orientation) throws IOException {
        BufferedImage image = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        Color[] quarters = {Color.RED, Color.BLUE, Color.GREEN, Color.WHITE};
        for (int quarter = 0; quarter < quarters.length; quarter++) {
            graphics.setColor(quarters[quarter]);
            graphics.fillRect(quarter % 2 * 300, quarter / 2 * 200, 300, 200);
        }
        graphics.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", jpeg);
        ByteBuffer whole = ByteBuffer.allocate(jpeg.size() + 36);
        whole.putShort((short) 0xFFD8).putShort((short) 0xFFE1).putShort((short) 34);
        whole.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
        whole.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        whole.putInt(0);
        return whole.put(jpeg.toByteArray(), 2, jpeg.size() - 2).array();
    }

    private static String colour(BufferedImage image, int x, int y) {
        Color seen = new Color(image.getRGB(x, y));
        boolean red = seen.getRed() > 127;
        boolean green = seen.getGreen() > 127;
        boolean blue = seen.getBlue() > 127;
        return red && green && blue ? "white" : red ? "red" : green ? "green" : "blue";
    }

    private Impression look(String text) throws IOException {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    private Impression of(byte[] bytes) throws IOException {
        return looks.of(Files.write(folder.resolve("bytes"), bytes));
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}
