package io.gongbi.trait;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.View;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who came to a value, who left it and who went over to another, day by day and by name. */
final class TurnsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Trait GROUP = trait("tag/rfm", ColumnType.TEXT);
  private static final Trait LIKES = trait("tag/likes", ColumnType.TEXT_LIST);

  @TempDir Path folder;
  private TestShop shop;

  @BeforeEach
  void open() {
    shop = new TestShop(folder);
    shop.customers(
        """
        customer_id=1 name=Ann
        customer_id=2 name=Bo
        customer_id=3 name=Cy
        """);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private static Trait trait(String id, ColumnType type) {
    return new Trait(new TraitId(id), type, Label.typed(id), List.of(), Set.of());
  }

  /** On the morning of a day in March: {@code 1 '111'} says that Ann holds 111. */
  private void state(int day, Trait trait, String... rows) {
    var sql =
        Arrays.stream(rows)
            .map(r -> r.split(" ", 2))
            .map(r -> "select %s as customer_id, %s as value".formatted(r[0], r[1]))
            .collect(Collectors.joining(" union all "));
    try (var write = shop.warehouse.write(Set.of("trait"))) {
      shop.traits.state(
          write, trait, new Slice.Whole(), Sql.of(sql), new Cause.ByRule(1), morning(day));
      write.commit();
    }
  }

  private static AsOf morning(int day) {
    return AsOf.endOf(LocalDate.of(2026, 3, day).minusDays(1), ZONE);
  }

  private void threeMornings() {
    state(1, GROUP, "1 '111'", "2 '000'");
    state(2, GROUP, "1 '111'", "2 '111'", "3 '000'");
    state(3, GROUP, "2 '111'", "3 '000'");
  }

  /** Bo goes over from 000 to 111 on the 2nd, as Cy comes to 000; Ann leaves 111 on the 3rd. */
  @Test
  void valueHistory_countsAtEachValueWhoCameAndWhoLeft() {
    threeMornings();

    assertThat(TestShop.shown(shop.traits.valueHistory(GROUP.id(), morning(3), View.everything())))
        .containsExactly(
            "2026-03-01 000 1 1 0",
            "2026-03-01 111 1 1 0",
            "2026-03-02 000 1 1 1",
            "2026-03-02 111 2 1 0",
            "2026-03-03 111 1 0 1");
  }

  /**
   * Ann likes tea and silk, then silk and tea: nothing moved. Bo likes wool as well from the 2nd
   * on; on the 3rd Ann likes wool alone.
   */
  @Test
  void valueHistory_ofSeveralValues_countsEachAndNotTheirOrder() {
    state(1, LIKES, "1 ['tea', 'silk']", "2 ['silk']");
    state(2, LIKES, "1 ['silk', 'tea']", "2 ['silk', 'wool']");
    state(3, LIKES, "1 ['wool']", "2 ['silk', 'wool']");

    assertThat(TestShop.shown(shop.traits.valueHistory(LIKES.id(), morning(3), View.everything())))
        .containsExactly(
            "2026-03-01 silk 2 2 0",
            "2026-03-01 tea 1 1 0",
            "2026-03-02 wool 1 1 0",
            "2026-03-03 silk 1 0 1",
            "2026-03-03 tea 0 0 1",
            "2026-03-03 wool 2 1 0");
    // And as they are held now, the most frequent first.
    assertThat(TestShop.shown(shop.traits.values(LIKES.id(), View.everything())))
        .containsExactly("wool 2", "silk 1");
  }

  /** Whoever goes from one value to another held something all the time. */
  @Test
  void history_countsHoldersWhateverTheyHold() {
    threeMornings();

    assertThat(TestShop.shown(shop.traits.history(GROUP.id(), morning(3), View.everything())))
        .containsExactly("2026-03-01 2 2 0", "2026-03-02 3 1 0", "2026-03-03 2 0 1");
  }

  /** Three came, of whom two are asked for: the newest first, and on one morning the last said. */
  @Test
  void latest_namesTheNewestOfEachTurn() {
    threeMornings();

    assertThat(latest(2))
        .containsExactly(
            "came Cy - → 000", "came Bo - → 000", "left Ann 111 → -", "moved Bo 000 → 111");
    assertThat(latest(1))
        .containsExactly("came Cy - → 000", "left Ann 111 → -", "moved Bo 000 → 111");
  }

  private List<String> latest(int most) {
    return shop.traits.latest(GROUP.id(), most, View.everything()).stream()
        .map(
            r ->
                "%s %s %s → %s"
                    .formatted(
                        r.text("turn"),
                        r.text("name"),
                        r.textIfAny("before").orElse("-"),
                        r.textIfAny("after").orElse("-")))
        .toList();
  }
}
