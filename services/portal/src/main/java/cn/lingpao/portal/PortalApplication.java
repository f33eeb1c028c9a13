package cn.lingpao.portal;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the public results site. */
@SpringBootApplication
public class PortalApplication {

    static void main(String[] args) {
        SpringApplication application = new SpringApplication(PortalApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "portal"));
        application.run(args);
    }
}
