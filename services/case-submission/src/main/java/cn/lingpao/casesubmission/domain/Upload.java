package cn.lingpao.casesubmission.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file as it was sent. */
public final class Upload {

    private static final int LONGEST_NAME = 200;

    private final String name;
    private final byte[] bytes;

    public Upload(String name, byte[] bytes) {
        this.name = plain(name);
        this.bytes = bytes.clone();
    }

    /** The file's name without path and control characters. */
    public String name() {
        return name;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public long size() {
        return bytes.length;
    }

    public Optional<FileType> type() {
        return FileType.of(bytes);
    }

    public String sha256() {
        return Digest.of(bytes);
    }

    /** Every fault of the files of a case. */
    public static List<Fault> check(List<Upload> uploads, Limits limits) {
        List<Fault> faults = new ArrayList<>();
        if (uploads.size() > limits.count()) {
            faults.add(new Fault(
                    "attachments",
                    "too-many",
                    uploads.size() + " files are attached; at most " + limits.count() + " are allowed."));
        }
        for (int i = 0; i < uploads.size(); i++) {
            uploads.get(i).check("attachments[" + i + "]", limits).ifPresent(faults::add);
        }
        return faults;
    }

    private Optional<Fault> check(String path, Limits limits) {
        if (size() > limits.size()) {
            return Optional.of(new Fault(
                    path,
                    "too-large",
                    "'" + name + "' has " + size() + " bytes; at most " + limits.size() + " are allowed."));
        }
        return type().isPresent()
                ? Optional.empty()
                : Optional.of(new Fault(
                        path,
                        "unknown-file-type",
                        "'" + name + "' is no PDF, PNG, JPEG, DOCX or XLSX by its content."));
    }

    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("\\p{Cntrl}", "").strip();
        String named = clean.isEmpty() ? "attachment" : clean;
        return named.length() > LONGEST_NAME ? named.substring(named.length() - LONGEST_NAME) : named;
    }

    /**
     * How much may be attached.
     *
     * @param count files a case
     * @param size bytes a file
     */
    public record Limits(int count, long size) {}
}
