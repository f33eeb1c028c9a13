package cn.lingpao.casesubmission.application;

import cn.lingpao.casesubmission.domain.Upload;
import java.util.Optional;

/** The bytes of attachments. */
public interface Files {

    /** Keeps a file and returns where it is. */
    String keep(Upload upload);

    Optional<byte[]> read(String fileId);
}
