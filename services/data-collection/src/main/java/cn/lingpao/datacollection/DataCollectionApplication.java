package cn.lingpao.datacollection;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class DataCollectionApplication {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(DataCollectionApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "data-collection"));
        application.run(args);
    }
}
