package io.gongbi.profile;

import io.gongbi.catalog.Label;
import io.gongbi.profile.PerCustomer.Texts;
import io.gongbi.refresh.Step;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sensitivity;
import io.gongbi.warehouse.Sql;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Orders and their goods first, then what the records of each customer say and which of it stands,
 * the customer, and what happened.
 */
final class ProfileSteps {
  private ProfileSteps() {}

  /** {@code standard}: as it is at this moment, for all steps. */
  static List<Step> of(Survivorships chosen, Standard standard) {
    var fields = chosen.all(standard);
    var customer = ProfileTables.with(ProfileTables.CUSTOMER, standard);
    var record = ProfileTables.with(ProfileTables.RECORD, standard);
    return List.of(
        PerOrder.orders(ProfileTables.with(ProfileTables.ORDER, standard)),
        PerOrder.items(ProfileTables.with(ProfileTables.ITEM, standard)),
        new CostStep(ProfileTables.with(ProfileTables.COST, standard)),
        new PerCustomer(
            new Label("归集客户记录", "Records by customer"),
            1,
            record,
            List.of("identity.member"),
            List.of("quality.customer"),
            Narrow::customers,
            (zone, asked) -> new Texts(RecordQuery.records(record))),
        new PerCustomer(
            new Label("合并客户资料", "Golden values"),
            conflictVersion(chosen, standard),
            ProfileTables.CONFLICT,
            List.of("profile.record"),
            List.of(),
            Narrow::customers,
            (zone, asked) ->
                new Texts(
                    new ConflictQuery(
                            chosen.trusted(),
                            ConflictQuery.filled(fields, asked.apply(ConflictQuery.filled(fields))),
                            fields,
                            customer)
                        .conflicts())),
        new PerCustomer(
            new Label("生成客户档案", "Customers"),
            1,
            customer,
            List.of("profile.record", "profile.conflict", "profile.order"),
            List.of(),
            Narrow::customers,
            (zone, asked) -> new Texts(new CustomerQuery(fields, customer).customers(zone))),
        new PerCustomer(
            new Label("生成客户时间线", "Customer timelines"),
            1,
            ProfileTables.with(ProfileTables.EVENT, standard),
            List.of(
                "identity.member",
                "profile.record",
                "profile.conflict",
                "profile.customer",
                "profile.order"),
            Stream.concat(
                    Stream.of("quality.order", "quality.order_line", "quality.delivery"),
                    Standard.DEEDS.stream().map(d -> "quality." + d))
                .toList(),
            Narrow::orders,
            (zone, asked) -> eventsOf(standard, zone, asked)),
        new ReferralStep());
  }

  private static Texts eventsOf(Standard standard, ZoneId zone, Function<Sql, Row> asked) {
    var deeds = deeds(asked);
    boolean leveled =
        deeds.contains(Standard.EVENT) && asked.apply(EventQuery.LEVELS).flag("leveled");
    return new EventQuery(standard).events(zone, deeds, leveled);
  }

  /** The deeds of which there is any row. */
  private static List<EntityName> deeds(Function<Sql, Row> asked) {
    var there =
        asked.apply(
            Sql.of(
                Standard.DEEDS.stream()
                    .map(d -> "exists (select 1 from {quality.%1$s} d) as %1$s".formatted(d))
                    .collect(Collectors.joining(",\n       ", "select ", ""))));
    return Standard.DEEDS.stream().filter(d -> there.flag(d.value())).toList();
  }

  /**
   * Other rules and another order of trust are another meaning, and so is another care with a
   * company's field, whose values stand in the open or do not: the next run does everything.
   */
  private static int conflictVersion(Survivorships chosen, Standard standard) {
    var careful =
        standard.companyColumns(Standard.CUSTOMER).stream()
            .filter(c -> c.sensitivity() != Sensitivity.OPEN)
            .map(Column::name)
            .toList();
    return 1 + ((chosen.fingerprint() + careful.hashCode() - 2) & 0xFFFFFF);
  }
}
