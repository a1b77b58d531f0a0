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
import java.util.stream.Collectors;

/**
 * Who brought whom, from the card or phone that members give as their referrer's: Bo says
 * 13900000001, which stands on a record of Ann, so Ann referred Bo. A value that stands on records
 * of two customers names nobody. A changed card of Ann changes who referred Bo, so all is made
 * anew; few customers name anybody.
 */
final class ReferralStep implements Step {
  private static final List<String> NAMED_BY =
      List.of("member_card", "phone", "platform_id", "openid", "unionid");

  private static final Sql REFERRALS =
      Sql.of(
              """
              select h.customer_id,
                     min(h.referrer_id) as referrer_id
              from held h
              group by h.customer_id
              having min(h.referrer_id) = max(h.referrer_id) and min(h.referrer_id) <> h.customer_id
              order by h.customer_id nulls last
              """)
          .step(
              "said",
              """
              select c.customer_id,
                     c.referrer as value
              from {profile.customer} c
              where c.referrer is not null
              """)
          .step(
              "held",
              NAMED_BY.stream()
                  .map(
                      """
                      select s.customer_id,
                             r.customer_id as referrer_id
                      from said s
                      join {profile.record} r on r.%s = s.value
                      """
                          ::formatted)
                  .collect(Collectors.joining("union all\n")));

  @Override
  public String name() {
    return "profile.referral";
  }

  @Override
  public Label label() {
    return new Label("整理推荐关系", "Who referred whom");
  }

  @Override
  public Set<Dataset> reads() {
    return Set.of(Dataset.of("profile.record"), Dataset.of("profile.customer"));
  }

  @Override
  public Set<Dataset> writes() {
    return Set.of(Dataset.of("profile.referral"));
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
  public Delta run(Delta delta, AsOf asOf, Write write, Progress progress) {
    write.replace(ProfileTables.REFERRAL, new Slice.Whole(), REFERRALS, View.everything());
    return delta;
  }
}
