package cn.lingpao.sitecollector;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the collector that visits web channels. */
@SpringBootApplication
public class SiteCollectorApplication {

    static void main(String[] args) {
        SpringApplication application = new SpringApplication(SiteCollectorApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "site-collector"));
        application.run(args);
    }
}
