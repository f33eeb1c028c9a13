package cn.lingpao.targetregistry;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the target registry. */
@SpringBootApplication
public class TargetRegistryApplication {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(TargetRegistryApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "target-registry"));
        application.run(arguments);
    }
}
