package io.gongbi;

import static io.gongbi.TestCompany.LIN;

import io.gongbi.campaign.Campaign;
import io.gongbi.campaign.CampaignState;
import io.gongbi.campaign.Campaigns;
import io.gongbi.campaign.Reach;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.channel.Connection;
import io.gongbi.condition.Condition;
import io.gongbi.delivery.SendingLimits;
import io.gongbi.profile.ProfileTables;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.RunId;
import io.gongbi.source.AllowedHosts;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The work that {@link SendKillTest} kills: campaign after campaign by an SMS gateway, to 180
 * people. Of every three, two have one number; every twentieth declined, and one number opted out.
 * Started again on the same folder it goes on where it was, as the product would.
 *
 * <p>Started as {@code careless} it breaks one rule: what was claimed and has no answer is taken to
 * have never left.
 */
final class KilledSend {
  static final int PEOPLE = 180;

  /** So many are claimed at a time, and said in a second. */
  static final int AT_ONCE = 40;

  private KilledSend() {}

  public static void main(String[] args) throws IOException {
    var folder = Path.of(args[0]);
    int rounds = Integer.parseInt(args[1]);
    var host = args[2];
    boolean careless = args.length > 3 && args[3].equals("careless");
    try (var gongbi = Gongbi.open(folder, new MovingClock("2026-03-02T04:00:00Z"))) {
      if (gongbi.segments().all(LIN).isEmpty()) settle(gongbi, host);
      if (careless) takeForUnsaid(gongbi);
      for (int round = 1; round <= rounds; round++) send(gongbi, folder, round);
    }
    say("done");
  }

  private static void say(String what) {
    System.out.println(what);
    System.out.flush();
  }

  /** The number of a customer: 1 and 2 have one, 3 has another, 4 and 5 the next. */
  static String phone(long customer) {
    long number = customer % 3 == 2 ? customer - 1 : customer;
    return "139%08d".formatted(number);
  }

  private static void settle(Gongbi gongbi, String host) {
    gongbi.refresher().refresh(new RunId(-1), gongbi.catalog().now(), false, Progress.NONE);
    try (var write = gongbi.warehouse().write(Set.of(ProfileTables.CUSTOMER.name().concept()))) {
      write.append(
          ProfileTables.CUSTOMER,
          new Table(
              ProfileTables.CUSTOMER.columns(),
              LongStream.rangeClosed(1, PEOPLE).mapToObj(KilledSend::customer).toList()));
      write.commit();
    }
    gongbi.deliveries().settings().change(new SendingLimits(0, 0, 0), gongbi.audit(), LIN);
    gongbi.optOuts().add(List.of(phone(6)), "来电要求", LIN);
    gongbi.outbound().change(new AllowedHosts(List.of(new AllowedHosts.Host(host, true))), LIN);
    var spec =
        gongbi.connections().specs().stream()
            .filter(s -> !s.presets().isEmpty())
            .findFirst()
            .orElseThrow();
    var values = new HashMap<>(spec.presets().getFirst().values());
    values.put("url", "http://" + host + "/send");
    values.put("rate", "" + AT_ONCE);
    gongbi
        .connections()
        .add(
            LIN,
            Label.typed("短信网关"),
            new Connection(spec.id(), values, new BigDecimal("0.045")),
            Map.of("secret", "river-stone-7"));
    gongbi.segments().add(LIN, Label.typed("所有人"), Condition.everyone());
    gongbi.runs().await(gongbi.runs().latest(1).getFirst().id());
  }

  private static List<Value> customer(long id) {
    var row =
        Map.of(
            "customer_id", Value.of(id),
            "name", Value.of("客户" + id),
            "phone", Value.of(phone(id)),
            "sms_consent", Value.of(id % 20 == 0 ? "no" : "yes"),
            "last_order_day", Value.of(LocalDate.parse("2026-01-01").plusDays(id * 7 % 50)));
    return ProfileTables.CUSTOMER.columns().stream()
        .map(c -> row.getOrDefault(c.name(), Value.missing()))
        .toList();
  }

  private static void takeForUnsaid(Gongbi gongbi) {
    gongbi
        .catalog()
        .run(t -> t.write(Sql.of("update delivery_entry set again = 1 where state = 'CLAIMED'")));
  }

  private static void send(Gongbi gongbi, Path folder, int round) throws IOException {
    var id = Campaigns.KIND.id("c" + round);
    if (gongbi.definitions().find(Campaigns.KIND, id).isEmpty()) {
      var everybody = gongbi.segments().all(LIN).getFirst().definition().id();
      gongbi
          .campaigns()
          .add(
              LIN,
              Label.typed("第" + round + "轮"),
              new Campaign(
                  new Reach.Own(everybody, "sms1", "{name}，上新了", 200, new BigDecimal("0.05")),
                  14,
                  BigDecimal.ONE));
    }
    var state = gongbi.campaigns().get(id, LIN, gongbi.asOf()).state();
    if (state == CampaignState.DRAFT) {
      Files.writeString(forecast(folder, id), foreseen(gongbi, id));
      say("send");
      gongbi.runs().await(gongbi.launches().launch(id, LIN, gongbi.asOf(), true));
    } else if (state == CampaignState.RUNNING || state == CampaignState.STOPPED) {
      say("send");
      gongbi.launches().resume().forEach(gongbi.runs()::await);
    }
    say("sent");
  }

  /** Where it is written down, before the launch, what the launch would do. */
  static Path forecast(Path folder, DefinitionId campaign) {
    return folder.resolveSibling(folder.getFileName() + "-forecast-" + campaign.key());
  }

  /** A line for each: {@code 2 REACHED}. */
  private static String foreseen(Gongbi gongbi, DefinitionId id) {
    return gongbi.forecast().people(id, Optional.empty(), 0, PEOPLE, LIN, gongbi.asOf()).stream()
        .map(p -> p.person().customer() + " " + p.fate())
        .collect(Collectors.joining("\n"));
  }
}
