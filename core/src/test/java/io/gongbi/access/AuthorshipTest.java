package io.gongbi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.catalog.CatalogEngine;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A wish may name another, which then cannot be thrown away. */
class AuthorshipTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Viewer LIN = new Viewer(new UserId("lin"), Role.administrator());
  private static final Viewer CHEN = new Viewer(new UserId("chen"), Role.administrator());

  record Wish(String text, Optional<String> after) {}

  private static final Kind<Wish> KIND =
      Kind.of("wish", Wish.class, List.of())
          .naming(w -> w.after().map(k -> Set.of(new DefinitionId("wish", k))).orElse(Set.of()));

  @TempDir Path folder;

  private interface Work {
    void with(Authorship authors, Definitions definitions, AuditTrail audit);
  }

  private void on(CatalogEngine engine, Work work) {
    try (var catalog =
        engine.store(folder).open(Users.MIGRATIONS, Clock.fixed(NOON, ZoneOffset.UTC))) {
      var definitions = new Definitions(catalog);
      var audit = new AuditTrail(catalog);
      work.with(new Authorship(catalog, definitions, audit), definitions, audit);
    }
  }

  private static List<String> trail(AuditTrail audit) {
    return audit.newest(10).reversed().stream()
        .map(e -> e.user().value() + " " + e.act() + " " + e.what() + " " + e.detail())
        .toList();
  }

  private static Wish wish(String text) {
    return new Wish(text, Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void change_isInTheTrail_underItsName(CatalogEngine engine) {
    on(
        engine,
        (authors, definitions, audit) -> {
          var rain = authors.add(LIN, KIND, "w", new Label("雨", "Rain"), wish("rain"));
          authors.save(CHEN, KIND, rain.with(Label.typed("大雨")).withBody(wish("much rain")));
          authors.delete(LIN, KIND, rain.id());
          assertThat(trail(audit))
              .containsExactly(
                  "lin DEFINED wish/w1 雨", "chen DEFINED wish/w1 大雨", "lin DELETED wish/w1 大雨");
          assertThat(audit.firstBroken()).isEmpty();
        });
  }

  /** Chen saves what Lin has changed meanwhile; Lin throws away what another wish is after. */
  @ParameterizedTest
  @EnumSource
  void changeThatFails_leavesNoRow(CatalogEngine engine) {
    on(
        engine,
        (authors, definitions, audit) -> {
          var rain = authors.add(LIN, KIND, "w", Label.typed("雨"), wish("rain"));
          authors.save(LIN, KIND, rain.withBody(wish("snow")));
          var sun = new Wish("sun", Optional.of("w1"));
          authors.add(LIN, KIND, "w", Label.typed("晴"), sun);
          var before = trail(audit);
          assertThatThrownBy(() -> authors.save(CHEN, KIND, rain.withBody(wish("hail"))))
              .hasMessageContaining("definition.changed-meanwhile");
          assertThatThrownBy(() -> authors.delete(LIN, KIND, rain.id()))
              .hasMessageContaining("definition.in-use");
          assertThatThrownBy(
                  () ->
                      authors.add(
                          LIN, KIND, "w", Label.typed("x"), new Wish("x", Optional.of("w9"))))
              .hasMessageContaining("definition.unknown-reference");
          assertThat(trail(audit)).hasSize(3).isEqualTo(before);
        });
  }

  /** The row cannot be written, so the change is not made either. */
  @ParameterizedTest
  @EnumSource
  void changeThatCannotBeRecorded_isNotMade(CatalogEngine engine) {
    try (var catalog = engine.store(folder).open(List.of(), Clock.fixed(NOON, ZoneOffset.UTC))) {
      var definitions = new Definitions(catalog);
      var authors = new Authorship(catalog, definitions, new AuditTrail(catalog));
      assertThatThrownBy(() -> authors.add(LIN, KIND, "w", Label.typed("雨"), wish("rain")))
          .isNotNull();
      assertThat(definitions.all(KIND)).isEmpty();
    }
  }
}
