package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.application.evidence.Spool;
import cn.lingpao.servicesupport.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import org.springframework.http.HttpStatus;

/** A sheet of observations, read row by row, whatever its size. */
interface Sheet extends AutoCloseable {

    String name();

    SheetColumns columns();

    Iterator<SheetRow> rows();

    @Override
    void close() throws IOException;

    /**
     * Opens a workbook or a CSV file; which of them it is, its bytes say.
     *
     * @param unfolded bytes that a workbook may unfold to
     */
    static Sheet open(Spool file, long unfolded) throws IOException {
        byte[] start;
        try (InputStream bytes = file.open()) {
            start = bytes.readNBytes(4);
        }
        if (start.length > 1 && (start[0] & 0xff) == 0xd0 && (start[1] & 0xff) == 0xcf) {
            throw refused(
                    "old-workbook",
                    "this is a workbook of the old format .xls, or one with a password; save it"
                            + " as .xlsx without a password");
        }
        boolean zip = start.length > 1 && start[0] == 'P' && start[1] == 'K';
        return zip ? WorkbookSheet.open(file.file(), unfolded) : CsvSheet.open(file.file());
    }

    static Refusal refused(String code, String reason) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, code, reason);
    }
}
