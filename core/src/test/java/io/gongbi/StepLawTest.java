package io.gongbi;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.campaign.Campaign;
import io.gongbi.campaign.Reach;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.profile.Imputation;
import io.gongbi.quality.CleaningRule;
import io.gongbi.quality.Rule;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Run;
import io.gongbi.sample.SampleMall;
import io.gongbi.segment.Cap;
import io.gongbi.segment.Segment;
import io.gongbi.source.Layout;
import io.gongbi.source.Looks;
import io.gongbi.source.Mapping;
import io.gongbi.source.MappingSuggestion;
import io.gongbi.source.SourceId;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import io.gongbi.tag.Tag;
import io.gongbi.tag.TagRule;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The law of {@link io.gongbi.refresh.Step}, for every step that the product has: what small deltas
 * have made, one after the other, is what one run over everything makes.
 *
 * <p>The files of a small shop are torn into pieces by chance, so that lines of an order come
 * before the order, receipts before the customer, and records that bind two customers long after
 * both. After each piece a refresh; in between, definitions come, change and go, and a campaign is
 * sent. At the end everything is done over, and nothing may change.
 */
@Order(2)
final class StepLawTest {
  private static final int CUSTOMERS = 120;
  private static final int PIECES = 5;

  /** What a run leaves for itself or tells of the last run, which is another run now. */
  private static final Set<String> OF_THE_RUN =
      Set.of(
          "refresh.step",
          "refresh.finished",
          "trait.trait",
          "identity.touched",
          "profile.refilled",
          "quality.touched_row",
          "quality.touched_order",
          "quality.touched_record");

  @TempDir Path folder;

  /** A file of the shop, in pieces with its header each; only text can be torn. */
  private record Torn(Mapping mapping, List<Path> pieces) {}

  @ParameterizedTest
  @ValueSource(longs = 20261128)
  void everything_equalsWhatSmallDeltasMade(long seed) throws IOException {
    var random = new Random(seed);
    var narrow = new TreeSet<String>();
    try (var company = new TestCompany(folder, "2026-06-01T02:00:00Z")) {
      var torn = torn(random);
      for (int piece = 0; piece < PIECES; piece++) {
        for (var file : torn) {
          if (piece < file.pieces().size()) company.land(file.pieces().get(piece), file.mapping());
        }
        narrow.addAll(ranNarrow(company));
        decide(company, piece);
        narrow.addAll(ranNarrow(company));
      }
      var stepwise = contents(company);
      var whole = company.refresh(true);
      var steps = new TreeSet<String>();
      whole.ran().forEach(r -> steps.add(r.step()));
      assertThat(whole.ran())
          .allSatisfy(r -> assertThat(r.delta()).isEqualTo(new Delta.Everything()));
      assertThat(narrow).as("steps that did only a part at least once").containsAll(steps);
      assertThat(steps).contains("quality.clean", "identity.resolve", "tag.rfm", "segment.s1");
      var afterwards = contents(company);
      assertThat(afterwards.keySet()).isEqualTo(stepwise.keySet());
      for (var table : stepwise.keySet()) {
        assertThat(afterwards.get(table)).as(table).isEqualTo(stepwise.get(table));
      }
      assertThat(stepwise.get("trait.held")).hasSizeGreaterThan(CUSTOMERS / 2);
      assertThat(stepwise.get("quality.quarantine")).anyMatch(r -> r.contains("rule:r1"));
      assertThat(company.rows("select count(c.imputed_gender) > 5 as n from {profile.customer} c"))
          .containsExactly("true");
      assertThat(stepwise.get("delivery.entry")).isNotEmpty();
      assertThat(stepwise.get("delivery.logged")).isNotEmpty();
      for (var deed : List.of("event", "feedback", "points", "coupon", "cost")) {
        assertThat(stepwise.get("quality." + deed)).as(deed).hasSizeGreaterThan(20);
      }
      assertThat(stepwise.get("profile.item")).hasSizeGreaterThan(20);
      // Five plans on each of the demo's 730 days, and 28 days beside them.
      assertThat(stepwise.get("profile.cost")).hasSize(5 * 730 + 28);
    }
  }

  private static Set<String> ranNarrow(TestCompany company) {
    var narrow = new TreeSet<String>();
    for (var ran : company.refresh().ran()) {
      if (!(ran.delta() instanceof Delta.Everything)) narrow.add(ran.step());
    }
    return narrow;
  }

  /** What people decide between one piece and the next. */
  private static void decide(TestCompany company, int piece) {
    var gongbi = company.gongbi;
    switch (piece) {
      case 0 -> {
        // s1 names a tag that names s2: they follow each other within one run.
        var spent =
            Measure.of(
                new Where.Always(),
                Aggregate.SUM,
                FieldKey.of("order.amount"),
                new Window.LastDays(180));
        gongbi.segments().add(LIN, Label.typed("s1"), bought(90));
        gongbi
            .imputations()
            .put(
                new Imputation(
                    FieldKey.of("customer.gender"),
                    new Imputation.Grouped(List.of("given_name"), 2, 60)),
                LIN);
        gongbi
            .tags()
            .put(
                LIN,
                Tag.KIND.id("spent"),
                Label.typed("spent"),
                new Tag("value", Label.typed("spent"), new TagRule.Statistic(spent)));
        gongbi
            .segments()
            .add(
                LIN,
                Label.typed("s2"),
                new Condition.Not(Condition.holds(new TraitId("segment/s1"))));
      }
      case 1 -> {
        gongbi
            .rules()
            .add(
                LIN,
                Label.typed("r1"),
                new Rule(
                    Standard.ORDER_LINE,
                    Optional.empty(),
                    Optional.empty(),
                    Rule.Severity.QUARANTINE,
                    true,
                    new CleaningRule.OneOf(
                        FieldKey.of("order_line.quantity"), List.of("1.0000", "2.0000"))));
        gongbi.segments().fix(LIN, Label.typed("s3"), "law", gongbi.segments().members(id("s1")));
        gongbi.segments().change(LIN, id("s2"), Label.typed("s2"), bought(30));
        // One who comes pushes another out.
        var spent =
            Measure.of(
                new Where.Always(),
                Aggregate.SUM,
                FieldKey.of("order.amount"),
                new Window.LastDays(180));
        var cap = new Cap.Ranked(3, spent, false);
        gongbi
            .segments()
            .add(
                LIN,
                Label.typed("s4"),
                new Segment.Dynamic(Condition.everyone(), Optional.of(cap)));
      }
      case 2 -> {
        var reach = new Reach.Own(id("s3"), "file", "{name}", 200, BigDecimal.ONE);
        var campaign =
            gongbi
                .campaigns()
                .add(LIN, Label.typed("c"), new Campaign(reach, 14, BigDecimal.ONE))
                .id();
        var sent =
            gongbi.runs().await(gongbi.launches().launch(campaign, LIN, gongbi.asOf(), true));
        assertThat(sent.faults()).isEmpty();
        assertThat(sent.state()).isEqualTo(Run.State.DONE);
      }
      case 3 -> gongbi.segments().delete(LIN, id("s2"));
      default -> {}
    }
    company.counted();
  }

  private static DefinitionId id(String key) {
    return new DefinitionId("segment", key);
  }

  private static Condition bought(int days) {
    return new Condition.Behaviour(
        Measure.of(
            Measure.ORDER,
            new Where.Compare(FieldKey.of("order.kind"), Op.EQ, Value.of("sale")),
            Aggregate.COUNT,
            new Window.LastDays(days)),
        Op.GE,
        BigDecimal.ONE);
  }

  private List<Torn> torn(Random random) throws IOException {
    var written =
        new SampleMall(random.nextLong(), CUSTOMERS, SampleMall.DEFAULT_END)
            .write(folder.resolve("files"));
    var torn = new ArrayList<Torn>();
    for (var file : written.all()) {
      var path = file.path();
      var name = path.getFileName().toString();
      var mapping =
          new MappingSuggestion(new Standard())
              .suggest(
                  path,
                  name,
                  Looks.look(path, name),
                  MappingSuggestion.sourceOf(name).orElse(new SourceId("shop")));
      boolean text = name.endsWith(".csv");
      torn.add(new Torn(mapping, text ? pieces(path, mapping, random) : List.of(path)));
    }
    torn.addAll(deeds(random));
    return torn;
  }

  /**
   * What the shop's users did: with the number of the account, or the phone, or an openid that
   * nothing else knows; some events come twice, later ones with other words.
   */
  private List<Torn> deeds(Random random) throws IOException {
    var events = new StringBuilder("event_no,openid,user,event,time,sku,category\n");
    var feedback = new StringBuilder("id,phone,type,time,score,content\n");
    var points = new StringBuilder("user,time,change\n");
    var coupons = new StringBuilder("code,user,name,claimed,used,value\n");
    for (int i = 0; i < 4 * CUSTOMERS; i++) {
      var user = 10_000_001 + random.nextInt(CUSTOMERS);
      var time = "2026-05-%02d %02d:00:00".formatted(1 + random.nextInt(28), random.nextInt(24));
      events.append(
          "e%d,%s,%s,%s,%s,CY%03d,茶叶\n"
              .formatted(
                  random.nextInt(3 * CUSTOMERS),
                  random.nextBoolean() ? "o" + user : "",
                  random.nextInt(3) > 0 ? user : "",
                  random.nextBoolean() ? "view_product" : "my own",
                  time,
                  random.nextInt(9)));
      feedback.append(
          "f%d,139%08d,%s,%s,%d,还行\n"
              .formatted(
                  random.nextInt(3 * CUSTOMERS),
                  random.nextInt(CUSTOMERS),
                  random.nextBoolean() ? "投诉" : "",
                  time,
                  random.nextInt(5)));
      points.append("%d,%s,%d\n".formatted(user, time, random.nextInt(100) - 30));
      coupons.append("c%d,%d,满减,%s,,10\n".formatted(i, user, time));
    }
    var costs = new StringBuilder("day,channel,amount\n");
    for (int day = 1; day < 29; day++) costs.append("2026-05-%02d,搜索,%d\n".formatted(day, day));
    return List.of(
        deed(
            random,
            "event",
            "events",
            List.of("event_no"),
            events,
            "event_no → event.event_no\n"
                + "openid → customer.openid\nuser → customer.platform_id\nevent → event.name\n"
                + "time → event.happened_at\nsku → event.product_code\ncategory → event.category"),
        deed(
            random,
            "feedback",
            "feedback",
            List.of("id"),
            feedback,
            "id → feedback.feedback_no\n"
                + "phone → customer.phone\ntype → feedback.kind\ntime → feedback.happened_at\n"
                + "score → feedback.score\ncontent → feedback.text"),
        deed(
            random,
            "points",
            "points",
            List.of(),
            points,
            "user → customer.platform_id\ntime → points.happened_at\nchange → points.change"),
        deed(
            random,
            "coupon",
            "coupons",
            List.of("code"),
            coupons,
            "code → coupon.coupon_no\n"
                + "user → customer.platform_id\nname → coupon.name\nclaimed → coupon.claimed_at\n"
                + "used → coupon.used_at\nvalue → coupon.amount"),
        deed(
            random,
            "cost",
            "costs",
            List.of(),
            costs,
            "day → cost.day\nchannel → cost.channel\namount → cost.amount"));
  }

  private Torn deed(
      Random random, String grain, String feed, List<String> key, StringBuilder text, String lines)
      throws IOException {
    var mapping =
        new Mapping(
            new SourceId("shop"),
            Label.typed(feed),
            feed,
            new EntityName(grain),
            Layout.csv(),
            key,
            lines.lines().map(l -> l.split(" → ")).map(l -> Mapping.Line.of(l[0], l[1])).toList(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    var file = Files.writeString(folder.resolve(feed + ".csv"), text);
    return new Torn(mapping, pieces(file, mapping, random));
  }

  private List<Path> pieces(Path file, Mapping mapping, Random random) throws IOException {
    var encoding = java.nio.charset.Charset.forName(mapping.layout().encoding());
    var lines = new ArrayList<>(Files.readString(file, encoding).lines().toList());
    var header = lines.removeFirst();
    Collections.shuffle(lines, random);
    var pieces = new ArrayList<Path>();
    int size = lines.size() / PIECES + 1;
    for (int from = 0; from < lines.size(); from += size) {
      var text =
          header
              + "\n"
              + String.join("\n", lines.subList(from, Math.min(from + size, lines.size())))
              + "\n";
      var piece = folder.resolve(pieces.size() + "-" + file.getFileName());
      pieces.add(Files.writeString(piece, text, encoding));
    }
    return pieces;
  }

  /** Every row of every table that follows from what landed, in an order that means nothing. */
  private static Map<String, List<String>> contents(TestCompany company) {
    var contents = new TreeMap<String, List<String>>();
    for (TableSpec table : company.gongbi.warehouse().specs()) {
      var name = table.name().toString();
      if (OF_THE_RUN.contains(name)) continue;
      contents.put(name, company.rows("select * from {" + name + "}").stream().sorted().toList());
    }
    return contents;
  }
}
