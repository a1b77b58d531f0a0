package io.gongbi.profile;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.TestCompany;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.FaultException;
import io.gongbi.refresh.Delta;
import io.gongbi.sample.SampleMall;
import io.gongbi.source.Layout;
import io.gongbi.source.Looks;
import io.gongbi.source.Mapping;
import io.gongbi.source.MappingSuggestion;
import io.gongbi.source.SourceId;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.Standard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ann's card lies beside a till: ten orders in ten shops. Bo is a regular with as many in one shop.
 * Cy travels: six orders in six shops are one sign, and not enough.
 */
final class CardsTest {
  private static final CustomerId ANN = new CustomerId(100_001);
  private static final CustomerId BO = new CustomerId(100_002);
  private static final List<String> LINES =
      List.of(
          "no order.order_no",
          "paid order.paid_at",
          "amount order.amount",
          "shop order.shop",
          "card customer.member_card");

  @TempDir Path folder;

  private static String orders() {
    var text = new StringBuilder("no,paid,amount,shop,card\n");
    for (int i = 0; i < 10; i++) {
      text.append("a%1$d,2026-0%2$d-1%1$d,30,店%1$d,A\n".formatted(i, 1 + i / 2));
      text.append("b%1$d,2026-0%2$d-1%1$d,20,店1,B\n".formatted(i, 1 + i / 2));
      if (i < 6) text.append("c%1$d,2026-0%2$d-1%1$d,10,店%1$d,C\n".formatted(i, 1 + i / 2));
    }
    return text.toString();
  }

  private TestCompany company() throws IOException {
    var company = new TestCompany(folder, "2026-05-31T02:00:00Z");
    company.members(
        """
        id name card
        1  Ann  A
        2  Bo   B
        3  Cy   C
        """);
    company.refresh();
    land(company, "1", orders());
    company.refresh();
    return company;
  }

  private void land(TestCompany company, String name, String text) throws IOException {
    var mapping =
        new Mapping(
            new SourceId("till"),
            Label.typed("till"),
            "orders",
            Standard.ORDER,
            Layout.csv(),
            List.of("no"),
            LINES.stream().map(l -> l.split(" ")).map(l -> Mapping.Line.of(l[0], l[1])).toList(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    company.land(Files.writeString(folder.resolve(name + ".csv"), text), mapping);
  }

  private static List<String> shown(TestCompany company, Cards.State state) {
    return company.gongbi.cards().list(state, 0, 50, LIN).stream()
        .map(s -> s.name().orElse("-") + " " + s.place() + " " + s.signs())
        .toList();
  }

  /** Of Ann's 300 the most in one shop is 30: a tenth. Of all customers she spent the most. */
  @Test
  void card_isSuspectedOfTwoSignsTogether() throws IOException {
    try (var company = company()) {
      assertThat(shown(company, Cards.State.OPEN))
          .containsExactly("Ann 1 [MANY_SHOPS, NO_HOME_SHOP]");
      assertThat(company.gongbi.cards().list(Cards.State.OPEN, 0, 50, LIN).getFirst().use())
          .isEqualTo(new Cards.Use(10, 10, 1, 0, 2, 1, 1));
      assertThat(company.gongbi.cards().counts(LIN).toString())
          .isEqualTo("Counts[open=1, shared=0, own=0, leftOutRevenue=300.0000, leftOutOrders=10]");
      assertThat(company.gongbi.cards().among(List.of(ANN, BO), LIN))
          .containsOnlyKeys(ANN)
          .extractingByKey(ANN)
          .isEqualTo(
              new Cards.Mark(
                  Cards.State.OPEN,
                  Optional.empty(),
                  true,
                  false,
                  List.of(CardSign.MANY_SHOPS, CardSign.NO_HOME_SHOP)));
    }
  }

  /** Cy is seen in four more shops: three in one day make no third sign, but there are ten now. */
  @Test
  void newOrders_makeASuspect_andEverythingGivesTheSame() throws IOException {
    try (var company = company()) {
      land(
          company,
          "2",
          """
          no,paid,amount,shop,card
          c6,2026-05-20,10,店6,C
          c7,2026-05-20,10,店7,C
          c8,2026-05-20,10,店8,C
          c9,2026-05-21,10,店9,C
          """);
      assertThat(company.refresh().ran())
          .anySatisfy(
              r -> {
                assertThat(r.step()).isEqualTo("profile.card");
                assertThat(r.delta()).isInstanceOf(Delta.Customers.class);
              });
      var all = company.rows("select c.* from {profile.card} c order by c.customer_id");
      assertThat(all).hasSize(2);
      company.refresh(true);
      assertThat(company.rows("select c.* from {profile.card} c order by c.customer_id"))
          .isEqualTo(all);
    }
  }

  /** Ann's is hers after all; Bo's, which nothing spoke against, is lent; then it is open again. */
  @Test
  void whatAPersonDecides_counts_andCanBeTakenBack() throws IOException {
    try (var company = company()) {
      var cards = company.gongbi.cards();
      cards.decide(ANN, CardVerdict.Verdict.OWN, "travels for the company", LIN);
      cards.decide(BO, CardVerdict.Verdict.SHARED, "beside the till", LIN);
      company.counted();
      assertThat(shown(company, Cards.State.OPEN)).isEmpty();
      assertThat(shown(company, Cards.State.OWN))
          .containsExactly("Ann 1 [MANY_SHOPS, NO_HOME_SHOP]");
      assertThat(shown(company, Cards.State.SHARED)).containsExactly("Bo 2 []");
      assertThat(cards.list(Cards.State.OWN, 0, 50, LIN).getFirst().decided().orElseThrow())
          .satisfies(
              d -> {
                assertThat(d.reason()).isEqualTo("travels for the company");
                assertThat(d.by()).isEqualTo("lin");
              });
      assertThat(company.rows("select c.customer_id, c.left_out from {profile.card} c order by 1"))
          .containsExactly("100001 false", "100002 true");
      cards.decide(ANN, CardVerdict.Verdict.UNDECIDED, "", LIN);
      cards.decide(BO, CardVerdict.Verdict.UNDECIDED, "", LIN);
      company.counted();
      assertThat(company.rows("select c.customer_id, c.left_out from {profile.card} c order by 1"))
          .containsExactly("100001 true");
      assertThat(company.refresh().ran()).isEmpty();
    }
  }

  @Test
  void decision_isOfWhoMayDefine_andOfSomebodyInSight() throws IOException {
    try (var company = company()) {
      var cards = company.gongbi.cards();
      var viewer = new Viewer(new UserId("chen"), Role.viewer());
      assertThat(
              catchThrowableOfType(
                      FaultException.class,
                      () -> cards.decide(ANN, CardVerdict.Verdict.OWN, "", viewer))
                  .faults()
                  .getFirst()
                  .code())
          .isEqualTo("access.right-missing");
      assertThat(
              catchThrowableOfType(
                      FaultException.class,
                      () -> cards.decide(new CustomerId(999_999), CardVerdict.Verdict.OWN, "", LIN))
                  .faults()
                  .getFirst()
                  .code())
          .isEqualTo("profile.no-customer");
    }
  }

  /**
   * The demo company plants cards that lie beside tills, and knows which. Its members and its till
   * alone are landed, of another seed and size than the demo's own.
   */
  @Test
  void plantedCards_areFound() throws IOException {
    var truth = folder.resolve("truth");
    var written =
        new SampleMall(2027, 20_000, SampleMall.DEFAULT_END).write(folder.resolve("files"), truth);
    try (var company = new TestCompany(folder, "2026-06-01T02:00:00Z")) {
      for (var file : written.all()) {
        var name = file.path().getFileName().toString();
        var source = MappingSuggestion.sourceOf(name).orElse(new SourceId("shop"));
        if (!List.of("crm", "pos").contains(source.value())) continue;
        company.land(
            file.path(),
            new MappingSuggestion(new Standard())
                .suggest(file.path(), name, Looks.look(file.path(), name), source));
      }
      company.refresh();
      var suspected =
          new TreeSet<>(
              company.rows(
                  """
                  select distinct r.member_card
                  from {profile.card} c
                  join {profile.record} r on r.customer_id = c.customer_id
                  where r.member_card is not null
                  """));
      var cards = company.rows("select count(*) as n from {profile.card} c").getFirst();
      var planted = new TreeSet<String>();
      for (var line : Files.readAllLines(truth.resolve("staff.csv")).stream().skip(1).toList())
        planted.add(line.split(",")[0]);
      assertThat(planted).hasSizeGreaterThan(20);
      long found = planted.stream().filter(suspected::contains).count();
      assertThat(found)
          .as("recall of %s", planted)
          .isGreaterThanOrEqualTo(planted.size() * 9L / 10);
      assertThat(found * 10)
          .as("precision among %s suspects", cards)
          .isGreaterThanOrEqualTo(Long.parseLong(cards) * 7);
    }
  }
}
