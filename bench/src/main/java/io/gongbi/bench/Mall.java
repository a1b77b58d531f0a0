package io.gongbi.bench;

import io.gongbi.Gongbi;
import io.gongbi.source.Imports;
import io.gongbi.source.Looks;
import io.gongbi.source.MappingSuggestion;
import io.gongbi.source.SourceId;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.View;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The demo company, grown: its files by suggested mappings, one refresh, and the first board.
 * Writing the files and suggesting the mappings are not counted.
 */
final class Mall implements Work {
  private final Path scratch;
  private final Path files;

  Mall(Path scratch, Path files) {
    this.scratch = scratch;
    this.files = files;
  }

  private static final List<String> CHECKS =
      List.of(
          """
          select count(*) as landed,
                 sum(case when f.fate = 'clean' then 1 else 0 end) as clean,
                 sum(case when f.fate = 'quarantined' then 1 else 0 end) as quarantined
          from {quality.fate} f
          """,
          """
          select count(*) as records,
                 count(c.phone) as phones,
                 count(c.member_card) as cards
          from {quality.customer} c
          """,
          """
          select count(*) as customers,
                 sum(c.net_revenue) as spent,
                 sum(c.purchase_days) as purchase_days,
                 count(c.phone) as reachable
          from {profile.customer} c
          """,
          """
          select count(*) as orders,
                 sum(case when o.kind = 'sale' then o.amount end) as revenue,
                 sum(o.amount) as net,
                 sum(o.items) as items
          from {profile.order} o
          """,
          "select count(*) as goods, sum(i.quantity) as pieces from {profile.item} i",
          "select count(*) as events, count(distinct e.name) as names from {profile.event} e",
          "select sum(c.amount) as cost from {profile.cost} c",
          "select count(*) as evidence from {identity.evidence} e",
          """
          select sum(case when h.tag_active_30 then 1 else 0 end) as active_30,
                 sum(case when h.tag_browsed_no_order_7 then 1 else 0 end) as browsed_no_order_7,
                 sum(case when h.tag_monthly_repeat then 1 else 0 end) as monthly_repeat,
                 sum(case when h.tag_repeat_buyer_365 then 1 else 0 end) as repeat_buyer_365,
                 sum(case when h.tag_frequent_repeat then 1 else 0 end) as frequent_repeat,
                 sum(case when h.tag_sleeping_90 then 1 else 0 end) as sleeping_90,
                 sum(case when h.tag_rfm = '111' then 1 else 0 end) as champions
          from {trait.held} h
          """);

  @Override
  public Checksum once(Stopwatch watch) throws Exception {
    try (var folder = new ScratchFolder(scratch)) {
      return make(folder.path(), MallFiles.in(files), watch);
    }
  }

  /** Leaves the company in {@code folder}. */
  static Checksum make(Path folder, MallFiles files, Stopwatch watch) throws IOException {
    var items = files.files().stream().map(Mall::suggested).toList();
    try (var gongbi = Gongbi.open(folder.resolve("company"), Clock.systemUTC())) {
      watch.start();
      Arrival.of(gongbi, items, watch);
      var asOf = gongbi.asOf();
      var board = gongbi.boards().find("overview", asOf, Retail.SOMEBODY).orElseThrow();
      for (var tile : List.of("revenue", "again"))
        gongbi.boards().answer(Retail.tile(board, tile), asOf, Retail.SOMEBODY);
      watch.lap("board");
      return checksum(gongbi);
    }
  }

  private static Checksum checksum(Gongbi gongbi) {
    var sum = Checksum.builder();
    for (var check : CHECKS)
      Retail.put(sum, gongbi.warehouse().query(Sql.of(check), View.everything()));
    return sum.build();
  }

  /** By the mapping that is suggested for it. */
  static Imports.Item suggested(MallFiles.Entry file) {
    var name = file.name();
    var source = MappingSuggestion.sourceOf(name).orElse(new SourceId("shop"));
    var mapping =
        new MappingSuggestion(new Standard())
            .suggest(file.path(), name, Looks.look(file.path(), name), source);
    return new Imports.Item(file.path(), name, mapping);
  }
}
