package io.gongbi.server.wiring;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;

/**
 * How JSON is read and written. A component that is not an Optional must be there: what is missing
 * is said to whoever asked, instead of failing somewhere inside.
 */
@Configuration(proxyBeanMethods = false)
class Json {
  @Bean
  JsonMapperBuilderCustomizer strict() {
    return builder ->
        builder
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);
  }
}
