package cn.lingpao.casesubmission.config;

import cn.lingpao.casesubmission.domain.Upload;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the submission of cases is set.
 *
 * @param attachments files a case
 * @param attachmentSize the largest file
 * @param announcePatience how long an answer waits until Kafka has what the write caused
 */
@ConfigurationProperties("lingpao.cases")
record CaseProperties(
        @DefaultValue("10") int attachments,
        @DefaultValue("5MB") DataSize attachmentSize,
        @DefaultValue("5s") Duration announcePatience) {

    Upload.Limits limits() {
        return new Upload.Limits(attachments, attachmentSize.toBytes());
    }
}
