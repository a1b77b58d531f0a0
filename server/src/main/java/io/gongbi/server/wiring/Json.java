package io.gongbi.server.wiring;

import io.gongbi.catalog.Codec;
import io.gongbi.catalog.Shape;
import io.gongbi.identity.Judgement;
import io.gongbi.insight.Insights;
import io.gongbi.profile.CardVerdict;
import io.gongbi.profile.Imputation;
import io.gongbi.profile.Survivorships;
import io.gongbi.quality.Mend;
import io.gongbi.quality.Rules;
import io.gongbi.segment.Segments;
import io.gongbi.source.Mappings;
import io.gongbi.standard.CompanyField;
import io.gongbi.tag.TagRule;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * How JSON is read and written: just as definitions are in the catalog and mappings in files. What
 * is missing or unknown in a body is said to whoever sent it, all at once.
 */
@Configuration(proxyBeanMethods = false)
class Json {
  private static final List<Shape> SHAPES =
      Stream.of(
              Segments.SHAPES,
              TagRule.SHAPES,
              Insights.SHAPES,
              Mappings.SHAPES,
              Rules.SHAPES,
              Mend.SHAPES,
              CompanyField.KIND.shapes(),
              CardVerdict.KIND.shapes(),
              Judgement.KIND.shapes(),
              Survivorships.KIND.shapes(),
              Imputation.KIND.shapes())
          .flatMap(Collection::stream)
          .toList();

  @Bean
  Codec codec() {
    return Codec.of(SHAPES);
  }

  @Bean
  JsonMapper json(Codec codec) {
    return codec.mapper();
  }
}
