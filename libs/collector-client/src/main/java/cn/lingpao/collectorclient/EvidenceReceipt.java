package cn.lingpao.collectorclient;

/**
 * What became of captured bytes.
 *
 * @param sha256 by which observations name them
 * @param type as detected from the bytes
 * @param isNew whether nobody had brought these bytes before
 */
public record EvidenceReceipt(String sha256, String type, boolean isNew) {}
