package io.gongbi.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.calendar.Versus;
import io.gongbi.catalog.Codec;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.fault.Messages;
import io.gongbi.metric.MetricId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is stored on boards and sent by browsers: these texts must be read for ever. */
final class InsightJsonTest {
  private static final Codec CODEC = Codec.of(Insights.SHAPES);

  private static void isWritten(Insight question, String json) {
    assertThat(CODEC.write(question)).isEqualTo(json);
    assertThat(CODEC.read(json, Insight.class)).isEqualTo(question);
  }

  @Test
  void trend() {
    isWritten(
        new Trend(
            new MetricId("netRevenue"),
            Grain.MONTH,
            Analyst.period("2026-01-01", "2026-04-01"),
            Optional.of(new Versus.Preceding()),
            Optional.of(Condition.holds(new TraitId("tag/vip")))),
        """
        {"type":"trend","metric":"netRevenue","grain":"month",\
        "period":{"from":"2026-01-01","until":"2026-04-01"},"versus":{"type":"preceding"},\
        "who":{"type":"holds","trait":"tag/vip","op":"EQ","value":true}}""");
    var bare =
        """
        {"type":"trend","metric":"orders","grain":"week",
         "period":{"from":"2026-01-01","until":"2026-04-01"},"versus":null}
        """;
    assertThat(CODEC.read(bare, Insight.class))
        .isEqualTo(
            new Trend(
                new MetricId("orders"),
                Grain.WEEK,
                Analyst.period("2026-01-01", "2026-04-01"),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void versus() {
    assertThat(CODEC.write(new Versus.PrecedingBucket()))
        .isEqualTo("{\"type\":\"precedingBucket\"}");
    assertThat(CODEC.write(new Versus.LastYear())).isEqualTo("{\"type\":\"lastYear\"}");
    assertThat(CODEC.write(new Versus.Chosen(Analyst.period("2026-01-01", "2026-01-02"))))
        .isEqualTo(
            "{\"type\":\"chosen\",\"period\":{\"from\":\"2026-01-01\",\"until\":\"2026-01-02\"}}");
  }

  @Test
  void funnel() {
    var paid = new Where.Compare(FieldKey.of("event.name"), Op.EQ, Value.of("paid"));
    isWritten(
        new Funnel(
            List.of(
                new Funnel.Step(new Label("首购", "First"), paid),
                new Funnel.Step(new Label("复购", "Again"), paid)),
            30,
            Analyst.period("2026-01-01", "2026-04-01"),
            Optional.of(true),
            Optional.empty()),
        """
        {"type":"funnel","steps":[{"label":{"zh":"首购","en":"First"},\
        "where":{"type":"compare","field":"event.name","op":"EQ","value":"paid"}},\
        {"label":{"zh":"复购","en":"Again"},\
        "where":{"type":"compare","field":"event.name","op":"EQ","value":"paid"}}],\
        "windowDays":30,"period":{"from":"2026-01-01","until":"2026-04-01"},"strict":true}""");
    var typed =
        """
        {"type":"funnel","steps":[{"label":"首购","where":{"type":"always"}}],"windowDays":7,
         "period":{"from":"2026-01-01","until":"2026-04-01"}}
        """;
    assertThat(((Funnel) CODEC.read(typed, Insight.class)).steps())
        .containsExactly(new Funnel.Step(Label.typed("首购"), new Where.Always()));
  }

  @Test
  void breakdown() {
    isWritten(
        Breakdown.by(new TraitId("tag/rfm")), "{\"type\":\"breakdown\",\"trait\":\"tag/rfm\"}");
    isWritten(
        Breakdown.by(FieldKey.of("customer.city"))
            .during(Analyst.period("2026-01-01", "2026-04-01")),
        """
        {"type":"breakdown","field":"customer.city",\
        "period":{"from":"2026-01-01","until":"2026-04-01"}}""");
    isWritten(
        new Breakdown(
            Optional.of(new TraitId("tag/rfm")),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Condition.All(List.of()))),
        """
        {"type":"breakdown","trait":"tag/rfm","who":{"type":"all","of":[]}}""");
  }

  @Test
  void split() {
    isWritten(
        new Trend(
            new MetricId("revenue"),
            Grain.MONTH,
            Analyst.period("2026-01-01", "2026-04-01"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Split.by(FieldKey.of("order.channel")))),
        """
        {"type":"trend","metric":"revenue","grain":"month",\
        "period":{"from":"2026-01-01","until":"2026-04-01"},"split":{"field":"order.channel"}}""");
  }

  @Test
  void kpi() {
    isWritten(
        new Kpi(
            new MetricId("orders"), Analyst.period("2026-01-01", "2026-02-01"), Optional.empty()),
        """
        {"type":"kpi","metric":"orders","period":{"from":"2026-01-01","until":"2026-02-01"}}""");
  }

  @Test
  void distribution() {
    isWritten(
        new Distribution(Distribution.Spread.DAYS_BETWEEN, Optional.empty(), Optional.empty()),
        "{\"type\":\"distribution\",\"of\":\"daysBetween\"}");
  }

  @Test
  void groupProfile() {
    isWritten(
        new GroupProfile(
            Condition.holds(new TraitId("segment/vip")),
            List.of(Split.by(FieldKey.of("customer.city")), Split.by(new TraitId("tag/rfm")))),
        """
        {"type":"groupProfile","who":{"type":"holds","trait":"segment/vip","op":"EQ","value":true},\
        "by":[{"field":"customer.city"},{"trait":"tag/rfm"}]}""");
  }

  @Test
  void mark() {
    assertThat(CODEC.read("{\"column\":\"value\",\"at\":{\"bucket\":\"2026-03-01\"}}", Mark.class))
        .isEqualTo(new Mark("value", Map.of("bucket", Value.of("2026-03-01"))));
    assertThat(CODEC.read("{\"column\":\"customers\",\"at\":{\"value\":null}}", Mark.class))
        .isEqualTo(new Mark("customers", Map.of("value", Value.missing())));
  }

  @Test
  void answer_isReadInOneLanguage() {
    var table =
        new Table(
            List.of(
                Column.open("step", ColumnType.WHOLE),
                Column.open("label", ColumnType.TEXT),
                Column.open("label_en", ColumnType.TEXT)),
            List.of(List.of(Value.of(1), Value.of("首购"), Value.of("First"))));
    var asOf = Analyst.LATER;
    var answer = new Answer(table, asOf, "select", 1, List.of(), Set.of());
    assertThat(answer.in(Locale.CHINESE).rows())
        .containsExactly(List.of(Value.of(1), Value.of("首购")));
    assertThat(answer.in(Locale.ENGLISH).rows())
        .containsExactly(List.of(Value.of(1), Value.of("First")));
    assertThat(answer.in(Locale.ENGLISH).columns().stream().map(Column::name))
        .containsExactly("step", "label");
  }

  /** Every code that stands in the sources of the analyses and of boards has both sentences. */
  @Test
  void codes_areSaidInBothLanguages() throws IOException {
    var code = Pattern.compile("\"((?:insight|dashboard)\\.[a-z-]+)\"");
    var codes = new TreeSet<String>();
    for (var concept : List.of("insight", "dashboard")) {
      try (var files = Files.list(Path.of("src/main/java/io/gongbi", concept))) {
        for (var file : files.toList()) {
          code.matcher(Files.readString(file)).results().forEach(m -> codes.add(m.group(1)));
        }
      }
    }
    assertThat(codes).hasSizeGreaterThan(20);
    for (var locale : List.of(Locale.CHINESE, Locale.ENGLISH))
      assertThat(codes).allMatch(c -> Messages.knows(c, locale));
  }
}
