package io.gongbi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.identity.Decision.Verdict;
import io.gongbi.standard.CustomerId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * 张伟 has one card in two sources, and the shop knows his phone and his name: 100001. 李丽 has two
 * numbers and is two, until somebody says that she is one.
 */
final class GrowthsTest extends ResolvedGround {
  private final List<Definition<Decision>> decisions = new ArrayList<>();

  @BeforeEach
  void people() {
    given.customers(
        1,
        """
        source record_key name phone       member_card
        crm    1          张伟 13900000001 C1
        pos    1          张伟 13900000001 C1
        shop   1          张伟 13900000001 -
        crm    2          李丽 13912345678 -
        shop   2          李丽 18687654321 -
        """);
  }

  private void resolveWith(Decision... said) {
    given.run(
        List.of(
            new Resolve(IdRules.DEFAULT, Matching.DEFAULT, List.of(said), List.of(), Ground.CLOCK)),
        ALL);
  }

  private Growth growth(long customer) {
    return new Growths(
            given.warehouse(), given.gate(), identities(), () -> IdRules.DEFAULT, () -> decisions)
        .of(new CustomerId(customer), Viewer.system());
  }

  private static List<String> links(Growth growth) {
    return growth.links().stream()
        .map(
            l ->
                l.one()
                    + " "
                    + l.other()
                    + " "
                    + l.hold()
                    + l.by().map(t -> " " + t.column()).orElse(""))
        .toList();
  }

  private static List<String> events(Growth growth) {
    return growth.events().stream()
        .map(e -> e.what() + " " + e.other().map(CustomerId::value).orElse(0L) + " " + e.records())
        .toList();
  }

  private static Decision one() {
    return new Decision(
        Verdict.TOGETHER,
        List.of(new RecordRef("crm", "2")),
        List.of(new RecordRef("shop", "2")),
        "");
  }

  /** The card holds two, their likeness the third; the phone that all have is not needed. */
  @Test
  void links_holdAllTogether_theStrongestFirst() {
    resolveWith();
    var growth = growth(100001);
    assertThat(growth.records())
        .extracting(a -> a.record().toString())
        .containsExactlyInAnyOrder("crm/1", "pos/1", "shop/1");
    assertThat(links(growth)).containsExactly("crm/1 pos/1 TIED member_card", "crm/1 shop/1 ALIKE");
    assertThat(growth.links().getLast().bits().orElseThrow()).isPositive();
    assertThat(events(growth)).isEmpty();
  }

  /**
   * 100003 is swallowed, parts again, and is then no former id but somebody whom a record went to.
   */
  @Test
  void events_tellWhoWasSwallowed_andWhoLeft() {
    resolveWith();
    resolveWith(one());
    assertThat(events(growth(100002))).containsExactly("SWALLOWED 100003 [shop/2]");
    assertThat(growth(100003).customer()).as("by a former id").isEqualTo(id(100002));
    assertThat(growth(100002).records())
        .extracting(a -> a.record() + " " + a.before().map(CustomerId::value).orElse(0L))
        .containsExactlyInAnyOrder("crm/2 0", "shop/2 100003");
    resolveWith();
    assertThat(events(growth(100002)))
        .containsExactlyInAnyOrder("CAME 100003 [shop/2]", "LEFT 100003 [shop/2]");
    assertThat(events(growth(100003)))
        .containsExactlyInAnyOrder("LEFT 100002 [shop/2]", "CAME 100002 [shop/2]");
  }
}
