package cn.lingpao.casesubmission.domain;

import java.util.Arrays;
import java.util.Optional;

/** The files that may be attached, told by their first bytes and never by their name. */
public enum FileType {
    PDF("application/pdf"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final byte[] PDF_MAGIC = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] PNG_MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG_MAGIC = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};

    private final String mediaType;

    FileType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The type of a file; empty when it is none of these. */
    public static Optional<FileType> of(byte[] file) {
        if (startsWith(file, PDF_MAGIC)) {
            return Optional.of(PDF);
        }
        if (startsWith(file, PNG_MAGIC)) {
            return Optional.of(PNG);
        }
        if (startsWith(file, JPEG_MAGIC)) {
            return Optional.of(JPEG);
        }
        return startsWith(file, ZIP_MAGIC) ? OfficePackage.type(file) : Optional.empty();
    }

    private static boolean startsWith(byte[] file, byte[] magic) {
        return file.length >= magic.length && Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
    }
}
