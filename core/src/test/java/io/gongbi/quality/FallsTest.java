package io.gongbi.quality;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gongbi.TestCompany;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.FaultException;
import io.gongbi.source.FeedId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FallsTest {
  private static final FeedId MEMBERS = FeedId.of("crm", "members");

  @TempDir private Path folder;

  /** So many members, of whom the first ones have no phone. */
  private static String members(int all, int without) {
    return "id phone\n"
        + IntStream.range(0, all)
            .mapToObj(i -> "m" + i + " " + (i < without ? "-" : 13_900_100_000L + i))
            .collect(Collectors.joining("\n"));
  }

  private TestCompany company(int members, int without) {
    var company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    company.members(members(members, 0)).refresh();
    company.members(members(members, without)).refresh();
    return company;
  }

  private static List<String> unseen(TestCompany company) {
    return company.gongbi.falls().unseen(LIN, company.gongbi.asOf()).stream()
        .map(
            f ->
                "%d %s %s %s %.3f %.3f of %d"
                    .formatted(
                        f.number(),
                        f.feed(),
                        f.field().orElse("·"),
                        f.dimension(),
                        f.before(),
                        f.now(),
                        f.of()))
        .toList();
  }

  /**
   * Sixty members with a phone come again, and ten have lost it: 50 of 60. The feed has seven
   * fields, of which two are filled: 2/7 falls to 1.8333/7, which is 2.4 points and not told.
   */
  @Test
  void field_thatFellByMoreThanTheAlarmSays_isTold_untilSomebodyHasSeenIt() {
    try (var company = company(60, 10)) {
      var falls = company.gongbi.falls();
      assertThat(unseen(company))
          .containsExactly("2 crm/members customer.phone COMPLETENESS 1.000 0.833 of 60");
      falls.change(new FallAlarm(2, 50, List.of()), LIN);
      assertThat(unseen(company))
          .containsExactly(
              "2 crm/members customer.phone COMPLETENESS 1.000 0.833 of 60",
              "2 crm/members · COMPLETENESS 0.286 0.262 of 60");
      falls.change(new FallAlarm(17, 50, List.of()), LIN);
      assertThat(unseen(company)).isEmpty();
      falls.change(FallAlarm.USUAL, LIN);
      falls.see(MEMBERS, 2, LIN, company.gongbi.asOf());
      assertThat(unseen(company)).isEmpty();
      assertThatThrownBy(() -> falls.see(MEMBERS, 2, LIN, company.gongbi.asOf()))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining("quality.fall-gone");
      // It falls on: 40 of 60.
      company.members(members(60, 20)).refresh();
      assertThat(unseen(company))
          .containsExactly("3 crm/members customer.phone COMPLETENESS 0.833 0.667 of 60");
      // What rises is no fall, and the one before is still to be seen.
      company.members(members(60, 0)).refresh();
      assertThat(unseen(company)).hasSize(1);
    }
  }

  /** Of five rows one is twenty points: four of five is no news. */
  @Test
  void fewRows_tellNothing() {
    try (var company = company(5, 1)) {
      assertThat(unseen(company)).isEmpty();
      assertThat(
              company.gongbi.scores().card(LIN, company.gongbi.asOf()).feeds().getFirst().fields())
          .filteredOn(f -> f.field().equals("customer.phone"))
          .singleElement()
          .satisfies(
              f ->
                  assertThat(f.dimensions().get(Dimension.COMPLETENESS))
                      .isCloseTo(0.8, within(1e-9)));
      assertThatThrownBy(() -> company.gongbi.falls().change(new FallAlarm(0, 5, List.of()), LIN))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining("quality.fall-points")
          .hasMessageContaining("quality.fall-least");
    }
  }

  /** Told is the owner of the source, and who was named; where nobody is, whoever may define. */
  @Test
  void fall_isToldToTheOwner_andToWhomTheAlarmNames() {
    try (var company = company(60, 10)) {
      var gongbi = company.gongbi;
      var users = gongbi.users();
      var chen = viewer(users.add(LIN.user(), "陈", Role.viewer()).id(), Role.viewer());
      var zhou = viewer(users.add(LIN.user(), "周", Role.viewer()).id(), Role.viewer());
      var fall = gongbi.falls().unseen(LIN, gongbi.asOf()).getFirst();
      assertThat(told(company, fall, LIN, chen, zhou)).containsExactly("lin");
      gongbi
          .upkeep()
          .assign(Care.Of.SOURCE, "crm", Optional.of(chen.user()), Optional.empty(), LIN);
      assertThat(told(company, fall, LIN, chen, zhou)).containsExactly(chen.user().value());
      gongbi.falls().change(new FallAlarm(5, 50, List.of(zhou.user())), LIN);
      assertThat(told(company, fall, LIN, chen, zhou))
          .containsExactly(chen.user().value(), zhou.user().value());
      assertThatThrownBy(
              () -> gongbi.falls().change(new FallAlarm(5, 50, List.of(new UserId("nobody"))), LIN))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining("quality.fall-told");
      gongbi.falls().see(MEMBERS, 2, chen, gongbi.asOf());
      assertThat(unseen(company)).isEmpty();
    }
  }

  private static Viewer viewer(UserId user, Role role) {
    return new Viewer(user, role);
  }

  private static List<String> told(TestCompany company, Fall fall, Viewer... viewers) {
    return List.of(viewers).stream()
        .filter(v -> company.gongbi.falls().tells(fall, v))
        .map(v -> v.user().value())
        .toList();
  }
}
