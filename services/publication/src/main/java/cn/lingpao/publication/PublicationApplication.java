package cn.lingpao.publication;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service that releases results and serves them to the public. */
@SpringBootApplication
public class PublicationApplication {

    static void main(String[] args) {
        SpringApplication application = new SpringApplication(PublicationApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "publication"));
        application.run(args);
    }
}
