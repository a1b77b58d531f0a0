package io.gongbi.profile;

import static io.gongbi.TestCompany.LIN;
import static io.gongbi.profile.Survivorship.Rule.LATEST;
import static io.gongbi.profile.Survivorship.Rule.MOST_FREQUENT;
import static io.gongbi.profile.Survivorship.Rule.MOST_TRUSTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.gongbi.TestCompany;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.refresh.Refresher;
import io.gongbi.source.Layout;
import io.gongbi.source.Mapping;
import io.gongbi.source.SourceId;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that the company chose for itself: tried first, then in force by a run. */
final class SurvivorshipSettingsTest {
  private static final Viewer CHEN = new Viewer(new UserId("chen"), Role.analyst());
  private static final Viewer HU = new Viewer(new UserId("hu"), Role.marketer());

  private static final CustomerId ANN = new CustomerId(100_001);

  private static final Mapping TILL =
      new Mapping(
          new SourceId("till"),
          Label.typed("till"),
          "cards",
          new EntityName("customer"),
          Layout.csv(),
          List.of("no"),
          List.of(
              Mapping.Line.of("no", "customer.platform_id"),
              Mapping.Line.of("name", "customer.name"),
              Mapping.Line.of("phone", "customer.phone"),
              Mapping.Line.of("level", "customer.level")),
          List.of(),
          Optional.empty(),
          Optional.empty());

  @TempDir Path folder;
  private TestCompany company;
  private SurvivorshipSettings settings;

  /**
   * The till's file came after the crm's, so its levels stand. They say the same of Bo; Cy is known
   * to the crm alone. Ann's name is spelt in two ways, once each.
   */
  @BeforeEach
  void open() throws IOException {
    company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    settings = company.gongbi.survivorship();
    company.members(
        """
        id name    phone       city level
        a  Annabel 13900000001 上海 gold
        b  Boris   13900000002 北京 silver
        c  Cyrano  13900000003 北京 gold
        """);
    company.land(
        Files.writeString(
            folder.resolve("till.csv"),
            """
            no,name,phone,level
            1,Anabel,13900000001,silver
            2,Boris,13900000002,silver
            """),
        TILL);
    company.refresh();
  }

  @AfterEach
  void close() {
    company.close();
  }

  private List<String> customers() {
    return company
        .gongbi
        .warehouse()
        .query(
            Sql.of(
                """
                select c.name || ' ' || c.level as line
                from {profile.customer} c
                order by c.customer_id nulls last
                """),
            View.everything())
        .stream()
        .map(r -> r.text("line"))
        .toList();
  }

  private static Survivorships level(String... trusted) {
    return new Survivorships(Map.of("level", MOST_TRUSTED), List.of(trusted));
  }

  private List<String> tried(Survivorships asked, Viewer viewer) {
    var trial = company.gongbi.survivorshipTrials().tried(asked, viewer);
    return Stream.concat(
            Stream.of(Long.toString(trial.customers())),
            trial.fields().stream()
                .flatMap(
                    f ->
                        f.examples().stream()
                            .map(
                                e ->
                                    "%s %d: %s %s %s(%s) → %s(%s)"
                                        .formatted(
                                            f.field().key(),
                                            f.customers(),
                                            e.customer(),
                                            e.name().orElse("-"),
                                            e.before().value().shown(),
                                            e.before().source(),
                                            e.after().value().shown(),
                                            e.after().source()))))
        .toList();
  }

  /** With the crm first Ann is gold again; Bo's level is the same by both, Cy's by one. */
  @Test
  void exactlyThoseWhoseValueChanges_areTold_andChange() {
    assertThat(customers()).containsExactly("Anabel silver", "Boris silver", "Cyrano gold");
    assertThat(tried(level("crm"), LIN))
        .containsExactly(
            "1",
            "customer.name 1: 100001 Anabel Anabel(till) → Annabel(crm)",
            "customer.level 1: 100001 Anabel silver(till) → gold(crm)");
    assertThat(customers()).containsExactly("Anabel silver", "Boris silver", "Cyrano gold");
    settings.change(level("crm"), CHEN);
    company.counted();
    assertThat(customers()).containsExactly("Annabel gold", "Boris silver", "Cyrano gold");
    assertThat(company.gongbi.profiles().portrait(ANN, LIN).facts())
        .filteredOn(f -> f.field().column().equals("level"))
        .extracting(f -> f.origin().orElseThrow().why(), f -> f.others().getFirst().why())
        .containsExactly(tuple("profile.why-trusted", "profile.why-less-trusted"));
    assertThat(tried(Survivorships.USUAL, LIN)).hasSize(3).startsWith("1");
    settings.change(Survivorships.USUAL, CHEN);
    company.counted();
    assertThat(customers()).containsExactly("Anabel silver", "Boris silver", "Cyrano gold");
  }

  /** Chen sees no names: a hint before, a hint after; levels are open to her. */
  @Test
  void examples_areShownAsTheViewerMaySeeThem() {
    assertThat(tried(level("crm"), CHEN))
        .containsExactly(
            "1",
            "customer.name 1: 100001 An***l An***l(till) → An***l(crm)",
            "customer.level 1: 100001 An***l silver(till) → gold(crm)");
  }

  @Test
  void whatChangesNothing_saysSo_andCostsNoRun() {
    assertThat(tried(Survivorships.USUAL, LIN)).containsExactly("0");
    var runs = company.gongbi.runs().latest(50).size();
    settings.change(new Survivorships(Map.of("name", MOST_FREQUENT), List.of()), CHEN);
    assertThat(company.gongbi.runs().latest(50)).hasSize(runs);
    assertThat(company.refresh().ran()).extracting(Refresher.Report.Ran::step).isEmpty();
    settings.change(level("crm"), CHEN);
    company.counted();
    settings.change(level("crm"), CHEN);
    assertThat(company.gongbi.runs().latest(50)).hasSize(runs + 1);
    assertThat(company.refresh().ran()).extracting(Refresher.Report.Ran::step).isEmpty();
  }

  @Test
  void rulesThatDoNotFit_areRefused_allAtOnce() {
    assertThat(
            codes(
                new Survivorships(
                    Map.of(
                        "fax", MOST_FREQUENT,
                        "sms_consent", MOST_FREQUENT,
                        "level", MOST_TRUSTED,
                        "city", LATEST),
                    List.of()),
                LIN))
        .containsExactlyInAnyOrder(
            "profile.no-field", "profile.rule-unfit", "profile.no-trust", "profile.place-apart");
    assertThat(codes(level("crm", "fax", "crm"), LIN))
        .containsExactlyInAnyOrder("profile.unknown-source", "profile.source-twice");
    assertThat(settings.chosen()).isEqualTo(Survivorships.USUAL);
  }

  /** A marketer defines audiences, not what is true of customers; who sees some, not for all. */
  @Test
  void othersSee_andMayNotDecide() {
    assertThat(codes(level("crm"), HU)).containsExactly("access.right-missing");
    var north =
        new Viewer(
            new UserId("bei"),
            Role.analyst()
                .over(new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("北京"))));
    assertThat(codes(level("crm"), north)).containsExactly("profile.sees-some-only");
  }

  private List<String> codes(Survivorships asked, Viewer by) {
    var tried =
        catchThrowableOfType(
            FaultException.class, () -> company.gongbi.survivorshipTrials().tried(asked, by));
    var changed = catchThrowableOfType(FaultException.class, () -> settings.change(asked, by));
    assertThat(tried.faults()).isEqualTo(changed.faults());
    return changed.faults().stream().map(Fault::code).toList();
  }
}
