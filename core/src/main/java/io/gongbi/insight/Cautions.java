package io.gongbi.insight;

import io.gongbi.access.Viewer;
import io.gongbi.fault.Messages;
import io.gongbi.metric.Metric;
import io.gongbi.metric.Metrics;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Collects what has to be said beside an answer. */
final class Cautions {
  private final List<Caution> found = new ArrayList<>();

  Cautions(Viewer viewer) {
    if (!viewer.seesEverybody()) add("insight.scoped", Map.of());
  }

  List<Caution> found() {
    return List.copyOf(found);
  }

  /** Cards that are held to be no customer's own. */
  void aboutCards(long leftOut) {
    if (leftOut > 0) add("insight.cards-left-out", Map.of("cards", Messages.number(leftOut)));
  }

  private void add(String code, Map<String, String> words) {
    found.add(new Caution(code, words));
  }

  void about(Trend trend, List<Bucket> buckets, Table answer, Optional<LocalDate> firstDay) {
    var period = trend.period();
    if (buckets.isEmpty() || buckets.getLast().days().until().isBefore(period.until()))
      add("insight.not-begun", Map.of());
    buckets.stream()
        .filter(Bucket::open)
        .findFirst()
        .ifPresent(b -> add("insight.open-bucket", Map.of("day", b.days().from().toString())));
    var grain = trend.grain();
    if (!grain.start(period.from()).equals(period.from())
        || !grain.start(period.until()).equals(period.until())) {
      var words = Map.of("from", period.from().toString(), "until", period.until().toString());
      add("insight.cut-bucket", words);
    }
    var metric = Metrics.get(trend.metric());
    if (metric.adds())
      anonymous(
          metric.unit(),
          sum(answer, r -> r.decimal("anonymous")),
          sum(answer, r -> r.decimal("value")));
    else few(answer);
    about(trend.split());
    var base =
        buckets.stream()
            .flatMap(b -> b.base().stream())
            .map(b -> b.days().from())
            .min(LocalDate::compareTo);
    if (base.isPresent() && firstDay.isPresent() && base.get().isBefore(firstDay.get()))
      add("insight.base-before-data", Map.of("day", firstDay.get().toString()));
  }

  private void anonymous(Metric.Unit unit, BigDecimal anonymous, BigDecimal of) {
    if (anonymous.signum() == 0) return;
    var share = percent(anonymous, of);
    found.add(
        unit == Metric.Unit.MONEY
            ? new Caution("insight.anonymous", Map.of("share", share), Map.of("value", anonymous))
            : new Caution(
                "insight.anonymous", Map.of("share", share, "value", Messages.number(anonymous))));
  }

  private static String percent(BigDecimal part, BigDecimal of) {
    return of.signum() <= 0
        ? "—"
        : part.movePointRight(2).divide(of, 1, RoundingMode.HALF_UP).toPlainString() + "%";
  }

  private static BigDecimal sum(Table table, Function<Row, BigDecimal> cell) {
    return table.stream().map(cell).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Below this a rate of a funnel moves by more than three points with a single customer. */
  private static final int FEW = 30;

  /** Numbers that were divided by few. */
  private void few(Table answer) {
    long few =
        answer.stream()
            .map(r -> r.decimal("base"))
            .filter(b -> b.signum() > 0)
            .filter(b -> b.compareTo(BigDecimal.valueOf(FEW)) < 0)
            .count();
    if (few > 0)
      add("insight.few-behind", Map.of("rows", Messages.number(few), "few", Messages.number(FEW)));
  }

  private void about(Optional<Split> split) {
    if (split.isEmpty()) return;
    if (split.get().field().filter(Splits::isOfGoods).isPresent())
      add("insight.goods-only", Map.of());
    else if (split.get().field().map(f -> f.entity().equals(Standard.CUSTOMER)).orElse(true))
      add("insight.as-of-today", Map.of());
  }

  void about(Funnel funnel, Table answer) {
    about(answer);
    about(funnel.split());
  }

  /** A distribution of few numbers. */
  void about(Row figures) {
    long customers = figures.whole("customers");
    if (customers > 0 && customers < FEW)
      add("insight.few-counted", Map.of("customers", Messages.number(customers)));
  }

  /** Whoever holds several values is counted at each, and shares are of what that comes to. */
  void aboutSeveral(boolean several) {
    if (several) add("insight.several-values", Map.of());
  }

  /** The same where shares are of customers. */
  void aboutSeveralShares(boolean several) {
    if (several) add("insight.several-shares", Map.of());
  }

  void aboutGroup(Row figures) {
    long customers = figures.whole("customers");
    if (customers < GroupProfileQuery.FEW)
      add(
          "insight.small-group",
          Map.of(
              "customers",
              Messages.number(customers),
              "few",
              Messages.number(GroupProfileQuery.FEW)));
  }

  private void about(Table funnel) {
    long started =
        funnel.stream()
            .filter(r -> r.whole("step") == 1)
            .mapToLong(r -> r.whole("customers"))
            .sum();
    if (started > 0 && started < FEW)
      add("insight.few-started", Map.of("customers", Messages.number(started)));
    long open = funnel.stream().mapToLong(r -> r.whole("open")).sum();
    if (open > 0) add("insight.open-windows", Map.of("customers", Messages.number(open)));
  }

  void about(boolean stated, int values, int most, BigDecimal anonymousRevenue) {
    if (!stated) add("insight.not-stated", Map.of());
    if (values > most) add("insight.values-left-out", Map.of("most", Messages.number(most)));
    if (anonymousRevenue.signum() != 0)
      found.add(
          new Caution("insight.anonymous-left-out", Map.of(), Map.of("value", anonymousRevenue)));
  }
}
