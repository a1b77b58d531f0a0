package io.gongbi.server.http;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Kind;
import io.gongbi.fault.Faults;
import io.gongbi.source.FeedId;
import io.gongbi.source.Mapping;
import io.gongbi.source.Mappings;
import io.gongbi.source.SourceId;

/** What a call names: a text that can name nothing is answered as one that names nothing. */
final class Keys {
  private Keys() {}

  static FeedId feed(String source, String feed) {
    if (!SourceId.fits(source) || !FeedId.fits(feed)) throw noMapping(source, feed);
    return FeedId.of(source, feed);
  }

  static Mapping mapping(Mappings mappings, String source, String feed) {
    return mappings.find(feed(source, feed)).orElseThrow(() -> noMapping(source, feed));
  }

  private static RuntimeException noMapping(String source, String feed) {
    return Faults.notFound("source.no-such-mapping", source + "/" + feed);
  }

  /** Of definitions that are numbered: c12. */
  static DefinitionId numbered(Kind<?> kind, String letter, String key) {
    return fitting(letter + "[0-9]{1,15}", kind, key);
  }

  /** Of definitions that bear a name: spring_sale. */
  static DefinitionId named(Kind<?> kind, String key) {
    return fitting("[a-z][a-z0-9_]{0,62}", kind, key);
  }

  private static DefinitionId fitting(String form, Kind<?> kind, String key) {
    if (!key.matches(form)) throw Faults.notFound("definition.unknown", key);
    return kind.id(key);
  }
}
