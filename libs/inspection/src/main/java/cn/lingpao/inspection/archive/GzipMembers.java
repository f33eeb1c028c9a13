package cn.lingpao.inspection.archive;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Finds how far a file consists of whole gzip members, written one after the other without optional header fields. */
final class GzipMembers {

    private static final int HEADER = 10;
    private static final int TRAILER = 8;

    private GzipMembers() {}

    static long wholeLength(Path file) throws IOException {
        long whole = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            while (true) {
                long length = member(in);
                whole += length;
            }
        } catch (EOFException | DataFormatException half) {
            return whole;
        }
    }

    private static long member(DataInputStream in) throws IOException, DataFormatException {
        byte[] header = new byte[HEADER];
        in.readFully(header);
        if (header[0] != 0x1F || header[1] != (byte) 0x8B || header[3] != 0) {
            throw new DataFormatException("no member as this archive writes it");
        }
        Inflater inflater = new Inflater(true);
        try {
            long crc = inflated(in, inflater);
            byte[] trailer = new byte[TRAILER];
            in.readFully(trailer);
            long written = trailer[0] & 0xFFL
                    | (trailer[1] & 0xFFL) << 8
                    | (trailer[2] & 0xFFL) << 16
                    | (trailer[3] & 0xFFL) << 24;
            if (written != crc) {
                throw new DataFormatException("checksum");
            }
            return HEADER + inflater.getBytesRead() + TRAILER;
        } finally {
            inflater.end();
        }
    }

    /** Reads exactly the compressed bytes of one member and returns the checksum of its content. */
    private static long inflated(DataInputStream in, Inflater inflater) throws IOException, DataFormatException {
        CRC32 crc = new CRC32();
        byte[] compressed = new byte[8192];
        byte[] content = new byte[1 << 16];
        while (!inflater.finished()) {
            in.mark(compressed.length + 1);
            int count = in.read(compressed);
            if (count < 0) {
                throw new EOFException();
            }
            inflater.setInput(compressed, 0, count);
            while (!inflater.finished() && !inflater.needsInput()) {
                crc.update(content, 0, inflater.inflate(content));
            }
            in.reset();
            in.skipNBytes(count - inflater.getRemaining());
        }
        return crc.getValue();
    }
}
