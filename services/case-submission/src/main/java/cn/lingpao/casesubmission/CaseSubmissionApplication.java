package cn.lingpao.casesubmission;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the submission of cases. */
@SpringBootApplication
public class CaseSubmissionApplication {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(CaseSubmissionApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "case-submission"));
        application.run(arguments);
    }
}
