package io.gongbi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.MovingClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Passwords of connections: sealed, replaced, and of no use without the key. */
final class SecretsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ENGLISH_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  @TempDir Path folder;
  private final MovingClock clock = new MovingClock("2026-03-01T12:00:00Z");

  private void on(CatalogEngine engine, Consumer<Catalog> work) {
    try (var catalog = engine.store(folder).open(List.of(), clock)) {
      work.accept(catalog);
    }
  }

  private Secrets secrets(Catalog catalog, Map<String, String> environment) {
    return new Secrets(catalog, SealingKey.of(folder, environment));
  }

  @ParameterizedTest
  @EnumSource
  void secret_isOpenedByWhoPutIt_andReplacedByANewOne(CatalogEngine engine) {
    on(
        engine,
        catalog -> {
          var secrets = secrets(catalog, Map.of());
          secrets.put("connection/sms1", "password", "pä✓ss");
          secrets.put("connection/sms2", "password", "other");
          assertThat(secrets.open("connection/sms1", "password")).contains("pä✓ss");
          assertThat(secrets.open("connection/sms1", "token")).isEmpty();
          clock.forward(Duration.ofHours(1));
          secrets.put("connection/sms1", "password", "new");
          assertThat(secrets.open("connection/sms1", "password")).contains("new");
          assertThat(secrets.setAt("connection/sms1"))
              .containsExactly(Map.entry("password", NOON.plusSeconds(3600)));
          secrets.drop("connection/sms1");
          assertThat(secrets.open("connection/sms1", "password")).isEmpty();
          assertThat(secrets.open("connection/sms2", "password")).contains("other");
        });
  }

  @Test
  void database_holdsNoSecret_andTheKeyFileIsItsOwnersAlone() throws IOException {
    on(
        CatalogEngine.SQLITE,
        catalog -> secrets(catalog, Map.of()).put("connection/sms1", "password", "river-stone-7"));
    for (var file : List.of("catalog.db", "catalog.db-wal")) {
      if (!Files.exists(folder.resolve(file))) continue;
      assertThat(Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1))
          .doesNotContain("river-stone");
    }
    var key = folder.resolve(SealingKey.FILE);
    assertThat(Files.readString(key)).hasSize(45);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  @Test
  void missingWrongAndDamagedKeys_areSaid_andNoSecondKeyIsMadeBeside() throws IOException {
    var key = folder.resolve(SealingKey.FILE);
    on(CatalogEngine.SQLITE, c -> secrets(c, Map.of()).put("connection/sms1", "password", "p"));
    var good = Files.readString(key);

    Files.delete(key);
    on(
        CatalogEngine.SQLITE,
        c -> {
          var secrets = secrets(c, Map.of());
          assertThatThrownBy(() -> secrets.open("connection/sms1", "password"))
              .hasMessageContaining("catalog.secret-key-missing");
          assertThatThrownBy(() -> secrets.put("connection/sms2", "password", "q"))
              .hasMessageContaining("catalog.secret-key-missing");
          assertThat(key).doesNotExist();
          assertThatThrownBy(
                  () ->
                      secrets(c, Map.of(SealingKey.VARIABLE, ENGLISH_KEY))
                          .open("connection/sms1", "password"))
              .hasMessageContaining("catalog.secret-key-wrong");
          // Given in the environment, the very same key opens.
          assertThat(
                  secrets(c, Map.of(SealingKey.VARIABLE, good)).open("connection/sms1", "password"))
              .contains("p");
        });

    Files.writeString(key, "half a k");
    on(
        CatalogEngine.SQLITE,
        c ->
            assertThatThrownBy(() -> secrets(c, Map.of()).open("connection/sms1", "password"))
                .hasMessageContaining("catalog.secret-key-damaged"));

    // The last secret gone, a new key may begin.
    Files.delete(key);
    on(
        CatalogEngine.SQLITE,
        c -> {
          var secrets = secrets(c, Map.of());
          secrets.drop("connection/sms1");
          secrets.put("connection/sms2", "password", "q");
          assertThat(secrets.open("connection/sms2", "password")).contains("q");
        });
  }

  @Test
  void sealedValue_opensNowhereElse_andNotWhenChanged() {
    on(
        CatalogEngine.SQLITE,
        catalog -> {
          var secrets = secrets(catalog, Map.of());
          secrets.put("connection/sms1", "password", "p");
          secrets.put("connection/sms2", "password", "q");
          catalog.run(
              t ->
                  t.write(
                      io.gongbi.warehouse.Sql.of(
                          """
                          update catalog_secret
                          set sealed = (select s.sealed from catalog_secret s where s.owner = 'connection/sms1')
                          where owner = 'connection/sms2'
                          """)));
          assertThatThrownBy(() -> secrets.open("connection/sms2", "password"))
              .hasMessageContaining("catalog.secret-damaged");
          assertThat(secrets.open("connection/sms1", "password")).contains("p");
        });
  }
}
