package io.gongbi.condition;

import io.gongbi.catalog.Label;
import io.gongbi.fault.Messages;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What customers did, in words. A measure is a noun: 近 90 天购买天数, "days with purchases in the last
 * 90 days"; with a bound it is a sentence: 近 90 天购买天数不少于 2 天, "purchases on at least 2 days in the
 * last 90 days".
 *
 * @param one what is counted, once: 购买, "purchase"; with the filter that it must pass
 * @param many the same, more than once: "purchases"
 * @param window which days, with a space before it in English; empty where it goes without saying
 * @param field what is summed or compared: 实付金额, "amount paid"
 */
record BehaviourWords(
    Aggregate aggregate, Label one, Label many, Days window, Optional<Label> field) {
  /** Words for a window, which may be none: a label is never empty. */
  record Days(String zh, String en) {
    static final Days UNSAID = new Days("", "");

    /** For a total, which needs to hear that it is of all time. */
    Days spoken() {
      return equals(UNSAID) ? new Days("累计", " to date") : this;
    }
  }

  /** The field that says what a row is, and what that is called once and several times. */
  private record Nouns(FieldKey head, Label one, Label many, Map<String, List<Label>> of) {}

  private static final Map<EntityName, Nouns> NOUNS =
      Map.of(
          Measure.ORDER,
          new Nouns(
              FieldKey.of("order.kind"),
              new Label("订单记录", "order record"),
              new Label("订单记录", "order records"),
              Map.of(
                  "sale", noun("购买", "purchase", "purchases"),
                  "return", noun("退货", "return", "returns"))),
          Measure.EVENT,
          new Nouns(
              FieldKey.of("event.name"),
              new Label("行为", "activity"),
              new Label("行为", "activities"),
              Map.of(
                  "registered", noun("注册", "registration", "registrations"),
                  "ordered", noun("下单", "order placed", "orders placed"),
                  "paid", noun("付款", "payment", "payments"),
                  "refunded", noun("退款", "refund", "refunds"),
                  "sent", noun("触达发送", "message sent", "messages sent"),
                  "delivered", noun("触达送达", "message delivered", "messages delivered"))));

  private static List<Label> noun(String zh, String one, String many) {
    return List.of(new Label(zh, one), new Label(zh, many));
  }

  static BehaviourWords of(Measure measure, Vocabulary vocabulary) {
    var fields =
        vocabulary.behaviour(measure.entity()).map(Vocabulary.Counted::fields).orElse(List.of());
    var said = new WhereWords(fields);
    var nouns = Optional.ofNullable(NOUNS.get(measure.entity()));
    var parts = new ArrayList<>(parts(measure.rows()));
    var head = nouns.flatMap(n -> parts.stream().filter(p -> named(p, n).isPresent()).findFirst());
    head.ifPresent(parts::remove);
    var pair =
        head.flatMap(h -> nouns.flatMap(n -> named(h, n)))
            .or(() -> nouns.map(n -> List.of(n.one(), n.many())))
            .orElseGet(
                () -> {
                  var name = Label.typed(measure.entity().value());
                  return List.of(name, name);
                });
    var filter =
        parts.isEmpty() ? Optional.<Label>empty() : Optional.of(said.where(new Where.Both(parts)));
    return new BehaviourWords(
        measure.aggregate(),
        filtered(pair.getFirst(), filter),
        filtered(pair.getLast(), filter),
        window(measure.window()),
        measure.of().map(said::name));
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

  private static Optional<List<Label>> named(Where part, Nouns nouns) {
    return part instanceof Where.Compare c
            && c.op() == Op.EQ
            && c.field().equals(nouns.head())
            && c.value() instanceof Value.Text code
        ? Optional.ofNullable(nouns.of().get(code.value()))
        : Optional.empty();
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
      case SUM -> ofField("", "合计", "total ");
      case MAX -> ofField("最高", "", "highest ");
      case MIN -> ofField("最低", "", "lowest ");
    };
  }

  private Label ofField(String before, String after, String en) {
    var of = field.orElseThrow();
    return new Label(
        window.spoken().zh() + many.zh() + "的" + before + of.zh() + after,
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
          case SUM, MAX, MIN ->
              new Label(noun().zh() + compared.zh(), noun().en() + " is " + compared.en());
        };
    // Of nothing, a count is 0, but a last day is missing: it is outside every bound.
    return holds || aggregate.ofNothingIsZero()
        ? said
        : new Label(said.zh() + "，或没有" + one.zh(), said.en() + ", or no " + one.en());
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

  private static Label united(BigDecimal bound, Aggregate aggregate) {
    var n = Messages.number(bound);
    return switch (aggregate) {
      case COUNT -> new Label(n + " 次", n);
      case DISTINCT_DAYS, DAYS_SINCE_LAST ->
          new Label(n + " 天", n + (bound.compareTo(BigDecimal.ONE) == 0 ? " day" : " days"));
      case SUM, MAX, MIN -> Label.typed(n);
    };
  }
}
