package cn.lingpao.inspection.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendingTest {

    @TempDir
    private Path folder;

    @Test
    void what_finds_no_room_leaves_nothing_behind_and_smaller_things_still_fit() throws IOException {
        Path path = folder.resolve("small");
        try (RandomAccessFile disk = new Disk(path, 10)) {
            Appending.whole(disk, bytes("one,"));

            assertThatThrownBy(() -> Appending.whole(disk, bytes("much too long")))
                    .hasMessageContaining("no space left");
            Appending.whole(disk, bytes("two"));
        }
        assertThat(path).hasContent("one,two");
    }

    @Test
    void it_begins_where_the_file_ends() throws IOException {
        Path path = Files.writeString(folder.resolve("there"), "one,");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            Appending.whole(file, bytes("two"));
            Appending.close(file);
            Appending.close(file);
        }
        assertThat(path).hasContent("one,two");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A file on a disk that takes what fits, and then fails. */
    private static final class Disk extends RandomAccessFile {

        private final int room;

        Disk(Path path, int room) throws IOException {
            super(path.toFile(), "rw");
            this.room = room;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            int fits = (int) Math.min(bytes.length, room - getFilePointer());
            super.write(bytes, 0, fits);
            if (fits < bytes.length) {
                throw new IOException("no space left on device");
            }
        }
    }
}
