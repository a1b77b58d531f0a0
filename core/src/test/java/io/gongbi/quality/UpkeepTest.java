package io.gongbi.quality;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.TestCompany;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.FaultException;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UpkeepTest {
  @TempDir private Path folder;

  /** It is the 15th of March in Shanghai. */
  private TestCompany company() {
    var company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    company.members("id phone\na 13900000001").refresh();
    return company;
  }

  private static Optional<LocalDate> on(String day) {
    return Optional.of(LocalDate.parse(day));
  }

  private static List<String> due(TestCompany company) {
    return company.gongbi.upkeep().due().stream().map(c -> c.of() + " " + c.key()).toList();
  }

  private static void refused(ThrowingCallable work, String... codes) {
    var thrown = assertThatThrownBy(work).isInstanceOf(FaultException.class);
    for (var code : codes) thrown.hasMessageContaining(code);
  }

  /**
   * The source is Chen's and due on the 20th, the rule nobody's and due since the 10th. Chen, who
   * may define nothing, says what the look has found; for the rule that is not Chen's to say.
   */
  @Test
  void whatIsDue_isListed_untilTheOwnerHasLookedAtIt() {
    try (var company = company()) {
      var gongbi = company.gongbi;
      var upkeep = gongbi.upkeep();
      var chen = new Viewer(gongbi.users().add(LIN.user(), "陈", Role.viewer()).id(), Role.viewer());
      var rule =
          gongbi
              .rules()
              .add(
                  LIN,
                  Label.typed("要有手机号"),
                  new Rule(
                      Standard.CUSTOMER,
                      Optional.empty(),
                      Optional.empty(),
                      Rule.Severity.REMIND,
                      true,
                      new CleaningRule.Required(FieldKey.of("customer.phone"))))
              .id();
      upkeep.assign(Care.Of.SOURCE, "crm", Optional.of(chen.user()), on("2026-03-20"), LIN);
      upkeep.assign(Care.Of.RULE, rule.key(), Optional.empty(), on("2026-03-10"), LIN);
      assertThat(due(company)).containsExactly("RULE " + rule.key());
      company.clock.forward(Duration.ofDays(5));
      assertThat(due(company)).containsExactly("RULE " + rule.key(), "SOURCE crm");
      upkeep.reviewed(Care.Of.SOURCE, "crm", " 字段没变 ", on("2026-06-20"), chen);
      assertThat(upkeep.of(Care.Of.SOURCE, "crm"))
          .isEqualTo(
              new Care(
                  Care.Of.SOURCE,
                  "crm",
                  Optional.of(chen.user()),
                  on("2026-06-20"),
                  Optional.of(
                      new Care.Review(chen.user(), LocalDate.parse("2026-03-20"), "字段没变"))));
      refused(
          () -> upkeep.reviewed(Care.Of.RULE, rule.key(), "", Optional.empty(), chen),
          "access.right-missing");
      gongbi.rules().delete(LIN, rule);
      assertThat(due(company)).isEmpty();
      assertThat(upkeep.all()).extracting(Care::key).containsExactly("crm");
      // Another owner; what was found stays known.
      upkeep.assign(Care.Of.SOURCE, "crm", Optional.empty(), Optional.empty(), LIN);
      assertThat(upkeep.of(Care.Of.SOURCE, "crm").last()).isPresent();
    }
  }

  @Test
  void care_isOfWhatThereIs_andOfWhoMayLogIn() {
    try (var company = company()) {
      var upkeep = company.gongbi.upkeep();
      refused(
          () -> upkeep.assign(Care.Of.SOURCE, "erp", Optional.empty(), on("2026-04-01"), LIN),
          "quality.care-unknown");
      refused(
          () -> upkeep.assign(Care.Of.RULE, "r99", Optional.empty(), on("2026-04-01"), LIN),
          "quality.care-unknown");
      refused(
          () ->
              upkeep.assign(
                  Care.Of.SOURCE, "crm", Optional.of(new UserId("u0")), Optional.empty(), LIN),
          "quality.care-owner");
      refused(
          () -> upkeep.reviewed(Care.Of.SOURCE, "crm", "字".repeat(501), on("2026-03-15"), LIN),
          "quality.care-next",
          "quality.care-note");
      var reader = new Viewer(new UserId("hu"), Role.viewer());
      refused(
          () -> upkeep.assign(Care.Of.SOURCE, "crm", Optional.empty(), Optional.empty(), reader),
          "access.right-missing");
    }
  }
}
