package cn.lingpao.casesubmission.domain;

/**
 * What is wrong with an input, and how to mend it.
 *
 * @param path the field at fault, for example {@code contact.email}
 * @param code a stable code, for example {@code too-long}
 */
public record Fault(String path, String code, String reason) {}
