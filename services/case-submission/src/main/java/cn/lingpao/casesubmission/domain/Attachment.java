package cn.lingpao.casesubmission.domain;

/**
 * A file attached to a case.
 *
 * @param name the file's name, without a path
 * @param sha256 digest of its bytes, lower-case hexadecimal
 * @param fileId where its bytes are kept
 */
public record Attachment(String name, FileType type, long size, String sha256, String fileId) {}
