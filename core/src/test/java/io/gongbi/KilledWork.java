package io.gongbi;

import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.campaign.Campaign;
import io.gongbi.campaign.CampaignState;
import io.gongbi.campaign.Campaigns;
import io.gongbi.campaign.Reach;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.RunId;
import io.gongbi.source.FeedId;
import io.gongbi.source.Layout;
import io.gongbi.source.Mapping;
import io.gongbi.source.TestLanding;
import io.gongbi.standard.EntityName;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * The work that {@link KillTest} kills: rounds of importing a file, refreshing and sending a
 * campaign. Started again on the same folder it goes on where it was, as the product would. Tells
 * on its output what it is about to do, and when it has done it.
 *
 * <p>Started as {@code careless} it breaks one rule: the cursor of what has landed is committed
 * before the rows that follow from it, instead of with them. Told to wait as well, it does not
 * begin its second refresh, so that it can be killed there however slow whoever kills it is.
 */
final class KilledWork {
  private static final Viewer LIN = new Viewer(new UserId("lin"), Role.administrator());

  public static void main(String[] args) throws IOException {
    var folder = Path.of(args[0]);
    int rounds = Integer.parseInt(args[1]);
    var manner = List.of(args).contains("careless") ? Manner.CARELESS : Manner.CAREFUL;
    int waits = List.of(args).contains("waiting") ? 2 : Integer.MAX_VALUE;
    try (var gongbi = Gongbi.open(folder, new MovingClock("2026-03-01T04:00:00Z"))) {
      var mapping = mapping();
      if (gongbi.mappings().all().isEmpty()) gongbi.mappings().save(mapping, UserId.SYSTEM);
      for (int round = begun(gongbi); round <= rounds; round++) {
        round(gongbi, folder, mapping, round, manner, round >= waits);
      }
    }
    say("done");
  }

  private enum Manner {
    CAREFUL,
    CARELESS
  }

  /** The round that was under way when the process ended; those before it are finished. */
  private static int begun(Gongbi gongbi) {
    return Math.max(1, Math.toIntExact(gongbi.landing().landed().end().value()));
  }

  private static void say(String what) {
    System.out.println(what);
    System.out.flush();
  }

  private static void round(
      Gongbi gongbi, Path folder, Mapping mapping, int round, Manner manner, boolean waits)
      throws IOException {
    if (gongbi.landing().landed().end().value() < round) {
      var file = folder.resolveSibling(folder.getFileName() + "-orders-" + round + ".csv");
      Files.writeString(file, orders(round));
      say("import");
      TestLanding.land(
          gongbi.landing(), file, file.getFileName().toString(), mapping, false, Progress.NONE);
      say("imported");
    }
    if (gongbi.refresher().isDue()) {
      if (manner == Manner.CARELESS) markTooEarly(gongbi);
      say("refresh");
      while (waits) LockSupport.park();
      gongbi
          .refresher()
          .refresh(
              new RunId(gongbi.landing().landed().end().value()),
              gongbi.catalog().now(),
              false,
              Progress.NONE);
      say("refreshed");
    }
    if (gongbi.segments().all(LIN).isEmpty()) {
      gongbi.segments().add(LIN, Label.typed("everyone"), Condition.everyone());
      gongbi.runs().await(gongbi.runs().latest(1).getFirst().id());
    }
    send(gongbi, round);
  }

  private static void markTooEarly(Gongbi gongbi) {
    try (var write = gongbi.warehouse().write(Set.of("refresh"))) {
      write.mark("refresh.landed", gongbi.landing().landed().end());
      write.commit();
    }
  }

  private static void send(Gongbi gongbi, int round) {
    var id = Campaigns.KIND.id("c" + round);
    if (gongbi.definitions().find(Campaigns.KIND, id).isEmpty()) {
      gongbi
          .campaigns()
          .add(
              LIN,
              Label.typed("round " + round),
              new Campaign(
                  new Reach.Own(
                      gongbi.segments().all(LIN).getFirst().definition().id(),
                      "file",
                      "{name}",
                      200,
                      BigDecimal.ONE),
                  14,
                  BigDecimal.ONE));
    }
    var state = gongbi.campaigns().get(id, LIN, gongbi.asOf()).state();
    if (state == CampaignState.DRAFT) {
      say("send");
      gongbi.runs().await(gongbi.launches().launch(id, LIN, gongbi.asOf(), true));
      say("sent");
    } else if (state == CampaignState.RUNNING || state == CampaignState.STOPPED) {
      say("send");
      gongbi.launches().resume().forEach(gongbi.runs()::await);
      say("sent");
    }
  }

  private static Mapping mapping() {
    return new Mapping(
        FeedId.of("shop", "orders").source(),
        Label.typed("Shop"),
        "orders",
        new EntityName("order"),
        Layout.csv(),
        List.of("order"),
        List.of(
            Mapping.Line.of("order", "order.order_no"),
            Mapping.Line.of("paid", "order.paid_at"),
            Mapping.Line.of("status", "order.status"),
            Mapping.Line.of("amount", "order.amount"),
            Mapping.Line.of("user", "customer.platform_id"),
            Mapping.Line.of("name", "customer.name"),
            Mapping.Line.of("phone", "customer.phone")),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Round r: 40 orders of customers 1 … 20 r; the last order of the round before comes again,
   * changed.
   */
  private static String orders(int round) {
    var text = new StringBuilder("order,paid,status,amount,user,name,phone\n");
    for (int i = (round - 1) * 40; i <= round * 40; i++) {
      int user = i * 7 % (20 * round) + 1;
      text.append(
          "o%d,2026-02-%02d 10:00:00,completed,%d.50,u%d,客户%d,139%08d%n"
              .formatted(i, i % 28 + 1, i % 90 + round, user, user, user));
    }
    return text.toString();
  }
}
