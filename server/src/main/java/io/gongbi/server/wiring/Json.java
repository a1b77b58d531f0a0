package io.gongbi.server.wiring;

import io.gongbi.catalog.Codec;
import io.gongbi.segment.Segments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * How JSON is read and written: just as definitions are in the catalog and mappings in files. What
 * is missing or unknown in a body is said to whoever sent it, all at once.
 */
@Configuration(proxyBeanMethods = false)
class Json {
  @Bean
  Codec codec() {
    return Codec.of(Segments.SHAPES);
  }

  @Bean
  JsonMapper json(Codec codec) {
    return codec.mapper();
  }
}
