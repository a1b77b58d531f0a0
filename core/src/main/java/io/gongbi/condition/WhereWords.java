package io.gongbi.condition;

import io.gongbi.catalog.Label;
import io.gongbi.fault.Messages;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A filter in words: 城市是「上海」, "city is “上海”". Codes are called by their names, what a person typed
 * stands in quotation marks, numbers are grouped.
 */
record WhereWords(List<Field> fields) {
  private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);

  Label where(Where where) {
    return switch (where) {
      case Where.Always _ -> new Label("全部", "all");
      case Where.Compare c -> compare(c.field(), c.op(), c.value());
      case Where.In in ->
          about(
              in.field(),
              "是"
                  + list(
                      in.values().stream().map(v -> value(in.field(), v)).toList(), Label::zh, "或"),
              "is "
                  + list(
                      in.values().stream().map(v -> value(in.field(), v)).toList(),
                      Label::en,
                      " or "));
      case Where.Missing m -> about(m.field(), "未填写", "is unknown");
      case Where.StartsWith s ->
          about(s.field(), "以「" + s.text() + "」开头", "starts with “" + s.text() + "”");
      case Where.Contains c ->
          about(c.field(), "包含「" + c.text() + "」", "contains “" + c.text() + "”");
      case Where.Both both -> parts(both.all(), "，且", ", and ");
      case Where.Either either ->
          either.any().size() < 2
              ? parts(either.any(), "，或", ", or ")
              : bracketed("", "", parts(either.any(), "，或", ", or "));
      case Where.Except except -> except(except.not());
    };
  }

  /** The opposite. Who has nothing there is among those who are not: 城市不是「上海」（含未填写）. */
  Label except(Where not) {
    return switch (not) {
      case Where.Missing m -> about(m.field(), "已填写", "is known");
      case Where.Compare c when c.op() == Op.EQ && !measured(c.value()) -> {
        var value = value(c.field(), c.value());
        yield about(
            c.field(), "不是" + value.zh() + "（含未填写）", "is not " + value.en() + " (or is unknown)");
      }
      case Where.In in -> {
        var values = in.values().stream().map(v -> value(in.field(), v)).toList();
        yield about(
            in.field(),
            "不是" + list(values, Label::zh, "或") + "（含未填写）",
            "is not " + list(values, Label::en, " or ") + " (or is unknown)");
      }
      case Where.Contains c ->
          about(
              c.field(),
              "不包含「" + c.text() + "」（含未填写）",
              "does not contain “" + c.text() + "” (or is unknown)");
      case Where.Except twice -> where(twice.not());
      case Where.Always _, Where.Compare _, Where.StartsWith _, Where.Both _, Where.Either _ ->
          bracketed("不满足", "not ", where(not));
    };
  }

  /** 是「女装」或「童装」, "is “女装” or “童装”". */
  Label isAmong(FieldKey field, List<Value> values) {
    var shown = values.stream().map(v -> value(field, v)).toList();
    return new Label("是" + list(shown, Label::zh, "或"), "is " + list(shown, Label::en, " or "));
  }

  private Label compare(FieldKey field, Op op, Value value) {
    var name = name(field);
    return joined(name, compared(op, value, value(field, value)));
  }

  /** A name and what is said of it; Chinese leaves air before figures alone. */
  static Label joined(Label name, Label said) {
    return new Label(name.zh() + said.zh(), name.en() + " " + said.en());
  }

  /** What a comparison says of a value: 不少于 1,000, "at least 1,000". */
  static Label compared(Op op, Value value, Label shown) {
    if (measured(value)) return compared(op, shown);
    boolean day = value instanceof Value.Day || value instanceof Value.Moment;
    return switch (op) {
      case EQ -> new Label("是" + (day ? " " : "") + shown.zh(), "is " + shown.en());
      case NE ->
          day
              ? new Label("不是 " + shown.zh(), "is not " + shown.en())
              : new Label("不是" + shown.zh() + "（且已填写）", "is known and not " + shown.en());
      case GE ->
          day
              ? new Label("在 " + shown.zh() + "及之后", "is " + shown.en() + " or later")
              : new Label("排在" + shown.zh() + "及之后", "sorts at or after " + shown.en());
      case GT ->
          day
              ? new Label("晚于 " + shown.zh(), "is after " + shown.en())
              : new Label("排在" + shown.zh() + "之后", "sorts after " + shown.en());
      case LE ->
          day
              ? new Label("在 " + shown.zh() + "及之前", "is " + shown.en() + " or earlier")
              : new Label("排在" + shown.zh() + "及之前", "sorts at or before " + shown.en());
      case LT ->
          day
              ? new Label("早于 " + shown.zh(), "is before " + shown.en())
              : new Label("排在" + shown.zh() + "之前", "sorts before " + shown.en());
    };
  }

  /** A bound of a number. */
  static Label compared(Op op, Label number) {
    return switch (op) {
      case EQ -> new Label("等于 " + number.zh(), "exactly " + number.en());
      case NE -> new Label("不等于 " + number.zh(), "other than " + number.en());
      case GE -> new Label("不少于 " + number.zh(), "at least " + number.en());
      case GT -> new Label("超过 " + number.zh(), "more than " + number.en());
      case LE -> new Label("不超过 " + number.zh(), "at most " + number.en());
      case LT -> new Label("少于 " + number.zh(), "less than " + number.en());
    };
  }

  static Op opposite(Op op) {
    return switch (op) {
      case EQ -> Op.NE;
      case NE -> Op.EQ;
      case GE -> Op.LT;
      case GT -> Op.LE;
      case LE -> Op.GT;
      case LT -> Op.GE;
    };
  }

  private static boolean measured(Value value) {
    return value instanceof Value.Whole
        || value instanceof Value.Decimal
        || value instanceof Value.Real;
  }

  private Label about(FieldKey field, String zh, String en) {
    return joined(name(field), new Label(zh, en));
  }

  private Label parts(List<Where> parts, String zh, String en) {
    if (parts.isEmpty()) return new Label("全部", "all");
    var labels = parts.stream().map(this::where).toList();
    return new Label(list(labels, Label::zh, zh), list(labels, Label::en, en));
  }

  static Label bracketed(String zh, String en, Label inner) {
    return new Label(zh + "（" + inner.zh() + "）", en + "(" + inner.en() + ")");
  }

  private static String list(List<Label> labels, Function<Label, String> language, String word) {
    return labels.stream().map(language).collect(Collectors.joining(word));
  }

  /** What a field is called in the middle of a sentence: "amount paid", but "VIP level". */
  Label name(FieldKey key) {
    return field(key)
        .map(f -> new Label(f.label().zh(), within(f.label().en())))
        .orElseGet(() -> Label.typed(key.toString()));
  }

  private Optional<Field> field(FieldKey key) {
    return fields.stream().filter(f -> f.key().equals(key)).findFirst();
  }

  private static String within(String name) {
    return name.matches("[A-Z][a-z]+([^A-Za-z].*)?")
        ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)
        : name;
  }

  /** A code by its name, anything else as people write it. */
  private Label value(FieldKey key, Value value) {
    return field(key).stream()
        .flatMap(f -> f.codes().stream())
        .filter(c -> Value.of(c.value()).equals(value))
        .map(Field.Code::label)
        .findFirst()
        .orElseGet(() -> shown(value));
  }

  static Label shown(Value value) {
    return switch (value) {
      case Value.Text text -> new Label("「" + text.value() + "」", "“" + text.value() + "”");
      case Value.Whole whole -> Label.typed(Messages.number(whole.value()));
      case Value.Decimal decimal -> Label.typed(Messages.number(decimal.value()));
      case Value.Real real -> Label.typed(Messages.number(real.value()));
      case Value.Flag flag -> flag.value() ? new Label("是", "yes") : new Label("否", "no");
      case Value.Day day -> day(day.value());
      case Value.Moment moment -> Label.typed(moment.shown());
      case Value.TextList list -> Label.typed(list.shown());
      case Value.Missing _ -> Label.typed("—");
    };
  }

  static Label day(LocalDate day) {
    return new Label(DAY_ZH.format(day), DAY_EN.format(day));
  }
}
