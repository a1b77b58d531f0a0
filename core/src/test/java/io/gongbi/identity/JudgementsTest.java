package io.gongbi.identity;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.TestCompany;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.FaultException;
import io.gongbi.identity.Judgement.Answer;
import io.gongbi.identity.Review.Reason;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 张伟 left his name once and only his phone the other time: one customer, on the phone alone. The
 * phone of 王强 and 赵敏 was left without a name as well, by one of them: three customers.
 */
final class JudgementsTest {
  @TempDir Path folder;
  private TestCompany company;

  @BeforeEach
  void open() {
    company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    company
        .members(
            """
            id name phone       city
            a  张伟 13900000001 上海
            b  -    13900000001 上海
            c  王强 18612340987 上海
            d  赵敏 18612340987 北京
            e  -    18612340987 北京
            """)
        .refresh();
  }

  @AfterEach
  void close() {
    company.close();
  }

  private static RecordRef crm(String key) {
    return new RecordRef("crm", key);
  }

  private void judge(String one, String other, Answer answer) {
    company.gongbi.judgements().judge(crm(one), crm(other), answer, LIN);
  }

  private List<String> queue(Reason... reason) {
    return company.gongbi.review().next(Arrays.stream(reason).findFirst(), 9, LIN).stream()
        .map(
            p ->
                p.one().record().recordKey()
                    + p.other().record().recordKey()
                    + " "
                    + p.reason()
                    + (p.areOne() ? " one" : " two"))
        .toList();
  }

  private List<String> members() {
    return company.rows(
        "select m.customer_id, m.record_key from {identity.member} m order by m.customer_id nulls last, m.record_key nulls last");
  }

  private static final List<String> BEFORE =
      List.of("100001 a", "100001 b", "100002 c", "100003 d", "100004 e");

  @Test
  void queue_holdsWhatIsInDoubt_andWhatWasSaidLeavesIt() {
    assertThat(members()).isEqualTo(BEFORE);
    assertThat(queue())
        .containsExactlyInAnyOrder("ab UNSURE one", "ce UNSURE two", "de UNSURE two");
    assertThat(queue(Reason.SAMPLE)).containsExactly("ab SAMPLE one");
    assertThat(company.gongbi.review().due(LIN))
        .isEqualTo(Map.of(Reason.UNSURE, 3L, Reason.APART, 0L, Reason.SAMPLE, 1L, Reason.BARE, 0L));
    judge("a", "b", Answer.UNSURE);
    judge("c", "e", Answer.SAME);
    assertThat(queue()).containsExactly("de UNSURE two");
    assertThat(queue(Reason.SAMPLE)).isEmpty();
  }

  /**
   * Two without name and town: the phone of 王强 and 赵敏 says of g that it is one of three, the phone
   * of nobody else that h and i are one. Nobody can say more of either, so neither is asked about
   * nor drawn: 3 pairs of 4 customers that are two, and 1 pair of 1 that is one.
   */
  @Test
  void pairs_thatShareAPhoneAndNothingElse_areCountedApart() {
    company
        .members(
            """
            id name phone       city
            g  -    18612340987 -
            h  -    13633334444 -
            i  -    13633334444 -
            """)
        .refresh();
    var due = company.gongbi.review().due(LIN);
    assertThat(due)
        .isEqualTo(Map.of(Reason.UNSURE, 3L, Reason.APART, 0L, Reason.SAMPLE, 1L, Reason.BARE, 4L));
    assertThat(queue()).as("not asked").noneMatch(p -> p.contains("g") || p.contains("h"));
    assertThat(queue(Reason.SAMPLE)).as("not drawn").containsExactly("ab SAMPLE one");
    assertThat(company.gongbi.review().bare(LIN))
        .extracting(b -> b.shares().en() + " " + b.areOne() + " " + b.pairs() + " " + b.customers())
        .containsExactly("Same phone true 1 1", "Same phone false 3 4");
    assertThat(company.gongbi.matchQuality().report(LIN).unjudged()).isEqualTo(1);
    judge("h", "i", Answer.SAME);
    assertThat(company.gongbi.review().due(LIN))
        .as("whoever knows may say")
        .containsEntry(Reason.BARE, 3L);
  }

  @Test
  void pair_isLaidOutFieldByField() {
    var pair = company.gongbi.review().next(Optional.of(Reason.SAMPLE), 1, LIN).getFirst();
    assertThat(pair.fields())
        .extracting(
            f ->
                f.name()
                    + " "
                    + f.one().stream().map(Review.Told::value).toList()
                    + f.other().stream().map(Review.Told::value).toList()
                    + " "
                    + f.agreement())
        .containsExactly(
            "name [张伟][] UNKNOWN",
            "phone [13900000001][13900000001] SAME",
            "platform_id [a][b] DIFFERENT",
            "province [上海][上海] SAME",
            "city [上海][上海] SAME");
    double sum =
        pair.likeness().before()
            + pair.likeness().traits().stream().mapToDouble(Why.Trait::bits).sum();
    assertThat(sum).isBetween(pair.likeness().bits(), pair.likeness().bits() + 1);
  }

  /** Nobody waits for a run after each; one run then follows all of them, and holds to it. */
  @Test
  void judgements_gather_andAreFollowedTogether() {
    judge("a", "b", Answer.DIFFERENT);
    judge("c", "e", Answer.SAME);
    judge("d", "e", Answer.DIFFERENT);
    assertThat(members()).isEqualTo(BEFORE);
    assertThat(company.gongbi.judgements().progress(LIN))
        .isEqualTo(new Judgements.Progress(3, 1, 2, 0, 2));
    company.gongbi.judgements().follow(LIN);
    company.counted();
    var after = List.of("100001 a", "100002 c", "100002 e", "100003 d");
    assertThat(members()).containsAll(after).hasSize(5).doesNotContain("100001 b");
    assertThat(company.gongbi.judgements().progress(LIN).waiting()).isZero();
    company.refresh(true);
    assertThat(members()).containsAll(after);
  }

  /** Whoever imports next is not asked to follow: that run does. */
  @Test
  void judgement_isFollowedByWhateverRunComesNext() {
    judge("c", "e", Answer.SAME);
    company
        .members(
            """
            id name phone       city
            f  周涛 13711112222 上海
            """)
        .refresh();
    assertThat(members()).contains("100002 c", "100002 e");
  }

  @Test
  void undo_leavesNothing_andAnotherWordTakesItsPlace() {
    judge("a", "b", Answer.DIFFERENT);
    judge("a", "b", Answer.UNSURE);
    var standing = company.gongbi.judgements().standing(LIN);
    assertThat(standing).extracting(j -> j.body().answer()).containsExactly(Answer.UNSURE);
    company.gongbi.judgements().undo(standing.getFirst().id(), LIN);
    assertThat(company.gongbi.judgements().standing(LIN)).isEmpty();
    assertThat(queue(Reason.SAMPLE)).containsExactly("ab SAMPLE one");
  }

  @Test
  void judging_takesTheRight_sightOfAll_andAPair() {
    var shanghai = new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));
    var viewer = new Viewer(new UserId("yu"), Role.viewer());
    var scoped = new Viewer(new UserId("hu"), Role.analyst().over(shanghai));
    assertThat(codeOf(() -> judgeBy(viewer, "b"))).isEqualTo("access.right-missing");
    assertThat(codeOf(() -> judgeBy(scoped, "b"))).isEqualTo("identity.sees-some-only");
    assertThat(codeOf(() -> judgeBy(LIN, "d"))).isEqualTo("identity.pair-gone");
    assertThat(codeOf(() -> company.gongbi.review().due(scoped)))
        .isEqualTo("identity.sees-some-only");
    assertThat(codeOf(() -> company.gongbi.matchQuality().report(scoped)))
        .isEqualTo("identity.sees-some-only");
  }

  private void judgeBy(Viewer by, String other) {
    company.gongbi.judgements().judge(crm("a"), crm(other), Answer.SAME, by);
  }

  private static String codeOf(Runnable act) {
    var fault = catchThrowableOfType(FaultException.class, act::run);
    return fault.faults().getFirst().code();
  }

  /** Who sees no numbers still sees what was compared agree, and nothing of what was not. */
  @Test
  void masks_holdHereToo() {
    var analyst = new Viewer(new UserId("an"), Role.analyst());
    var pair = company.gongbi.review().next(Optional.of(Reason.SAMPLE), 1, analyst).getFirst();
    assertThat(pair.fields())
        .extracting(f -> f.name() + " " + f.agreement())
        .containsExactly(
            "name UNKNOWN", "phone SAME", "platform_id UNKNOWN", "province SAME", "city SAME");
    assertThat(pair.toString()).doesNotContain("13900000001").doesNotContain("张伟");
  }

  /** The one pair of the sample is right: the interval says how little one pair says. */
  @Test
  void report_countsWhatWasJudgedOfTheSample() {
    var none = company.gongbi.matchQuality().report(LIN);
    assertThat(none.precision().estimate()).isEmpty();
    assertThat(none.sizes())
        .containsExactly(new MatchQuality.Size(1, 3, 3), new MatchQuality.Size(2, 1, 2));
    assertThat(none.lesson().orElseThrow().wasEnough()).isFalse();
    judge("a", "b", Answer.SAME);
    var estimate = company.gongbi.matchQuality().report(LIN).precision().estimate().orElseThrow();
    assertThat(estimate.share()).isEqualTo(1);
    assertThat(estimate.low()).isBetween(0.20, 0.21);
  }

  @Test
  void judgement_ofWhatIsSoAlready_asksForNoRun() {
    var learnt = new Judgement(crm("a"), crm("b"), Answer.SAME, 0, true);
    var moving = new Judgement(crm("c"), crm("e"), Answer.SAME, 0, false);
    assertThat(version(List.of(learnt))).isEqualTo(version(List.of()));
    assertThat(version(List.of(moving))).isNotEqualTo(version(List.of()));
    assertThat(learnt.decision()).as("it holds all the same").isPresent();
  }

  private static int version(List<Judgement> judgements) {
    return new Resolve(IdRules.DEFAULT, Matching.DEFAULT, List.of(), judgements, Ground.CLOCK)
        .version();
  }
}
