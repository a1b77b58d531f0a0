package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.standard.FieldKey;
import io.gongbi.warehouse.Among;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One rule set against the columns of one feed, in SQL. Rows of the landed table are called {@code
 * l} and their batch {@code b}.
 *
 * @param key of the rule
 * @param on the cells that it looks at, the one it is about first
 * @param text true where a row breaks it, false where not, never empty; empty itself for a rule
 *     about many rows at once
 * @param cap what a number that breaks it is read as, for a rule that caps
 */
record Broken(
    String key,
    Rule.Severity severity,
    CleaningRule check,
    List<Cell> on,
    Optional<String> text,
    Optional<Cap> cap) {
  Broken {
    on = List.copyOf(on);
  }

  /**
   * None where a column that it needs is not there. {@code name} makes the names of its parameters,
   * whose values go into {@code values}.
   */
  static Optional<Broken> of(
      String key,
      Rule rule,
      Function<FieldKey, Optional<Cell>> cells,
      Function<FieldKey, ColumnType> types,
      String name,
      Map<String, Value> values) {
    var on = new ArrayList<Cell>();
    for (var field : rule.check().fields()) {
      var cell = cells.apply(field);
      if (cell.isEmpty()) return Optional.empty();
      on.add(cell.get());
    }
    // A key says which record it is: another one would be another record.
    boolean caps = rule.severity() == Rule.Severity.CAP;
    if (caps && on.getFirst().key()) return Optional.empty();
    var texts = new Text(types, name, values);
    var text = texts.of(rule.check(), on);
    var cap =
        caps && rule.check() instanceof CleaningRule.Outlier outlier
            ? Optional.of(texts.cap(outlier, on))
            : Optional.<Cap>empty();
    return Optional.of(new Broken(key, rule.severity(), rule.check(), on, text, cap));
  }

  /**
   * The fences of a row in SQL, either of them empty where it is open, and the type of what lies
   * between them.
   */
  record Cap(String low, String high, String type) {
    /** A number beyond a fence is the fence; {@code low} and {@code high} may stand elsewhere. */
    String of(String value, String low, String high) {
      return "cast(least(greatest(cast(%s as double), %s), %s) as %s)"
          .formatted(value, low, high, type);
    }
  }

  /** What the number is read as, where it breaks the rule; of a rule that caps alone. */
  String capped() {
    var fences = cap.orElseThrow();
    return fences.of(on.getFirst().value(), fences.low(), fences.high());
  }

  String reason() {
    return "'" + Rule.reason(key) + "'";
  }

  /** As it stands in {@code quality.quarantine}. */
  String severityCode() {
    return switch (severity) {
      case REMIND -> "'remind'";
      case CAP -> "'capped'";
      case QUARANTINE -> "'quarantine'";
    };
  }

  boolean quarantines() {
    return severity == Rule.Severity.QUARANTINE && text.isPresent();
  }

  boolean looksAtBatch() {
    return check instanceof CleaningRule.PlausibleDate;
  }

  /** What stood in its columns. */
  String shown() {
    return on.size() == 1
        ? on.getFirst().landed()
        : on.stream().map(Cell::landed).collect(joining(", ", "concat_ws(' | ', ", ")"));
  }

  /** Writes the conditions. */
  private record Text(
      Function<FieldKey, ColumnType> types, String name, Map<String, Value> values) {
    Optional<String> of(CleaningRule check, List<Cell> on) {
      var value = on.getFirst().value();
      return switch (check) {
        case CleaningRule.Required r -> Optional.of("(" + value + ") is null");
        case CleaningRule.Pattern p -> never(form(p.form(), "cast(" + value + " as varchar)"));
        case CleaningRule.Range r -> never(range(r, value));
        case CleaningRule.OneOf o ->
            never(
                "not "
                    + Among.text(
                        "cast(%s as varchar)".formatted(value),
                        o.values().stream().map(v -> text("v", v)).toList()));
        case CleaningRule.Comparison c ->
            never(
                "not (%s %s %s)"
                    .formatted(
                        comparable(c.field(), value),
                        c.op().sql(),
                        comparable(c.other(), on.get(1).value())));
        case CleaningRule.PlausibleDate d -> {
          var moment = "cast(" + value + " as timestamp)";
          yield never(
              "%1$s < cast(%2$s as timestamp) or gb_hours(b.landed_at, %1$s) > 24"
                  .formatted(moment, bound("from", Value.of(d.from()))));
        }
        case CleaningRule.Unique u -> Optional.empty();
        case CleaningRule.Outlier o -> never(outlier(o, on));
      };
    }

    /** What is empty breaks nothing. */
    private static Optional<String> never(String condition) {
      return Optional.of("coalesce(" + condition + ", false)");
    }

    private String form(TextForm form, String text) {
      return switch (form) {
        case TextForm.Phone p -> text + " is not null and gb_phone(" + text + ") is null";
        case TextForm.Email e -> text + " is not null and gb_email(" + text + ") is null";
        case TextForm.Digits d -> unfit(text, "[0-9]{" + d.least() + "," + d.most() + "}");
        case TextForm.LettersAndDigits d ->
            unfit(text, "[0-9A-Za-z]{" + d.least() + "," + d.most() + "}");
        case TextForm.Matches m -> unfit(text, m.regex());
      };
    }

    private String unfit(String text, String regex) {
      return "not gb_fits(" + text + ", " + text("fits", regex) + ")";
    }

    private String range(CleaningRule.Range range, String value) {
      var sides = new ArrayList<String>();
      range.from().ifPresent(n -> sides.add(value + " < " + bound("from", Value.of(n))));
      range.to().ifPresent(n -> sides.add(value + " > " + bound("to", Value.of(n))));
      return String.join(" or ", sides);
    }

    /**
     * By the fences that were measured; a group without any of its own is judged by those of all.
     */
    private String outlier(CleaningRule.Outlier outlier, List<Cell> on) {
      var value = on.getFirst().value();
      var judged = outlier.log() ? value + " > 0 and " : "";
      return judged
          + "(%s < %s or %s > %s)"
              .formatted(
                  value,
                  side(outlier, on, CleaningRule.Fence::low),
                  value,
                  side(outlier, on, CleaningRule.Fence::high));
    }

    /** Whole numbers stay whole, and within. */
    Cap cap(CleaningRule.Outlier outlier, List<Cell> on) {
      var low = side(outlier, on, CleaningRule.Fence::low);
      var high = side(outlier, on, CleaningRule.Fence::high);
      return switch (types.apply(outlier.field())) {
        case WHOLE -> new Cap("ceil(" + low + ")", "floor(" + high + ")", "bigint");
        case REAL -> new Cap(low, high, "double");
        default -> new Cap(low, high, "decimal(18,4)");
      };
    }

    private String side(
        CleaningRule.Outlier outlier,
        List<Cell> on,
        Function<CleaningRule.Fence, Optional<BigDecimal>> side) {
      var ofAll =
          outlier.fences().stream()
              .filter(f -> f.group().isEmpty())
              .findFirst()
              .map(f -> limit(side.apply(f)))
              .orElse("null");
      var groups = outlier.fences().stream().filter(f -> f.group().isPresent()).toList();
      if (on.size() < 2 || groups.isEmpty()) return "cast(" + ofAll + " as double)";
      return groups.stream()
          .map(f -> "when %s then %s".formatted(text("g", f.group().get()), limit(side.apply(f))))
          .collect(
              joining(
                  " ",
                  "cast(case cast(" + on.get(1).value() + " as varchar) ",
                  " else " + ofAll + " end as double)"));
    }

    private String limit(Optional<BigDecimal> limit) {
      return limit.map(n -> bound("n", Value.of(n))).orElse("null");
    }

    /** A day and a moment are compared as moments. */
    private String comparable(FieldKey field, String value) {
      return types.apply(field) == ColumnType.DAY ? "cast(" + value + " as timestamp)" : value;
    }

    private String text(String what, String value) {
      return bound(what, Value.of(value));
    }

    private String bound(String what, Value value) {
      var parameter = name + what + values.size();
      values.put(parameter, value);
      return "#" + parameter;
    }
  }
}
