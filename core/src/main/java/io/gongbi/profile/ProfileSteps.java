package io.gongbi.profile;

import io.gongbi.catalog.Label;
import io.gongbi.refresh.Step;
import java.util.List;

/** Orders first, then what each field's value is and why, the customer, and what happened. */
final class ProfileSteps {
  private ProfileSteps() {}

  static List<Step> of(List<String> trusted) {
    return List.of(
        new OrderStep(),
        new PerCustomer(
            "profile.lineage",
            new Label("合并客户资料", "Golden values and their origin"),
            lineageVersion(trusted),
            Profiles.LINEAGE,
            List.of("identity.member"),
            List.of("quality.customer"),
            Narrow::customers,
            (zone, asked) ->
                new LineageQuery(trusted, LineageQuery.filled(asked.apply(LineageQuery.filled())))
                    .lineage()),
        new PerCustomer(
            "profile.customer",
            new Label("生成客户档案", "Customers"),
            1,
            Profiles.CUSTOMER,
            List.of("identity.member", "profile.lineage", "profile.order"),
            List.of(),
            Narrow::customers,
            (zone, asked) -> CustomerQuery.customers(zone)),
        new PerCustomer(
            "profile.event",
            new Label("生成客户时间线", "Customer timelines"),
            1,
            Profiles.EVENT,
            List.of("identity.member", "profile.customer", "profile.lineage", "profile.order"),
            List.of("quality.order", "quality.order_line", "quality.delivery"),
            Narrow::orders,
            (zone, asked) -> EventQuery.events(zone)));
  }

  /** Another order of trust is another meaning: the next run does everything. */
  private static int lineageVersion(List<String> trusted) {
    return 1 + (trusted.hashCode() & 0xFFFFFF);
  }
}
