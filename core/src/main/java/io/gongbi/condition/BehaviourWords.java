package io.gongbi.condition;

import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Messages;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What customers did, in words. A measure is a noun: 近 90 天购买天数, "days with purchases in the last
 * 90 days"; with a bound it is a sentence: 近 90 天购买天数不少于 2 天, "purchases on at least 2 days in the
 * last 90 days".
 *
 * @param one what is counted, once: 购买, "purchase"; with the filter that it must pass
 * @param many the same, more than once: "purchases"
 * @param window which days, with a space before it in English; empty where it goes without saying
 * @param field what is summed, compared or picked: 实付金额, "amount paid"
 * @param key the same field, by which its values have names
 * @param said names the values
 */
record BehaviourWords(
    Aggregate aggregate,
    Label one,
    Label many,
    Days window,
    Optional<Label> field,
    Optional<FieldKey> key,
    WhereWords said) {
  /** Words for a window, which may be none: a label is never empty. */
  record Days(String zh, String en) {
    static final Days UNSAID = new Days("", "");

    /** For a total, which needs to hear that it is of all time. */
    Days spoken() {
      return equals(UNSAID) ? new Days("累计", " to date") : this;
    }
  }

  static BehaviourWords of(Measure measure, Vocabulary vocabulary) {
    var fields =
        vocabulary.behaviour(measure.entity()).map(Vocabulary.Counted::fields).orElse(List.of());
    var said = new WhereWords(fields);
    var nouns = RowNouns.of(measure.entity());
    var parts = new ArrayList<>(parts(measure.rows()));
    var head = nouns.flatMap(n -> parts.stream().filter(p -> n.named(p).isPresent()).findFirst());
    head.ifPresent(parts::remove);
    var noun =
        head.flatMap(h -> nouns.flatMap(n -> n.named(h)))
            .or(() -> nouns.map(RowNouns::any))
            .orElseGet(
                () -> {
                  var name = Label.typed(measure.entity().value());
                  return new RowNouns.Noun(name, name);
                });
    var filter =
        parts.isEmpty() ? Optional.<Label>empty() : Optional.of(said.where(new Where.Both(parts)));
    return new BehaviourWords(
        measure.aggregate(),
        filtered(noun.one(), filter),
        filtered(noun.many(), filter),
        window(measure.window()),
        measure.of().map(said::name),
        measure.of(),
        said);
  }

  private static List<Where> parts(Where rows) {
    return switch (rows) {
      case Where.Always _ -> List.of();
      case Where.Both both -> both.all();
      case Where.Compare _,
          Where.In _,
          Where.Missing _,
          Where.StartsWith _,
          Where.Contains _,
          Where.Either _,
          Where.Except _ ->
          List.of(rows);
    };
  }

  private static Label filtered(Label noun, Optional<Label> filter) {
    return filter
        .map(
            f ->
                new Label(
                    noun.zh() + "（仅" + f.zh() + "）", noun.en() + " (only where " + f.en() + ")"))
        .orElse(noun);
  }

  private static Days window(Window window) {
    return switch (window) {
      case Window.LastDays last ->
          last.days() == 1
              ? new Days("近 1 天", " in the last day")
              : new Days("近 " + last.days() + " 天", " in the last " + last.days() + " days");
      case Window.During during -> {
        var from = WhereWords.day(during.period().from());
        var to = WhereWords.day(during.period().until().minusDays(1));
        yield new Days(from.zh() + "至" + to.zh(), " from " + from.en() + " to " + to.en());
      }
      case Window.Ago ago ->
          new Days(
              ago.from() + " 至 " + ago.to() + " 天前",
              " between " + ago.from() + " and " + ago.to() + " days ago");
      case Window.Running running ->
          switch (running.unit()) {
            case MONTH -> new Days("本月", " this month");
            case YEAR -> new Days("今年", " this year");
          };
      case Window.FirstDays first ->
          new Days(
              "注册后 " + first.days() + " 天内",
              " in the first " + first.days() + " days from registration");
      case Window.Ever _ -> Days.UNSAID;
    };
  }

  /** The measure by itself, as a noun. */
  Label noun() {
    var days = window.spoken();
    return switch (aggregate) {
      case COUNT -> new Label(days.zh() + many.zh() + "次数", "number of " + many.en() + days.en());
      case DISTINCT_DAYS ->
          new Label(days.zh() + many.zh() + "天数", "days with " + many.en() + days.en());
      case DAYS_SINCE_LAST ->
          new Label(
              window.zh() + "最近一次" + one.zh() + "距今天数",
              "days since the last " + one.en() + window.en());
      case DAYS_SINCE_FIRST ->
          new Label(
              window.zh() + "首次" + one.zh() + "距今天数",
              "days since the first " + one.en() + window.en());
      case TREND ->
          field.isPresent()
              ? new Label(
                  window.zh() + many.zh() + "的" + field.get().zh() + "合计较前期变化",
                  "change of total " + field.get().en() + " of " + many.en() + window.en())
              : new Label(
                  window.zh() + many.zh() + "次数较前期变化",
                  "change of the number of " + many.en() + window.en());
      case DISTINCT_VALUES -> {
        var of = field.orElseThrow();
        yield new Label(
            days.zh() + many.zh() + "的" + of.zh() + "种数",
            "number of different values of " + of.en() + " among " + many.en() + days.en());
      }
      case TOP_VALUE -> ofField("最多的", "", "most frequent ");
      case FIRST_VALUE -> ofOne("首次");
      case LAST_VALUE -> ofOne("最近一次");
      case AVERAGE -> ofField("平均", "", "average ");
      case SUM -> ofField("", "合计", "total ");
      case MAX -> ofField("最高", "", "highest ");
      case MIN -> ofField("最低", "", "lowest ");
    };
  }

  private Label ofOne(String which) {
    var of = field.orElseThrow();
    var en = aggregate == Aggregate.FIRST_VALUE ? "first" : "last";
    return new Label(
        window.zh() + which + one.zh() + "的" + of.zh(),
        of.en() + " of the " + en + " " + one.en() + window.en());
  }

  private Label ofField(String before, String after, String en) {
    var of = field.orElseThrow();
    return new Label(
        window.spoken().zh()
            + many.zh()
            + (aggregate == Aggregate.TOP_VALUE ? "" : "的")
            + before
            + of.zh()
            + after,
        en + of.en() + " of " + many.en() + window.spoken().en());
  }

  /** The measure within a bound, or outside it. */
  Label sentence(Op op, BigDecimal bound, boolean holds) {
    if (aggregate == Aggregate.COUNT) {
      var did = did(op, bound);
      if (did.isPresent()) return did.get() == holds ? did() : didNot();
    }
    var compared =
        WhereWords.compared(holds ? op : WhereWords.opposite(op), united(bound, aggregate));
    var said =
        switch (aggregate) {
          case COUNT -> {
            var counted = bound.compareTo(BigDecimal.ONE) == 0 ? one : many;
            yield new Label(
                window.spoken().zh() + counted.zh() + "次数" + compared.zh(),
                compared.en() + " " + counted.en() + window.spoken().en());
          }
          case DISTINCT_DAYS ->
              new Label(
                  noun().zh() + compared.zh(),
                  many.en() + " on " + compared.en() + window.spoken().en());
          case DAYS_SINCE_LAST ->
              new Label(
                  window.zh() + "最近一次" + one.zh() + "距今" + compared.zh(),
                  "last " + one.en() + window.en() + " " + compared.en() + " ago");
          case DAYS_SINCE_FIRST ->
              new Label(
                  window.zh() + "首次" + one.zh() + "距今" + compared.zh(),
                  "first " + one.en() + window.en() + " " + compared.en() + " ago");
          case DISTINCT_VALUES ->
              new Label(
                  noun().zh() + compared.zh(),
                  compared.en()
                      + " different values of "
                      + field.orElseThrow().en()
                      + " among "
                      + many.en()
                      + window.spoken().en());
          case SUM, AVERAGE, MAX, MIN, TREND, FIRST_VALUE, LAST_VALUE, TOP_VALUE ->
              new Label(noun().zh() + compared.zh(), noun().en() + " is " + compared.en());
        };
    // Of nothing, a count is 0, but a last day is missing: it is outside every bound.
    return holds || aggregate.ofNothingIsZero()
        ? said
        : new Label(said.zh() + "，或没有" + one.zh(), said.en() + ", or no " + one.en());
  }

  /** What the rows show is one of these values, or none of them: 最多的品类是「女装」. */
  Label picked(List<Value> values, boolean holds) {
    return WhereWords.joined(noun(), among(values, holds));
  }

  /** The second half of it: 是「女装」. Who has no rows is among those who do not show it. */
  Label among(List<Value> values, boolean holds) {
    var of = key.orElseThrow();
    var is = said.isAmong(of, values);
    return holds
        ? is
        : new Label(
            "不" + is.zh() + "（含没有" + one.zh() + "的客户）",
            is.en().replaceFirst("^is ", "is not ") + ", or no " + one.en());
  }

  /** Whether a bound of a count only asks if there was any: true for "≥ 1", false for "= 0". */
  private static Optional<Boolean> did(Op op, BigDecimal bound) {
    boolean zero = bound.signum() == 0;
    boolean one = bound.compareTo(BigDecimal.ONE) == 0;
    return switch (op) {
      case GE -> one ? Optional.of(true) : Optional.empty();
      case GT, NE -> zero ? Optional.of(true) : Optional.empty();
      case EQ, LE -> zero ? Optional.of(false) : Optional.empty();
      case LT -> one ? Optional.of(false) : Optional.empty();
    };
  }

  private Label did() {
    return new Label(window.zh() + "有过" + one.zh(), "at least one " + one.en() + window.en());
  }

  private Label didNot() {
    return window.equals(Days.UNSAID)
        ? new Label("从未" + one.zh(), "no " + one.en() + " ever")
        : new Label(window.zh() + "没有" + one.zh(), "no " + one.en() + window.en());
  }

  /** That there was none, with the days that were searched where they have both ends. */
  Label none(Optional<Period> span) {
    if (span.isEmpty()) return didNot();
    var from = WhereWords.day(span.get().from());
    var to = WhereWords.day(span.get().until().minusDays(1));
    long days = ChronoUnit.DAYS.between(span.get().from(), span.get().until());
    return new Label(
        from.zh() + "至" + to.zh() + "，共 " + days + " 天，没有" + one.zh(),
        "no %s in the %s from %s to %s"
            .formatted(one.en(), days == 1 ? "day" : days + " days", from.en(), to.en()));
  }

  private static Label united(BigDecimal bound, Aggregate aggregate) {
    var n = Messages.number(bound);
    return switch (aggregate) {
      case COUNT -> new Label(n + " 次", n);
      case DISTINCT_DAYS, DAYS_SINCE_LAST, DAYS_SINCE_FIRST ->
          new Label(n + " 天", n + (bound.compareTo(BigDecimal.ONE) == 0 ? " day" : " days"));
      case DISTINCT_VALUES -> new Label(n + " 种", n);
      case TREND -> Label.typed(n + "%");
      case SUM, AVERAGE, MAX, MIN, FIRST_VALUE, LAST_VALUE, TOP_VALUE -> Label.typed(n);
    };
  }
}
