package org.consentledger.bench.baseline;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The application one gets from Axon's starter and JDBC when nothing is tuned: XStream, the stock JDBC event store, no
 * snapshots, no cache, tracking processors. The vendor's update checker stays out, as it does everywhere in this project.
 */
@SpringBootApplication(excludeName = "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration")
public class Baseline {

    public static void main(String[] args) {
        new SpringApplicationBuilder(Baseline.class)
                .properties("spring.config.name=baseline")
                .run(args);
    }
}
