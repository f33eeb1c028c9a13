package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.servicesupport.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.springframework.http.HttpStatus;

/** Unfolds a workbook once to see that it is not a bomb, before anything of it is kept in memory. */
final class WorkbookSize {

    private WorkbookSize() {}

    static void require(Path workbook, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                try (InputStream entry = zip.getInputStream(entries.nextElement())) {
                    for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
                        size += read;
                        if (size > most) {
                            throw new Refusal(
                                    HttpStatus.CONTENT_TOO_LARGE,
                                    "too-large",
                                    "the workbook unfolds to more than %d bytes; send its rows in several files"
                                            .formatted(most));
                        }
                    }
                }
            }
        } catch (ZipException broken) {
            throw Sheet.refused("broken-workbook", "the file is no workbook that can be read: " + broken.getMessage());
        }
    }
}
