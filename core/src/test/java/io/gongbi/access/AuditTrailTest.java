package io.gongbi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.CatalogEngine;
import io.gongbi.catalog.UserId;
import io.gongbi.warehouse.Sql;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditTrailTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
  private static final UserId LIN = new UserId("lin");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void trail_keepsWhatWasDone_newestFirst(CatalogEngine engine) {
    on(
        engine,
        (catalog, audit) ->
            assertThat(audit.newest(2))
                .containsExactly(
                    new AuditTrail.Entry(3, NOON, LIN, Act.EXPORTED, "segment/s4", "998 rows"),
                    new AuditTrail.Entry(2, NOON, LIN, Act.DEFINED, "segment/s4", "")));
  }

  /** Lin set it up and defined a segment; the system sent. */
  @ParameterizedTest
  @EnumSource
  void trail_isNarrowedToAnActOrAPerson(CatalogEngine engine) {
    on(
        engine,
        (catalog, audit) -> {
          audit.record(UserId.SYSTEM, Act.SENT, "campaign/c1", "");
          assertThat(audit.newest(9, which(Optional.of(Act.DEFINED), Optional.empty())))
              .extracting(AuditTrail.Entry::position)
              .containsExactly(2L);
          assertThat(audit.newest(9, which(Optional.empty(), Optional.of(UserId.SYSTEM))))
              .extracting(AuditTrail.Entry::position)
              .containsExactly(4L);
          assertThat(audit.newest(9, which(Optional.of(Act.SENT), Optional.of(LIN)))).isEmpty();
        });
  }

  private static AuditTrail.Which which(Optional<Act> act, Optional<UserId> user) {
    return new AuditTrail.Which(act, user);
  }

  @ParameterizedTest
  @EnumSource
  void chain_breaksWhereARowWasChanged(CatalogEngine engine) {
    tampered(engine, "update access_audit set what = 'segment/s5' where position = 2", 2);
  }

  /** The part moved over the border reads the same when glued together. */
  @ParameterizedTest
  @EnumSource
  void chain_breaksWhereWordsMovedToTheNextColumn(CatalogEngine engine) {
    tampered(
        engine,
        "update access_audit set what = 'segment/s4998 rows', detail = '' where position = 3",
        3);
  }

  @ParameterizedTest
  @EnumSource
  void chain_breaksAfterARowThatWasTakenOut(CatalogEngine engine) {
    tampered(engine, "delete from access_audit where position = 1", 2);
  }

  @ParameterizedTest
  @EnumSource
  void head_differs_whenTheEndWasCutOff(CatalogEngine engine) {
    on(
        engine,
        (catalog, audit) -> {
          var head = audit.head();
          catalog.run(t -> t.write(Sql.of("delete from access_audit where position = 3")));
          assertThat(audit.firstBroken()).isEmpty();
          assertThat(audit.head()).isNotEqualTo(head);
        });
  }

  @ParameterizedTest
  @EnumSource
  void work_isRecorded_onlyWhenItIsDone(CatalogEngine engine) {
    on(
        engine,
        (catalog, audit) -> {
          var viewer = new Viewer(LIN, Role.administrator());
          assertThatThrownBy(
                  () ->
                      audit.recorded(
                          viewer,
                          Act.DELETED,
                          "tag/vip",
                          () -> {
                            throw new IllegalStateException("in use");
                          }))
              .hasMessage("in use");
          assertThat(audit.newest(1)).extracting(AuditTrail.Entry::position).containsExactly(3L);
          assertThat(audit.<Integer>recorded(viewer, Act.DELETED, "tag/vip", () -> 7)).isEqualTo(7);
          assertThat(audit.newest(1))
              .containsExactly(new AuditTrail.Entry(4, NOON, LIN, Act.DELETED, "tag/vip", ""));
        });
  }

  private void tampered(CatalogEngine engine, String how, long broken) {
    on(
        engine,
        (catalog, audit) -> {
          assertThat(audit.firstBroken()).isEmpty();
          catalog.run(t -> t.write(Sql.of(how)));
          assertThat(audit.firstBroken()).contains(broken);
        });
  }

  private void on(CatalogEngine engine, BiConsumer<Catalog, AuditTrail> test) {
    var clock = Clock.fixed(NOON, ZoneOffset.UTC);
    try (Catalog catalog = engine.store(folder).open(Users.MIGRATIONS, clock)) {
      var audit = new AuditTrail(catalog);
      audit.record(LIN, Act.LOGIN, "lin", "password");
      audit.record(LIN, Act.DEFINED, "segment/s4", "");
      audit.record(LIN, Act.EXPORTED, "segment/s4", "998 rows");
      test.accept(catalog, audit);
    }
  }
}
