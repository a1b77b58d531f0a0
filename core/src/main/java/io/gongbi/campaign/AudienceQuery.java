package io.gongbi.campaign;

import io.gongbi.calendar.AsOf;
import io.gongbi.experiment.ArmQuery;
import io.gongbi.experiment.Experiment;
import io.gongbi.standard.FieldKey;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who is meant, in which arm, under which address. */
final class AudienceQuery {
  private AudienceQuery() {}

  /**
   * The members as they are now, each with arm, address and personal fields. Members of a segment
   * that are out of the viewer's sight fall away here. Those with one address are in one arm, so
   * that nobody who is held back reads the message on the family's phone: to be asked of addresses
   * in clear, because strangers are alike under a mask.
   */
  static Sql audience(
      Experiment experiment, Sql members, FieldKey address, MessageText text, AsOf asOf) {
    var asked = text.fields();
    var sql =
        Sql.of(
                """
                select a.customer_id,
                       a.arm,
                       c.%s as address,
                       %s,
                       %s as declined,
                       %s as refused
                from arms a
                join {profile.customer} c on c.customer_id = a.customer_id
                %s%s"""
                    .formatted(
                        address.column(),
                        ContentQuery.values(asked),
                        declined(address),
                        refused(address),
                        ContentQuery.joins(asked),
                        unreached(address, "a.customer_id")))
            .step("members", members)
            .step("arms", ArmQuery.assignedByLot(experiment, lots(address)));
    return withUnreached(ContentQuery.steps(sql, asked, asOf), address);
  }

  private static Sql lots(FieldKey address) {
    return Sql.of(
            """
            select n.customer_id,
                   case when n.address is null then n.customer_id
                        else min(n.customer_id) over (partition by n.address) end as lot_id
            from numbered n
            """)
        .step(
            "numbered",
            Sql.of(
                """
                select c.customer_id,
                       c.%s as address
                from {profile.customer} c
                where c.customer_id in (select m.customer_id from members m)
                """
                    .formatted(address.column())));
  }

  /** Customers of these ids, to see each under a viewer's masks. */
  static Sql chosen(List<Long> ids) {
    return Sql.of(
            """
            select c.customer_id
            from {profile.customer} c
            where gb_among(cast(c.customer_id as varchar), #chosen)
            """)
        .with(
            "chosen", Value.of(ids.stream().map(id -> "" + id).collect(Collectors.joining("\n"))));
  }

  /** Why there is no number though the files gave one. */
  private static String refused(FieldKey address) {
    return ContentQuery.isPhone(address) ? "u.refused" : "cast(null as varchar)";
  }

  private static String unreached(FieldKey address, String customer) {
    return ContentQuery.isPhone(address)
        ? "left join unreached u on u.customer_id = " + customer + "\n"
        : "";
  }

  private static Sql withUnreached(Sql sql, FieldKey address) {
    return ContentQuery.isPhone(address) ? sql.step("unreached", ContentQuery.UNREACHED) : sql;
  }

  /** Text messages need a yes that nobody took back; other ways of writing ask for none yet. */
  private static String declined(FieldKey address) {
    return address.column().equals("phone") ? "coalesce(c.sms_consent = 'no', false)" : "false";
  }

  static Sql counts(Sql audience) {
    return Sql.of(
            """
            select a.arm,
                   count(*) as people,
                   count(*) filter (where a.address is null) as no_address
            from audience a
            group by a.arm
            """)
        .step("audience", audience);
  }

  /** How many would meet which fate. */
  static Sql fateCounts(Sql fates) {
    return Sql.of(
            """
            select f.fate,
                   count(*) as people
            from fates f
            group by f.fate
            """)
        .step("fates", fates);
  }

  /** A page of the audience in the order of entering, each with what would become of them. */
  static Sql people(Sql fates, Optional<Fate> fate, long offset, long limit) {
    return Sql.of(
            """
            select f.customer_id,
                   f.arm,
                   f.fate
            from fates f
            where #fate = '' or f.fate = #fate
            order by f.customer_id nulls last
            limit #limit offset #offset
            """)
        .step("fates", fates)
        .with("fate", Value.of(fate.map(Enum::name).orElse("")))
        .with("offset", Value.of(offset))
        .with("limit", Value.of(limit));
  }

  static final Sql EVERYBODY =
      Sql.of(
          """
          select count(*) as people
          from {profile.customer} c
          """);

  /**
   * What these did in the days before: how many bought, what they paid less refunds, and the sum of
   * its squares. What to expect without any message.
   */
  static Sql base(Sql members, AsOf asOf, int days) {
    return Sql.of(
            """
            select count(*) as people,
                   count(*) filter (where b.sales > 0) as bought,
                   cast(coalesce(sum(b.revenue), 0) as decimal(18,4)) as revenue,
                   coalesce(sum(b.revenue * b.revenue), 0) as squares
            from (select distinct m.customer_id from members m) a
            left join spent b on b.customer_id = a.customer_id
            """)
        .step("members", members)
        .step(
            "spent",
            Sql.of(
                """
                select o.customer_id,
                       count(*) filter (where o.kind = 'sale') as sales,
                       sum(o.amount) as revenue
                from {profile.order} o
                where o.day >= #from
                  and o.day < #until
                group by o.customer_id
                """))
        .with("from", Value.of(asOf.day().minusDays(days)))
        .with("until", Value.of(asOf.day()));
  }

  /** The frozen audience of a campaign, for its table. */
  static Sql frozen(String campaign, Sql fates) {
    return Sql.of(
            """
            select #campaign as campaign,
                   f.customer_id,
                   f.arm,
                   f.address,
                   %s,
                   f.fate = 'NUMBER_TAKEN' as taken
            from fates f
            """
                .formatted(ContentQuery.columns("f")))
        .step("fates", fates)
        .with("campaign", Value.of(campaign));
  }

  /** One campaign by its key, to find its rows. */
  static Sql named(String campaign) {
    return Sql.of("select cast(#campaign as varchar) as campaign")
        .with("campaign", Value.of(campaign));
  }

  /** How many people each campaign was frozen for. */
  static final Sql AUDIENCES =
      Sql.of(
          """
          select a.campaign,
                 count(*) as people
          from {campaign.audience} a
          group by a.campaign
          """);

  static Sql ids(String campaign) {
    return Sql.of(
            """
            select a.customer_id
            from {campaign.audience} a
            where a.campaign = #campaign
            """)
        .with("campaign", Value.of(campaign));
  }

  static Sql planned(String campaign) {
    return Sql.of(
            """
            select count(*) as people,
                   count(*) filter (where a.arm = 'control') as control
            from {campaign.audience} a
            where a.campaign = #campaign
            """)
        .with("campaign", Value.of(campaign));
  }

  /** The next of the frozen audience, in the order in which they are entered. */
  static Sql next(String campaign, long after, int limit) {
    return Sql.of(
            """
            select a.customer_id,
                   a.arm,
                   a.address,
                   %s,
                   coalesce(a.taken, false) as taken
            from {campaign.audience} a
            where a.campaign = #campaign
              and a.customer_id > #after
            order by a.customer_id nulls last
            limit #limit
            """
                .formatted(ContentQuery.columns("a")))
        .with("campaign", Value.of(campaign))
        .with("after", Value.of(after))
        .with("limit", Value.of(limit));
  }

  /**
   * The same with what they say by now: a no that came after the launch counts too, also when it is
   * of a record that was merged into theirs since.
   */
  static Sql due(String campaign, FieldKey address, long after, int limit) {
    var sql =
        Sql.of(
                """
                select a.customer_id,
                       a.arm,
                       a.address,
                       %s,
                       a.taken,
                       %s as declined,
                       %s as refused
                from due a
                left join {identity.alias} l on l.customer_id = a.customer_id
                left join {profile.customer} c on c.customer_id = coalesce(l.now_id, a.customer_id)
                %sorder by a.customer_id nulls last
                """
                    .formatted(
                        ContentQuery.columns("a"),
                        declined(address),
                        refused(address),
                        unreached(address, "coalesce(l.now_id, a.customer_id)")))
            .step("due", next(campaign, after, limit));
    return withUnreached(sql, address);
  }
}
