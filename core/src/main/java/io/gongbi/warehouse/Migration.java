package io.gongbi.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One numbered change of a store's kept tables, as a SQL file among the resources: {@code
 * db/warehouse/trait/V002__cause.sql} is {@code new Migration("warehouse", "trait", 2, "cause")}.
 * Numbers run per concept, so that two people who add one never collide. A file {@code
 * V002__cause.postgresql.sql} beside it is taken instead on that engine.
 */
public record Migration(String store, String concept, int version, String name) {
  public Migration {
    if (version < 1) throw new IllegalArgumentException("migrations are numbered from 1");
  }

  /** {@code trait/2}. */
  public String id() {
    return concept + "/" + version;
  }

  /** The text for an engine such as {@code postgresql}; most files serve every engine. */
  public String text(String engine) {
    var base = String.format(Locale.ROOT, "db/%s/%s/V%03d__%s", store, concept, version, name);
    return resource(base + "." + engine + ".sql")
        .or(() -> resource(base + ".sql"))
        .orElseThrow(() -> new IllegalStateException("no resource " + base + ".sql"));
  }

  private static Optional<String> resource(String path) {
    try (var in = Migration.class.getClassLoader().getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
