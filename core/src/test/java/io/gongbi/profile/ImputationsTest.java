package io.gongbi.profile;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gongbi.TestCompany;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.profile.Imputation.Constant;
import io.gongbi.profile.Imputation.Grouped;
import io.gongbi.profile.Imputation.Method;
import io.gongbi.profile.Imputation.Model;
import io.gongbi.profile.Imputation.Typical;
import io.gongbi.refresh.Delta;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 360 customers of two number ranges: who has 1390001 lives in 上海, who has 1380001 in 北京, and all
 * who tell their level tell their decade of birth with it. Each tenth has told no city and no
 * birthday. Ten more have a range that only five others have.
 */
final class ImputationsTest {
  private static final FieldKey CITY = FieldKey.of("customer.city");
  private static final FieldKey BIRTHDAY = FieldKey.of("customer.birthday");
  private static final Method BY_PHONE = new Grouped(List.of("phone_prefix"), 20, 70);

  private static final Mapping MEMBERS =
      new Mapping(
          new SourceId("club"),
          Label.typed("club"),
          "members",
          new EntityName("customer"),
          Layout.csv(),
          List.of("id"),
          List.of(
              Mapping.Line.of("id", "customer.platform_id"),
              Mapping.Line.of("phone", "customer.phone"),
              Mapping.Line.of("city", "customer.city"),
              Mapping.Line.of("level", "customer.level"),
              Mapping.Line.of("birthday", "customer.birthday")),
          List.of(),
          Optional.empty(),
          Optional.empty());

  @TempDir Path folder;
  private TestCompany company;
  private Imputations imputations;

  @BeforeEach
  void open() throws IOException {
    company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    imputations = company.gongbi.imputations();
    var rows = new StringBuilder("id,phone,city,level,birthday\n");
    for (int i = 0; i < 360; i++) {
      boolean north = i % 3 == 0;
      boolean young = i % 2 == 0;
      boolean silent = i % 10 == 0;
      rows.append(
          "m%s,%s%04d,%s,%s,%s\n"
              .formatted(
                  i,
                  north ? "1380001" : "1390001",
                  i,
                  silent ? "" : north ? "北京" : "上海",
                  young ? "gold" : "silver",
                  silent ? "" : (young ? "1995-06-" : "1975-06-") + "%02d".formatted(1 + i % 28)));
    }
    for (int i = 0; i < 15; i++) {
      rows.append("r%s,1360000%04d,%s,gold,\n".formatted(i, i, i < 5 ? "广州" : ""));
    }
    company.land(Files.writeString(folder.resolve("members.csv"), rows), MEMBERS);
    company.refresh();
  }

  @AfterEach
  void close() {
    company.close();
  }

  private Imputations.Trial tried(FieldKey field, Method method) {
    return imputations.tried(new Imputation(field, method), LIN);
  }

  private void put(FieldKey field, Method method) {
    imputations.put(new Imputation(field, method), LIN);
    company.counted();
  }

  private List<String> counts() {
    return company.rows(
        """
        select c.city, c.imputed_city, count(*) as n
        from {profile.customer} c
        group by all
        order by all nulls last
        """);
  }

  /** 324 of 360 told, and five of the others; hidden is what the hash of their ids chooses. */
  @Test
  void byPhone_isRightOfAllThatItKnowsEnoughOf_andLeavesTheRest() {
    var trial = tried(CITY, BY_PHONE);
    var accuracy = trial.accuracy();
    assertThat(accuracy.known()).isEqualTo(329);
    assertThat(accuracy.missing()).isEqualTo(46);
    assertThat(accuracy.hidden()).isBetween(45L, 90L);
    assertThat(accuracy.answered()).isBetween(accuracy.hidden() - 5, accuracy.hidden());
    assertThat(accuracy.hits()).isEqualTo(accuracy.answered());
    // Where it says 上海 so does what is usual; only those of 北京 tell them apart.
    assertThat(accuracy.closer()).isEqualTo(accuracy.answered() - accuracy.usualHits());
    assertThat(accuracy.farther()).isZero();
    assertThat(accuracy.verdict()).isEqualTo(Accuracy.Verdict.BETTER);
    assertThat(accuracy.interval().orElseThrow().to()).isEqualTo(1.0);
    assertThat(trial.filled()).isEqualTo(36);
    assertThat(trial.hidden())
        .hasSize(5)
        .allSatisfy(e -> assertThat(e.known()).contains(e.guess()));
    assertThat(trial.missing()).hasSize(5).allSatisfy(e -> assertThat(e.known()).isEmpty());
    // Nothing is written by a trial.
    assertThat(counts()).containsExactly("上海 - 216", "北京 - 108", "广州 - 5", "- - 46");
  }

  @Test
  void whatIsUsual_isNoBetterThanItself() {
    var trial = tried(CITY, new Typical());
    assertThat(trial.accuracy().hits()).isEqualTo(trial.accuracy().usualHits());
    assertThat(trial.accuracy().verdict()).isEqualTo(Accuracy.Verdict.NO_BETTER);
    assertThat(trial.filled()).isEqualTo(46);
  }

  @Test
  void groupsThatDisagree_sayNothing() {
    // Of each level two thirds live in 上海: fewer than 70 %, more than 60 %.
    assertThat(tried(CITY, new Grouped(List.of("level"), 20, 70)).filled()).isZero();
    assertThat(tried(CITY, new Grouped(List.of("level"), 20, 60)).filled()).isEqualTo(46);
    assertThat(tried(CITY, new Grouped(List.of("level"), 20, 70)).accuracy().verdict())
        .isEqualTo(Accuracy.Verdict.TOO_FEW);
  }

  /** The model finds by itself which of what it is given tells anything. */
  @Test
  void model_goesByWhatTells() {
    var trial = tried(CITY, new Model(List.of("level", "phone_prefix"), 80));
    assertThat(trial.accuracy().hits()).isEqualTo(trial.accuracy().answered());
    assertThat(trial.accuracy().verdict()).isEqualTo(Accuracy.Verdict.BETTER);
    // Five known of the rare range do not make it as sure as that of the ten others.
    assertThat(trial.filled()).isEqualTo(36);
  }

  /** Born in June 1975 or 1995, by level; the middle of all lies between the two. */
  @Test
  void days_areMeasuredInDays() {
    var grouped = tried(BIRTHDAY, new Grouped(List.of("level"), 20, 0)).accuracy();
    assertThat(grouped.error().orElseThrow()).isBetween(3.0, 10.0);
    assertThat(grouped.usualError().orElseThrow()).isGreaterThan(100);
    assertThat(grouped.verdict()).isEqualTo(Accuracy.Verdict.BETTER);
    var model = tried(BIRTHDAY, new Model(List.of("level", "phone_prefix"), 0)).accuracy();
    assertThat(model.error().orElseThrow()).isLessThan(grouped.usualError().orElseThrow());
    var constant = tried(BIRTHDAY, new Constant("1985-01-01")).accuracy();
    assertThat(constant.error().orElseThrow()).isBetween(3_400.0, 3_900.0);
  }

  /** In columns of its own, gone when somebody says it, and gone with the rule. */
  @Test
  void inForce_fillsBesideTheField_untilSomebodySaysIt() throws IOException {
    put(CITY, BY_PHONE);
    assertThat(counts())
        .containsExactly("上海 - 216", "北京 - 108", "广州 - 5", "- 上海 24", "- 北京 12", "- - 10");
    var rule = imputations.byField().get("city");
    assertThat(rule.filled()).isEqualTo(36);
    assertThat(rule.accuracy().orElseThrow().missing()).isEqualTo(46);

    // m0 says at last where they live.
    company.land(
        Files.writeString(
            folder.resolve("more.csv"), "id,phone,city,level,birthday\nm0,13800010000,天津,gold,\n"),
        MEMBERS);
    company.refresh();
    assertThat(counts())
        .containsExactly(
            "上海 - 216", "北京 - 108", "天津 - 1", "广州 - 5", "- 上海 24", "- 北京 11", "- - 10");

    imputations.remove(CITY, LIN);
    company.counted();
    assertThat(counts()).containsExactly("上海 - 216", "北京 - 108", "天津 - 1", "广州 - 5", "- - 45");
    assertThat(imputations.byField()).isEmpty();
  }

  /** One file later a range has enough known, and those who landed long ago are told as well. */
  @Test
  void aSmallLanding_tellsOfThoseWhoCameBefore_andTheirSegmentsFollow() throws IOException {
    put(CITY, BY_PHONE);
    var inGuangzhou =
        company
            .gongbi
            .segments()
            .add(
                LIN,
                Label.typed("广州（推算）"),
                new Condition.Attribute(
                    new Where.Compare(
                        FieldKey.of("customer.imputed_city"), Op.EQ, Value.of("广州"))));
    company.counted();
    var rows = new StringBuilder("id,phone,city,level,birthday\n");
    for (int i = 15; i < 35; i++) rows.append("r%s,1360000%04d,广州,gold,\n".formatted(i, i));
    company.land(Files.writeString(folder.resolve("more.csv"), rows), MEMBERS);
    var report = company.refresh();
    assertThat(report.ran()).noneMatch(r -> r.delta() instanceof Delta.Everything);
    assertThat(counts())
        .containsExactly("上海 - 216", "北京 - 108", "广州 - 25", "- 上海 24", "- 北京 12", "- 广州 10");
    assertThat(
            company.rows(
                "select count(*) as n from {trait.change} t where t.trait_id = 'segment/%s' and t.after = 'true'"
                    .formatted(inGuangzhou.id().key())))
        .containsExactly("10");
    var stepwise = company.rows("select * from {profile.customer} c order by all nulls last");
    company.refresh(true);
    assertThat(company.rows("select * from {profile.customer} c order by all nulls last"))
        .isEqualTo(stepwise);
  }

  /** Who asks for a city gets what somebody said; who asks for a guess says so. */
  @Test
  void conditions_askForOneOrTheOther() {
    put(CITY, BY_PHONE);
    assertThat(members(new Where.Compare(CITY, Op.EQ, Value.of("北京")))).isEqualTo(108);
    var guess = FieldKey.of("customer.imputed_city");
    assertThat(members(new Where.Compare(guess, Op.EQ, Value.of("北京")))).isEqualTo(12);
    assertThat(members(new Where.Missing(CITY))).isEqualTo(46);
    assertThat(members(new Where.Except(new Where.Missing(guess)))).isEqualTo(36);
    var field = company.gongbi.conditions().vocabulary().attribute("imputed_city").orElseThrow();
    assertThat(field.label()).isEqualTo(new Label("城市（推算）", "City (inferred)"));
  }

  private long members(Where where) {
    return company
        .gongbi
        .conditions()
        .count(
            new Condition.Attribute(where), company.gongbi.asOf(), company.gongbi.gate().view(LIN));
  }

  @Test
  void portrait_marksWhatIsInferred() {
    put(CITY, BY_PHONE);
    var id =
        new CustomerId(
            Long.parseLong(
                company
                    .rows(
                        "select c.customer_id from {profile.customer} c where c.imputed_city = '北京' order by 1 nulls last")
                    .getFirst()));
    var city =
        company.gongbi.profiles().portrait(id, LIN).facts().stream()
            .filter(f -> f.field().equals(CITY))
            .findFirst()
            .orElseThrow();
    assertThat(city.value()).isEqualTo(Value.missing());
    assertThat(city.origin()).isEmpty();
    var guess = city.guess().orElseThrow();
    assertThat(guess.value()).isEqualTo(Value.of("北京"));
    assertThat(guess.method()).isEqualTo(BY_PHONE);
    assertThat(guess.accuracy().orElseThrow().verdict()).isEqualTo(Accuracy.Verdict.BETTER);
  }

  @Test
  void overview_keepsWhatWasSaidAndWhatWasInferredApart() {
    put(CITY, BY_PHONE);
    var overview = imputations.overview(LIN);
    assertThat(overview.customers()).isEqualTo(375);
    assertThat(overview.fields())
        .extracting(f -> f.field().key().column(), Imputations.OfField::known, f -> f.imputed())
        .containsExactly(
            tuple("gender", 0L, 0L),
            tuple("birthday", 324L, 0L),
            tuple("country", 0L, 0L),
            tuple("province", 329L, 0L),
            tuple("city", 329L, 36L),
            tuple("district", 0L, 0L),
            tuple("occupation", 0L, 0L));
  }

  /** Who may not see birthdays sees no guess at them either. */
  @Test
  void guessesAtWhatIsPersonal_areMaskedLikeIt() {
    put(BIRTHDAY, new Constant("1985-01-01"));
    var analyst =
        new Viewer(
            new UserId("chen"),
            new Role("analyst", Role.analyst().rights(), new Where.Always(), false, Set.of()));
    var seen = "select count(c.imputed_birthday) as n from {profile.customer} c";
    assertThat(company.rows(seen)).containsExactly("51");
    assertThat(
            company
                .gongbi
                .warehouse()
                .query(Sql.of(seen), company.gongbi.gate().view(analyst))
                .only()
                .whole("n"))
        .isZero();
    assertThatThrownBy(() -> imputations.tried(new Imputation(BIRTHDAY, new Typical()), analyst))
        .hasMessageContaining("profile.impute-masked");
  }

  @Test
  void rulesThatCannotBe_areRefused() {
    refused("profile.impute-field", FieldKey.of("customer.phone"), new Typical());
    refused("profile.impute-field", FieldKey.of("customer.sms_consent"), new Constant("yes"));
    refused("profile.impute-value", FieldKey.of("customer.gender"), new Constant("unknown"));
    refused("profile.impute-value", BIRTHDAY, new Constant("yesterday"));
    refused("profile.impute-by", CITY, new Grouped(List.of(), 20, 70));
    refused("profile.impute-key", CITY, new Grouped(List.of("city"), 20, 70));
    refused("profile.impute-least", CITY, new Grouped(List.of("level"), 0, 70));
    refused("profile.impute-percent", CITY, new Model(List.of("level"), 101));
  }

  private void refused(String code, FieldKey field, Method method) {
    assertThatThrownBy(() -> tried(field, method)).hasMessageContaining(code);
    assertThatThrownBy(() -> put(field, method)).hasMessageContaining(code);
  }
}
