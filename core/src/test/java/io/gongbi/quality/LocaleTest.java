package io.gongbi.quality;

import static io.gongbi.quality.CleanFolder.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.source.Mapping;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** In Arabic of Egypt Java writes other digits, which no engine takes for numbers. */
@Isolated("the locale is the whole machine's")
final class LocaleTest {
  private static final Mapping MEMBERS =
      mapping(
          "members",
          "customer",
          List.of("卡号"),
          """
          卡号 → customer.member_card
          姓名 → customer.name
          生日 → customer.birthday
          地址 → customer.address""");

  @Test
  void sql_isTheSame_whateverLanguageTheMachineSpeaks() {
    var here = Locale.getDefault();
    var expected = texts();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat("%d".formatted(12)).as("the locale does write other digits").isNotEqualTo("12");
      assertThat(texts()).isEqualTo(expected);
    } finally {
      Locale.setDefault(here);
    }
  }

  private static List<String> texts() {
    var rule =
        new Rule(
            new EntityName("customer"),
            Optional.empty(),
            Optional.empty(),
            Rule.Severity.QUARANTINE,
            true,
            new CleaningRule.PlausibleDate(
                FieldKey.of("customer.birthday"), LocalDate.parse("1910-01-01")));
    var digits =
        new Rule(
            new EntityName("customer"),
            Optional.empty(),
            Optional.empty(),
            Rule.Severity.REMIND,
            true,
            new CleaningRule.Pattern(
                FieldKey.of("customer.member_card"), new TextForm.Digits(8, 10)));
    var reading =
        new Reading(
            MEMBERS,
            new Standard(),
            Map.of("卡号", "c1", "姓名", "c2", "生日", "c3", "地址", "c4"),
            false,
            CleanFolder.SHANGHAI,
            new TreeMap<>(Map.of("r1", rule, "r2", digits)));
    return List.of(
        new FateQuery(reading).fate().toString(),
        new QuarantineQuery(reading, Doubts.ALL).refusals().toString(),
        new CleaningQuery(reading).customers().toString(),
        TouchedQuery.rows(reading, List.of(11L, 12L)).toString());
  }
}
