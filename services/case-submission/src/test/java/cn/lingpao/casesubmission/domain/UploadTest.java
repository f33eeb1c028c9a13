package cn.lingpao.casesubmission.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class UploadTest {

    private static final Upload.Limits LIMITS = new Upload.Limits(2, 1000);

    @Test
    void files_are_told_by_their_content_and_not_by_their_name() {
        assertThat(new Upload("a.exe", Examples.PDF).type()).contains(FileType.PDF);
        assertThat(new Upload("a.pdf", "MZ…".getBytes(StandardCharsets.UTF_8)).type())
                .isEmpty();
        assertThat(FileType.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}))
                .contains(FileType.JPEG);
        assertThat(FileType.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}))
                .contains(FileType.PNG);
        assertThat(FileType.of(new byte[0])).isEmpty();
    }

    @Test
    void office_documents_are_told_from_other_zip_files() {
        assertThat(FileType.of(Examples.zip("[Content_Types].xml", "word/document.xml")))
                .contains(FileType.DOCX);
        assertThat(FileType.of(Examples.zip("[Content_Types].xml", "xl/workbook.xml")))
                .contains(FileType.XLSX);
        assertThat(FileType.of(Examples.zip("a.txt"))).isEmpty();
        assertThat(FileType.of(Examples.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .isEmpty();
    }

    @Test
    void a_file_that_unpacks_without_end_is_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.closeEntry();
        }

        assertThat(FileType.of(bytes.toByteArray())).isEmpty();
    }

    @Test
    void a_path_in_a_file_name_is_dropped() {
        assertThat(new Upload("..\\..\\/etc/cases\u0000.pdf", Examples.PDF).name())
                .isEqualTo("cases.pdf");
        assertThat(new Upload("", Examples.PDF).name()).isEqualTo("attachment");
    }

    @Test
    void too_many_too_large_and_unknown_files_are_named() {
        Upload large = new Upload("large.pdf", new byte[1001]);
        Upload unknown = new Upload("x.txt", new byte[] {1});

        assertThat(Upload.check(Collections.nCopies(3, new Upload("a.pdf", Examples.PDF)), LIMITS))
                .extracting(Fault::code)
                .containsExactly("too-many");
        assertThat(Upload.check(List.of(large, unknown), LIMITS))
                .extracting(Fault::path, Fault::code)
                .containsExactly(tuple("attachments[0]", "too-large"), tuple("attachments[1]", "unknown-file-type"));
    }
}
