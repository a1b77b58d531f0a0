package io.gongbi;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The walk on a machine that speaks another language: in Arabic, Hindi and Thai Java writes other
 * digits than engines read, in Turkish the small letter of I has no dot. From the files to the
 * boards all is what it is anywhere.
 */
@Isolated("the locale is the whole machine's")
final class ForeignLocaleTest {
  @TempDir private Path folder;
  private Locale here;

  @BeforeEach
  void remember() {
    here = Locale.getDefault();
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(here);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "th-TH-u-nu-thai", "tr-TR"})
  void walk_endsAsAnywhere(String language) {
    Locale.setDefault(Locale.ROOT);
    var expected = walk(folder.resolve("here"));
    Locale.setDefault(Locale.forLanguageTag(language));
    var found = walk(folder.resolve("there"));
    for (int i = 0; i < expected.size(); i++) assertThat(found.get(i)).isEqualTo(expected.get(i));
    assertThat(found).hasSameSizeAs(expected);
    assertThat(expected)
        .contains("Ann 上海 金卡 150", "Bo 北京 - 20", "Ivy 上海 - 0")
        .contains("ordered twice: 1 of 3");
  }

  /** Ann ordered twice this year, for 150; Bo once, for 20; Ivy never. */
  private static List<String> walk(Path folder) {
    var told = new ArrayList<String>();
    try (var company = new TestCompany(folder, "2026-03-15T04:00:00Z")) {
      company.members(
          """
          id name phone       card   city level
          a  Ann  13900000001 C00001 上海 金卡
          b  Bo   13900000002 C00002 北京 -
          c  IVY  13900000003 C00003 上海 -
          """);
      company.orders(
          """
          no paid                status    amount phone
          o1 2026-01-05_10:00:00 completed 100    13900000001
          o2 2026-03-10_10:00:00 completed 50     13900000001
          o3 2026-03-11_10:00:00 completed 20     13900000002
          """);
      company.refresh();
      var gongbi = company.gongbi;
      var asOf = gongbi.asOf();
      told.addAll(
          company.rows(
              """
              select c.name, c.city, c.level, c.revenue
              from {profile.customer} c
              order by c.name
              """));
      for (var row : company.rows("select c.customer_id from {profile.customer} c")) {
        var portrait = gongbi.profiles().portrait(new CustomerId(Long.parseLong(row)), LIN);
        told.add(portrait.facts().toString());
        portrait.panels().forEach(p -> told.addAll(TestShop.shown(p.table())));
      }
      var sales = new Where.Compare(FieldKey.of("order.kind"), Op.EQ, Value.of("sale"));
      var orders = Measure.of(Measure.ORDER, sales, Aggregate.COUNT, new Window.LastDays(90));
      var twice = new Condition.Behaviour(orders, Op.GE, BigDecimal.TWO);
      var count = gongbi.segments().count(twice, LIN);
      told.add("ordered twice: " + count.count() + " of " + count.of());
      gongbi.segments().add(LIN, Label.typed("回头客"), twice);
      company.refresh();
      told.addAll(company.rows("select * from {trait.held} h order by all"));
      for (var board : gongbi.boards().all(asOf, LIN)) {
        for (var tile : board.tiles()) {
          gongbi
              .boards()
              .answer(tile, asOf, LIN)
              .ifPresent(a -> told.addAll(TestShop.shown(a.table())));
        }
      }
      told.add(gongbi.reports().write(Optional.empty(), asOf, LIN).toString());
    }
    return told;
  }
}
