package cn.lingpao.datacollection.application.evidence;

import cn.lingpao.datacollection.domain.evidence.Capture;
import cn.lingpao.datacollection.domain.evidence.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;

/** The format of web archives: takes a file apart into its records, and writes evidence as one. */
public interface Archives {

    /**
     * Reads a file record by record.
     *
     * @param most bytes that one payload may have
     * @throws IOException when the file cannot be read on; what was taken before stays taken
     */
    void read(InputStream file, long most, Taker taker) throws IOException;

    /** Starts a file; {@code about} names it for those who open it. */
    Writer write(OutputStream file, String about, Instant now) throws IOException;

    /** Takes what a file holds, in its order. */
    interface Taker {

        /** Takes one record; the payload, where the record has one of its own, is gone after the call. */
        void take(ArchivedRecord record) throws IOException;
    }

    /** Writes captures as records. */
    interface Writer extends AutoCloseable {

        /** Writes a capture with its payload, or, where the same payload of the same address is in the file, a revisit. */
        void write(Capture capture, Content content, Payload payload) throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Gives the stored bytes; more than once, because a digest stands before them. */
    interface Payload {

        InputStream open() throws IOException;
    }
}
