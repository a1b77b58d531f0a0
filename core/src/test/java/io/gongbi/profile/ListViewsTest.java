package io.gongbi.profile;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.TestCompany;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.standard.CustomerId;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.View;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of customers: its columns, whom it finds, and the kept ways of looking at it. */
final class ListViewsTest {
  private static final Viewer HU = new Viewer(new UserId("hu"), Role.marketer());
  private static final Viewer WU = new Viewer(new UserId("wu"), Role.viewer());

  @TempDir Path folder;
  private TestCompany company;
  private ListViews views;

  @BeforeEach
  void open() {
    company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    views = company.gongbi.listViews();
    company
        .members(
            """
            id name phone       city
            a  Ann  13900000001 上海
            b  Bo   13900000002 上海
            c  Cy   13900000003 北京
            """)
        .refresh();
  }

  @AfterEach
  void close() {
    company.close();
  }

  private List<String> seenBy(Viewer viewer) {
    return views.all(viewer).stream().map(d -> d.id().key() + " " + d.label().zh()).toList();
  }

  /** Hu keeps one for himself and one for all; Wu may keep her own, share none, delete her own. */
  @Test
  void aView_isSeenByItsOwner_andByEverybodyWhereItIsShared() {
    views.add(HU, Label.typed("我的"), new ListView("city=上海", false));
    views.add(HU, Label.typed("大家的"), new ListView("sort=-netRevenue", true));
    views.add(WU, Label.typed("吴的"), new ListView("q=ann", false));
    assertThat(seenBy(HU)).containsExactly("v1 我的", "v2 大家的");
    assertThat(seenBy(WU)).containsExactly("v2 大家的", "v3 吴的");
    assertThatThrownBy(() -> views.add(WU, Label.typed("x"), new ListView("", true)))
        .hasMessageContaining("right-missing");
    assertThatThrownBy(() -> views.delete(WU, ListView.KIND.id("v1")))
        .hasMessageContaining("definition.unknown");
    assertThatThrownBy(() -> views.delete(WU, ListView.KIND.id("v2")))
        .hasMessageContaining("profile.view-of-another");
    views.delete(WU, ListView.KIND.id("v3"));
    views.delete(LIN, ListView.KIND.id("v2"));
    assertThat(seenBy(WU)).isEmpty();
    assertThat(seenBy(HU)).containsExactly("v1 我的");
    assertThatThrownBy(
            () -> views.add(HU, Label.typed("x"), new ListView("q=" + "长".repeat(4_000), false)))
        .hasMessageContaining("profile.view-address");
  }

  private static Search search(String text, String... columns) {
    return new Search(
        Optional.of(text).filter(t -> !t.isEmpty()),
        Optional.empty(),
        new Search.Sort("name", false),
        Optional.empty(),
        List.of(columns),
        0,
        50);
  }

  /** What every list shows, then what was asked for; masked stays masked. */
  @Test
  void aSearch_bringsTheColumnsAskedFor() {
    var profiles = company.gongbi.profiles();
    var rows = profiles.search(search("", "sources", "phone", "email", "sources"), LIN).rows();
    assertThat(rows.columns())
        .extracting(c -> c.name())
        .containsExactly(
            "customer_id",
            "name",
            "phone",
            "city",
            "imputed_city",
            "level",
            "orders",
            "net_revenue",
            "last_order_day",
            "sources",
            "email");
    assertThat(rows.stream().map(r -> r.text("name") + r.whole("sources")))
        .containsExactly("Ann1", "Bo1", "Cy1");
    assertThatThrownBy(() -> profiles.search(search("", "shoe_size"), LIN))
        .hasMessageContaining("profile.unknown-column");
    assertThatThrownBy(
            () ->
                profiles.search(
                    new Search(
                        Optional.empty(),
                        Optional.empty(),
                        new Search.Sort("shoe_size", true),
                        0,
                        50),
                    LIN))
        .hasMessageContaining("profile.unknown-sort");
  }

  private List<String> sorted(String trait, boolean descending, int offset, int limit) {
    var ranks = company.gongbi.traits().ranks(new TraitId(trait));
    var search =
        new Search(
            Optional.empty(),
            Optional.empty(),
            new Search.Sort(trait, descending),
            ranks,
            List.of(),
            offset,
            limit);
    return company.gongbi.profiles().search(search, LIN).rows().stream()
        .map(r -> r.text("name"))
        .toList();
  }

  /**
   * Bo is of RFM group 111, Ann of 000. From the best group on Bo comes first, where the alphabet
   * would begin with 000; Cy, who bought nothing and is in no group, is last either way.
   */
  @Test
  void aSearch_isSortedByATag_codesInTheirOrder_thoseWithoutLast() {
    company
        .orders(
            """
            no paid                status    amount phone
            1  2026-01-10_10:00:00 completed 50     13900000001
            2  2026-03-09_10:00:00 completed 100    13900000002
            3  2026-03-10_10:00:00 completed 100    13900000002
            """)
        .refresh();
    assertThat(sorted("tag/rfm", false, 0, 9)).containsExactly("Bo", "Ann", "Cy");
    assertThat(sorted("tag/rfm", true, 0, 9)).containsExactly("Ann", "Bo", "Cy");
    assertThat(sorted("tag/rfm", true, 1, 1)).containsExactly("Bo");
    assertThat(company.gongbi.traits().ranks(new TraitId("tag/nowhere"))).isEmpty();
    assertThatThrownBy(() -> sorted("tag/nowhere", true, 0, 9))
        .hasMessageContaining("profile.unknown-sort");
  }

  /** Found by text, whatever the page; or ticked, where a stranger is no customer. */
  @Test
  void ids_areThoseFound_orThoseTicked() {
    var profiles = company.gongbi.profiles();
    var found = profiles.ids(search("上海"));
    assertThat(customers(profiles.ids(search("ann")))).containsExactly(100001L);
    assertThat(customers(found)).isEmpty();
    assertThat(customers(profiles.ids(search("")))).hasSize(3);
    assertThat(
            customers(
                Profiles.ids(
                    List.of(new CustomerId(100002), new CustomerId(7), new CustomerId(100002)))))
        .containsExactly(100002L);
    assertThatThrownBy(() -> Profiles.ids(List.of())).hasMessageContaining("profile.bad-choice");
  }

  private List<Long> customers(io.gongbi.warehouse.Sql ids) {
    return company.gongbi.warehouse().query(ids, View.everything()).stream()
        .map(r -> r.whole("customer_id"))
        .sorted()
        .toList();
  }
}
