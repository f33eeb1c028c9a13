package cn.lingpao.datacollection.adapter.warc;

import cn.lingpao.datacollection.application.evidence.Archives;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.ZipException;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/** WARC with jwarc, plain or gzipped record by record. */
public final class WarcArchives implements Archives {

    /** How much more than one payload a whole file may unfold to. */
    private static final int PAYLOADS = 64;

    @Override
    public void read(InputStream file, long most, Taker taker) throws IOException {
        WarcReading reading = new WarcReading(most, taker);
        try (WarcReader reader = new WarcReader(Channels.newChannel(file))) {
            reader.onWarning(warning -> {});
            for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                reading.take(next.get());
                String limit = reading.limit(most * PAYLOADS);
                if (limit != null) {
                    reading.stop("too-large", limit);
                    return;
                }
            }
            reading.end();
        } catch (ParsingException
                | EOFException
                | ZipException
                | IllegalArgumentException
                | NoSuchElementException damaged) {
            reading.stop("broken-archive", "the file cannot be read on as WARC: " + damaged.getMessage());
        } finally {
            reading.close();
        }
    }

    @Override
    public Writer write(OutputStream file, String about, Instant now) throws IOException {
        return WarcExport.start(file, about, now);
    }
}
