package cn.lingpao.inspection.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Finds out how far a file consists of whole gzip members, written one after the other without optional header fields. */
final class GzipMembers {

    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int SNIFFED = 1024;

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

    /** Whether a whole record follows somewhere behind a place: what is broken there was not the end of a killed run. */
    static boolean goOnBehind(Path file, long place) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.skipNBytes(place);
            int before = -1;
            for (int each = in.read(), at = 0; each >= 0; each = in.read(), at++) {
                if (at > 1 && before == 0x1F && each == 0x8B && beginsRecord(in)) {
                    return true;
                }
                before = each;
            }
        }
        return false;
    }

    /** Whether what follows the two bytes of a member's mark inflates to a record. */
    private static boolean beginsRecord(InputStream in) throws IOException {
        in.mark(SNIFFED);
        byte[] next = in.readNBytes(SNIFFED - 1);
        in.reset();
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(next, Math.min(HEADER - 2, next.length), Math.max(0, next.length - HEADER + 2));
            byte[] words = new byte[5];
            return inflater.inflate(words) == words.length && new String(words, US_ASCII).equals("WARC/");
        } catch (DataFormatException noMember) {
            return false;
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
