package cn.lingpao.casesubmission.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks into a ZIP file for what makes it a document of an office program; a file that unpacks without end is none. */
final class OfficePackage {

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 256L << 20;

    private OfficePackage() {}

    static Optional<FileType> type(byte[] file) {
        Set<String> entries = entries(file);
        if (!entries.contains("[Content_Types].xml") || entries.contains("word/vbaProject.bin")) {
            return Optional.empty();
        }
        if (entries.contains("word/document.xml")) {
            return Optional.of(FileType.DOCX);
        }
        return entries.contains("xl/workbook.xml") && !entries.contains("xl/vbaProject.bin")
                ? Optional.of(FileType.XLSX)
                : Optional.empty();
    }

    private static Set<String> entries(byte[] file) {
        Set<String> names = new HashSet<>();
        byte[] buffer = new byte[1 << 16];
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_BYTES || names.size() > MOST_ENTRIES) {
                        return Set.of();
                    }
                }
            }
            return names;
        } catch (IOException | IllegalArgumentException e) {
            return Set.of();
        }
    }
}
