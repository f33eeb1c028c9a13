package cn.lingpao.evidencereview;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class EvidenceReviewApplication {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(EvidenceReviewApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "evidence-review"));
        application.run(args);
    }
}
