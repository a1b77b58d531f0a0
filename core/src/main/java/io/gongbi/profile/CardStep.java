package io.gongbi.profile;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Cards that several people seem to use, by the orders and records of each customer alone, and what
 * people decided about them. A decision makes all of them anew: it is one pass over the orders.
 */
final class CardStep implements Step {
  private static final List<String> NARROWED =
      List.of("profile.order", "profile.conflict", "profile.customer");

  private final Supplier<List<CardVerdict>> verdicts;
  private final Supplier<LeftOut> leftOut;

  CardStep(Supplier<List<CardVerdict>> verdicts, Supplier<LeftOut> leftOut) {
    this.verdicts = verdicts;
    this.leftOut = leftOut;
  }

  @Override
  public String name() {
    return "profile.card";
  }

  @Override
  public Label label() {
    return new Label("查找多人共用的卡", "Cards that are lent");
  }

  @Override
  public Set<Dataset> reads() {
    return Set.of(
        Dataset.of("profile.order"),
        Dataset.of("profile.conflict"),
        Dataset.of("profile.customer"),
        Dataset.of("identity.alias"));
  }

  @Override
  public Set<Dataset> writes() {
    return Set.of(Dataset.of("profile.card"));
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean looksAtToday() {
    return false;
  }

  @Override
  public boolean hasNews(Write write, AsOf asOf) {
    var news = CardQuery.news(verdicts.get(), leftOut.get());
    return write.query(news, View.everything()).only().whole("news") > 0;
  }

  /** A decision is one about figures of everybody: whatever is made of them is made anew. */
  @Override
  public Delta run(Delta delta, AsOf asOf, Write write, Progress progress) {
    var rows = CardQuery.cards(verdicts.get(), leftOut.get());
    boolean decided = hasNews(write, asOf);
    switch (decided ? new Delta.Everything() : delta) {
      case Delta.Customers c ->
          write.replace(
              ProfileTables.CARD,
              Slice.rows(
                  Sql.of("select g.customer_id from given g").step("given", c.ids()),
                  "customer_id"),
              rows,
              Narrow.customers(c.ids(), NARROWED));
      case Delta.Everything _, Delta.Batches _ ->
          write.replace(ProfileTables.CARD, new Slice.Whole(), rows, View.everything());
    }
    return decided ? new Delta.Everything() : delta;
  }
}
