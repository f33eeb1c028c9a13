package cn.lingpao.casesubmission.application;

import cn.lingpao.casesubmission.domain.Upload;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Files in memory. */
public final class InMemoryFiles implements Files {

    private final Map<String, byte[]> files = new HashMap<>();

    @Override
    public String keep(Upload upload) {
        String id = "%024x".formatted(files.size());
        files.put(id, upload.bytes());
        return id;
    }

    @Override
    public Optional<byte[]> read(String fileId) {
        return Optional.ofNullable(files.get(fileId));
    }

    int size() {
        return files.size();
    }
}
