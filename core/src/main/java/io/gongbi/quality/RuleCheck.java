package io.gongbi.quality;

import io.gongbi.fault.Faults;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.ColumnType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Whether a rule can be laid on rows at all. Everything wrong with it is said at once. */
final class RuleCheck {
  private static final int MOST_VALUES = 500;
  private static final int MOST_CHARACTERS = 200;
  private static final Set<ColumnType> NUMBERS =
      Set.of(ColumnType.DECIMAL, ColumnType.WHOLE, ColumnType.REAL);
  private static final Set<ColumnType> TIMES = Set.of(ColumnType.DAY, ColumnType.MOMENT);

  private static final int TEXTS = 3;
  private static final BigDecimal LEAST_REACH = BigDecimal.ONE;
  private static final BigDecimal MOST_REACH = BigDecimal.valueOf(100);

  private final Standard standard;
  private final Predicate<String> isRegex;
  private final Faults faults = new Faults();

  /** {@code isRegex}: whether the engine can read it, for engines differ in that. */
  RuleCheck(Standard standard, Predicate<String> isRegex) {
    this.standard = standard;
    this.isRegex = isRegex;
  }

  /** Throws {@code quality.rule-…} faults. */
  void mustBeSound(Rule rule) {
    var entity = standard.entity(rule.rows());
    if (entity.isEmpty()) {
      faults.bad("source.unknown-grain", "rows", Map.of("grain", rule.rows().value()));
      faults.throwIfAny();
    }
    if (rule.feed().isPresent() && rule.source().isEmpty()) {
      faults.bad("quality.rule-feed-without-source", "feed", Map.of());
    }
    var known = rule.check().fields().stream().allMatch(f -> isOf(rule.rows(), f));
    if (known) check(rule.check());
    if (rule.check() instanceof CleaningRule.Unique
        && rule.severity() == Rule.Severity.QUARANTINE) {
      faults.bad("quality.rule-unique-reminds", "severity", Map.of());
    }
    if (rule.severity() == Rule.Severity.CAP && !(rule.check() instanceof CleaningRule.Outlier)) {
      faults.bad("quality.rule-cap-outliers", "severity", Map.of());
    }
    faults.throwIfAny();
  }

  private boolean isOf(EntityName rows, FieldKey field) {
    var place = "check.field";
    if (standard.field(field).isEmpty()) {
      faults.bad("quality.rule-unknown-field", place, Map.of("field", field.toString()));
      return false;
    }
    var entity = standard.entity(rows).orElseThrow();
    boolean there =
        field.entity().equals(rows)
            || (entity.parents().contains(field.entity()) && Standard.mayCarry(rows, field));
    if (!there) {
      faults.bad("quality.rule-field-elsewhere", place, Map.of("field", field.toString()));
    }
    return there;
  }

  private void check(CleaningRule check) {
    switch (check) {
      case CleaningRule.Required r -> {}
      case CleaningRule.Unique u -> {}
      case CleaningRule.Pattern p -> {
        mustBe(p.field(), Set.of(ColumnType.TEXT), "quality.rule-not-text");
        form(p.form());
      }
      case CleaningRule.Range r -> {
        mustBe(r.field(), NUMBERS, "quality.rule-not-a-number");
        boolean none = r.from().isEmpty() && r.to().isEmpty();
        boolean turned =
            r.from().isPresent()
                && r.to().isPresent()
                && r.from().get().compareTo(r.to().get()) > 0;
        if (none || turned) faults.bad("quality.rule-bounds", "check.from", Map.of());
      }
      case CleaningRule.OneOf o -> values(o.values());
      case CleaningRule.Comparison c -> {
        if (family(c.field()) != family(c.other()) || c.field().equals(c.other())) {
          faults.bad("quality.rule-not-comparable", "check.other", Map.of());
        }
      }
      case CleaningRule.PlausibleDate d -> mustBe(d.field(), TIMES, "quality.rule-not-a-time");
      case CleaningRule.Outlier o -> outlier(o);
    }
  }

  private void outlier(CleaningRule.Outlier outlier) {
    mustBe(outlier.field(), NUMBERS, "quality.rule-not-a-number");
    boolean apart =
        outlier.by().size() > 1
            || outlier.by().stream().anyMatch(f -> family(f) != TEXTS || f.equals(outlier.field()));
    if (apart) faults.bad("quality.rule-group", "check.by", Map.of());
    if (outlier.reach().compareTo(LEAST_REACH) < 0 || outlier.reach().compareTo(MOST_REACH) > 0) {
      faults.bad("quality.rule-reach", "check.reach", Map.of());
    }
    if (outlier.fences().size() > OutlierQuery.MOST_GROUPS + 1) {
      faults.bad("quality.rule-fences", "check.fences", Map.of());
    }
  }

  /** What can be compared: numbers, times and texts, each among themselves. */
  private int family(FieldKey field) {
    var type = standard.field(field).map(Field::type).orElseThrow();
    return NUMBERS.contains(type) ? 1 : TIMES.contains(type) ? 2 : TEXTS;
  }

  private void mustBe(FieldKey field, Set<ColumnType> types, String code) {
    if (Optional.of(field)
        .flatMap(standard::field)
        .map(Field::type)
        .filter(types::contains)
        .isEmpty()) faults.bad(code, "check.field", Map.of());
  }

  private void values(List<String> values) {
    if (values.isEmpty()
        || values.size() > MOST_VALUES
        || values.stream().anyMatch(v -> v.isBlank() || v.length() > MOST_CHARACTERS)) {
      faults.bad(
          "quality.rule-values", "check.values", Map.of("most", Integer.toString(MOST_VALUES)));
    }
  }

  private void form(TextForm form) {
    switch (form) {
      case TextForm.Phone p -> {}
      case TextForm.Email e -> {}
      case TextForm.Digits d -> length(d.least(), d.most());
      case TextForm.LettersAndDigits d -> length(d.least(), d.most());
      case TextForm.Matches m -> {
        if (m.regex().isBlank()
            || m.regex().length() > MOST_CHARACTERS
            || !isRegex.test(m.regex())) {
          faults.bad("quality.rule-regex", "check.form.regex", Map.of());
        }
      }
    }
  }

  private void length(int least, int most) {
    if (least < 1 || most < least || most > MOST_CHARACTERS) {
      faults.bad(
          "quality.rule-length",
          "check.form.least",
          Map.of("most", Integer.toString(MOST_CHARACTERS)));
    }
  }
}
