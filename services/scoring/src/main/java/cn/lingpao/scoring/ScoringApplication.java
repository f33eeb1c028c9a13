package cn.lingpao.scoring;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the scoring service. */
@SpringBootApplication
public class ScoringApplication {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(ScoringApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "scoring"));
        application.run(arguments);
    }
}
