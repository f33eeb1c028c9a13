package cn.lingpao.inspection.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AppendingTest {

    private final Disk disk = new Disk(10);

    @Test
    void what_finds_no_room_leaves_nothing_behind_and_smaller_things_still_fit() throws IOException {
        Appending.whole(disk, bytes("one,"));

        assertThatThrownBy(() -> Appending.whole(disk, bytes("much too long"))).hasMessageContaining("no space left");
        Appending.whole(disk, bytes("two"));

        assertThat(disk.content()).isEqualTo("one,two");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file on a disk that takes what fits, up to three bytes at a time, and then fails. */
    private static final class Disk implements SeekableByteChannel {

        private final ByteBuffer room;

        Disk(int size) {
            room = ByteBuffer.allocate(size);
        }

        String content() {
            return new String(room.array(), 0, room.position(), StandardCharsets.UTF_8);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            int before = room.position();
            for (int taken = 0; taken < 3 && from.hasRemaining() && room.hasRemaining(); taken++) {
                room.put(from.get());
            }
            if (room.position() == before) {
                throw new IOException("no space left on device");
            }
            return room.position() - before;
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            room.position((int) size);
            return this;
        }

        @Override
        public long position() {
            return room.position();
        }

        @Override
        public SeekableByteChannel position(long place) {
            room.position((int) place);
            return this;
        }

        @Override
        public int read(ByteBuffer to) {
            return -1;
        }

        @Override
        public long size() {
            return room.position();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
