package cn.lingpao.collectorclient;

import java.util.List;

/**
 * What became of the records of a web archive.
 *
 * @param rejected those that were refused; the others were taken
 */
public record ArchiveReceipt(long stored, long repeated, List<Refused> rejected) {

    public ArchiveReceipt {
        rejected = List.copyOf(rejected);
    }

    /**
     * A refused record.
     *
     * @param record its number in the file, from 1
     * @param url what it is of; empty when it does not say
     */
    public record Refused(int record, String url, String code, String reason) {}
}
