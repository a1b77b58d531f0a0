package io.gongbi.quality;

import static io.gongbi.quality.CleanFolder.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.refresh.Delta;
import io.gongbi.source.Mapping;
import io.gongbi.source.SourceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorrectionsTest {
  private static final String ORDERS_NOW =
      """
      select o.order_key, o.amount, o.line
      from {quality.order} o
      order by o.order_key
      """;
  private static final String OUT =
      """
      select q.line, q.field, q.value, q.reason
      from {quality.quarantine} q
      where q.severity = 'quarantine'
      order by q.batch, q.line, q.reason
      """;

  private static final Mapping ORDERS =
      mapping(
          "orders",
          "order",
          List.of("no"),
          """
          no → order.order_no
          total → order.amount
          who → customer.platform_id""");
  private static final Mapping LINES =
      mapping(
          "lines",
          "order_line",
          List.of(),
          """
          no → order.order_no
          qty → order_line.quantity
          price → order_line.unit_price
          who → customer.platform_id""");

  @TempDir private Path folder;

  private static Correction all(String feed, String heading, String was, String becomes) {
    return new Correction(
        new SourceId("shop"), feed, heading, was, becomes, Optional.empty(), Optional.empty());
  }

  private static Correction one(
      String feed, String heading, String was, String becomes, String file, long line) {
    return new Correction(
        new SourceId("shop"),
        feed,
        heading,
        was,
        becomes,
        Optional.of(new Correction.Spot(file, line)),
        Optional.empty());
  }

  private static Correction always(
      String feed, String heading, String was, String becomes, String key) {
    return new Correction(
        new SourceId("shop"), feed, heading, was, becomes, Optional.empty(), Optional.of(key));
  }

  /**
   * Two rows say 12,o0 and are mended in one go; the third is mended alone; undone, all is as
   * before.
   */
  @Test
  void correctedRows_areCleanAfterARunOverThemAlone() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(
          ORDERS,
          "a.csv",
          """
          no,total,who
          o1,"12,o0",u1
          o2,"12,o0",u2
          o3,abc,u3
          o4,5,u4
          """);
      here.clean();
      var before = here.everything();
      assertThat(here.rows(ORDERS_NOW)).containsExactly("o4 5 5");
      here.corrections.put("c1", all("orders", "total", "12,o0", "12.00"));
      here.corrections.put("c2", one("orders", "total", "abc", "7", "a.csv", 4));
      assertThat(here.hasNews()).isTrue();
      assertThat(here.cleanNew())
          .as("which rows to look at anew")
          .isEqualTo(Delta.batches(Set.of(1L)));
      assertThat(here.hasNews()).isFalse();
      assertThat(here.rows(ORDERS_NOW)).containsExactly("o1 12 2", "o2 12 3", "o3 7 4", "o4 5 5");
      assertThat(here.rows(OUT)).isEmpty();
      assertThat(
              here.rows("select t.line from {quality.touched_row} t order by t.line").stream()
                  .distinct())
          .containsExactly("2", "3", "4");
      here.corrections.clear();
      here.cleanNew();
      assertThat(here.everything()).isEqualTo(before);
    }
  }

  /** The source has mended o1 itself, otherwise: what was decided of its old value says nothing. */
  @Test
  void correction_holdsOnlyWhileTheSourceSaysTheOldValue() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(ORDERS, "a.csv", "no,total,who\no1,abc,u1\n");
      here.corrections.put("c1", one("orders", "total", "abc", "7", "a.csv", 2));
      here.clean();
      assertThat(here.rows(ORDERS_NOW)).containsExactly("o1 7 2");
      here.land(ORDERS, "a.csv", "no,total,who\no1,9,u1\n");
      here.cleanNew();
      assertThat(here.rows(ORDERS_NOW)).containsExactly("o1 9 2");
      here.land(ORDERS, "b.csv", "no,total,who\no1,abc,u1\n");
      here.cleanNew();
      assertThat(here.rows(ORDERS_NOW))
          .as("another file, of which nobody has decided anything")
          .containsExactly("o1 9 2");
    }
  }

  /**
   * Order o1 says abc in one file after the other; o2 says it too, of which nobody has decided. One
   * line is decided otherwise, and that goes before. Undone, both are out again.
   */
  @Test
  void correctionByKey_holdsInWhateverFileTheRecordComes() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(ORDERS, "a.csv", "no,total,who\no1,abc,u1\no2,abc,u2\n");
      here.clean();
      here.corrections.put("c1", always("orders", "total", "abc", "7", "o1"));
      assertThat(here.cleanNew()).isEqualTo(Delta.batches(Set.of(1L)));
      assertThat(here.rows(ORDERS_NOW)).containsExactly("o1 7 2");
      here.land(ORDERS, "b.csv", "no,total,who\no3,1,u3\no1,abc,u1\n");
      here.cleanNew();
      assertThat(here.rows(ORDERS_NOW)).containsExactly("o1 7 3", "o3 1 2");
      here.land(ORDERS, "c.csv", "no,total,who\no1,,u1\n");
      here.corrections.put("c2", always("orders", "total", "", "9", "o1"));
      here.cleanNew();
      assertThat(here.rows(ORDERS_NOW)).containsExactly("o1 9 2", "o3 1 2");
      here.corrections.put("c3", one("orders", "total", "", "8", "c.csv", 2));
      here.cleanNew();
      assertThat(here.rows(ORDERS_NOW)).containsExactly("o1 8 2", "o3 1 2");
      var stepwise = here.everything();
      here.clean();
      assertThat(here.everything()).isEqualTo(stepwise);
      here.corrections.clear();
      here.cleanNew();
      assertThat(here.rows(ORDERS_NOW)).containsExactly("o1 · 2", "o3 1 2");
    }
  }

  /** The key itself was wrong: o1's row takes the place of o2's, and leaves it again. */
  @Test
  void correctedKey_touchesTheRowsOfBothKeys() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(ORDERS, "a.csv", "no,total,who\no2,1,u1\n");
      here.land(ORDERS, "b.csv", "no,total,who\no1,2,u1\n,3,u1\n");
      here.clean();
      here.corrections.put("c1", all("orders", "no", "o1", "o2"));
      here.corrections.put("c2", one("orders", "no", "", "o3", "b.csv", 3));
      here.cleanNew();
      assertThat(here.rows(ORDERS_NOW)).containsExactly("o2 2 2", "o3 3 3");
      here.corrections.remove("c1");
      here.cleanNew();
      assertThat(here.rows(ORDERS_NOW)).containsExactly("o1 2 2", "o2 1 2", "o3 3 3");
    }
  }

  /** Whatever is decided and undone between files: the same as everything at once. */
  @Test
  void law_ofCorrectionsThatComeAndGo() {
    for (long seed = 1; seed <= 6; seed++) {
      var dice = new Random(seed);
      var home = folder.resolve("seed" + seed);
      assertThat(home.toFile().mkdirs()).isTrue();
      try (var here = new CleanFolder(home, ORDERS, LINES)) {
        for (int i = 0; i < 8; i++) {
          var orders = new StringBuilder("no,total,who\n");
          var lines = new StringBuilder("no,qty,price,who\n");
          for (int r = 0; r < 6; r++) {
            orders.append("%s,%s,%s\n".formatted(no(dice), number(dice), who(dice)));
            lines.append(
                "%s,%s,%s,%s\n".formatted(no(dice), number(dice), number(dice), who(dice)));
          }
          boolean ofOrders = dice.nextBoolean();
          var file = "f" + dice.nextInt(2) + ".csv";
          here.land(ofOrders ? ORDERS : LINES, file, (ofOrders ? orders : lines).toString());
          if (dice.nextBoolean()) {
            here.corrections.put(
                "c" + i,
                switch (dice.nextInt(5)) {
                  case 0 -> all("orders", "total", "x", "3");
                  case 1 -> all("orders", "no", "A1", "A2");
                  case 2 -> all("lines", "who", "u1", "");
                  case 3 -> always("orders", "total", "x", "5", "A" + (1 + dice.nextInt(3)));
                  default -> one("lines", "qty", "x", "4", file, 2 + dice.nextInt(6));
                });
          }
          if (dice.nextInt(3) == 0 && !here.corrections.isEmpty()) {
            here.corrections.remove(here.corrections.firstKey());
          }
          if (i == 0) here.clean();
          else if (dice.nextInt(3) > 0) {
            assertThat(here.cleanNew()).isInstanceOf(Delta.Batches.class);
            assertThat(here.hasNews()).isFalse();
          }
        }
        here.cleanNew();
        var stepwise = here.everything();
        here.clean();
        assertThat(stepwise).as("seed %d", seed).isEqualTo(here.everything());
      }
    }
  }

  private static String no(Random dice) {
    return List.of("A1", "A2", "A3", "").get(dice.nextInt(4));
  }

  private static String number(Random dice) {
    return List.of("1", "2", "x").get(dice.nextInt(3));
  }

  private static String who(Random dice) {
    return List.of("u1", "u2", "").get(dice.nextInt(3));
  }
}
