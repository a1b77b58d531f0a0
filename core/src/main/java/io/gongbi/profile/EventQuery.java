package io.gongbi.profile;

import static java.util.stream.Collectors.joining;

import io.gongbi.profile.PerCustomer.Texts;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What customers did and received. {@code registered} once, at the earliest date that any record
 * gives; {@code ordered} for every order placed, also those never paid; {@code paid} and {@code
 * refunded} as {@code profile.order} has them, refunds with their negative amount, so that both sum
 * to net revenue; {@code sent} and {@code delivered} from the logs of past campaigns, where control
 * rows and failures are no event; then what they did on pages, said of us, and gained and spent in
 * points and coupons. {@code ref} is the order's key, the campaign, the record, or the number that
 * the source gives a deed; one that has none is known by the batch and line it stands on.
 *
 * <p>Unique by customer, name, moment, source and ref, or batch and line: two lines of one log
 * about the same person and message are one event.
 */
final class EventQuery {
  private static final Sql HAPPENED =
      Sql.of(
          """
          select h.*,
                 gb_local_day(h.happened_at, #zone) as day
          from happened h
          order by h.customer_id nulls last, h.happened_at nulls last
          """);

  /** Of several records that say when somebody joined, the one whose moment stands. */
  private static final Sql REGISTRATION =
      Sql.of(
              """
              select c.customer_id,
                     c.registered_at,
                     t.source,
                     t.record_key
              from {profile.customer} c
              join told t on t.customer_id = c.customer_id
              where c.registered_at is not null
              """)
          .step(
              "disputed",
              """
              select k.customer_id,
                     k.source,
                     k.record_key
              from {profile.conflict} k
              where k.field = 'registered_at'
                and k.chosen
              """)
          .step(
              "agreed",
              """
              select r.customer_id,
                     r.source,
                     r.record_key,
                     row_number() over (partition by r.customer_id order by %s) as place
              from {profile.record} r
              where r.registered_at is not null
                and not exists (select 1 from disputed d where d.customer_id = r.customer_id)
              """
                  .formatted(RecordQuery.PREFERRED))
          .step(
              "told",
              """
              select d.customer_id, d.source, d.record_key
              from disputed d
              union all
              select a.customer_id, a.source, a.record_key
              from agreed a
              where a.place = 1
              """);

  private static final String PATH =
      """
      gb_category_under(
               gb_category_under(gb_category_path(d.category), d.category_2),
               d.category_3
             )""";

  /** What every event has. */
  private static final Set<String> ALWAYS =
      Set.of("customer_id", "name", "happened_at", "day", "source", "ref");

  private final Standard standard;

  /** {@code standard}: what the company wants to know of deeds besides. */
  EventQuery(Standard standard) {
    this.standard = standard;
  }

  /**
   * Whether any event may tell more than the first level of a category, {@code leveled}. Few
   * different ones are looked at, however many events there are: a filter would be asked of each.
   */
  static final Sql LEVELS =
      Sql.of(
          """
          select coalesce(
                   max(
                     case when d.category_2 is not null
                            or d.category_3 is not null
                            or gb_category_level(gb_category_path(d.category), 2) is not null
                          then 1 else 0 end),
                   0) = 1 as leveled
          from (
            select distinct e.category, e.category_2, e.category_3
            from {quality.event} e
          ) d
          """);

  /**
   * All of them, a text for each kind of row they are made of: of the columns each fills a few, and
   * sorting carries no more than those, and what none fills is told. {@code deeds}: the entities of
   * which there are rows; {@code leveled}: {@link #LEVELS}. What is not there needs no planning,
   * and no work a row.
   */
  Texts events(ZoneId zone, Collection<EntityName> deeds, boolean leveled) {
    var columns = ProfileTables.with(ProfileTables.EVENT, standard).columns();
    var kinds = new ArrayList<Kind>();
    kinds.add(new Kind(told(), ordersAndMessages()));
    deeds.forEach(d -> kinds.add(new Kind(HAPPENED, of(d, leveled))));
    var texts =
        kinds.stream().map(k -> k.text(columns).with("zone", Value.of(zone.getId()))).toList();
    var unfilled =
        columns.stream()
            .map(Column::name)
            .filter(c -> kinds.stream().flatMap(k -> k.parts().stream()).noneMatch(p -> p.fills(c)))
            .collect(Collectors.toSet());
    return new Texts(texts, unfilled);
  }

  /** With the steps that {@link #ordersAndMessages} reads. */
  private Sql told() {
    return HAPPENED
        .step("registration", REGISTRATION)
        .step("placed", OrderQuery.PLACED)
        .step(
            "received",
            """
            select m.customer_id,
                   d.sent_at,
                   case d.status when 'opted-out' then 'delivered' else d.status end as status,
                   d.source,
                   coalesce(d.campaign, '') as ref,
                   min(d.channel) as channel%s
            from {quality.delivery} d
            join {identity.member} m on m.source = d.source and m.record_key = d.recipient_key
            where d.sent_at is not null
              and coalesce(d.arm, 'treated') <> 'control'
              and coalesce(d.status, 'sent') in ('sent', 'delivered', 'opted-out')
            group by m.customer_id, d.sent_at, d.source, coalesce(d.campaign, ''),
                     case d.status when 'opted-out' then 'delivered' else d.status end
            """
                .formatted(addedTo("d")));
  }

  private List<Part> ordersAndMessages() {
    return List.of(
        new Part(
            "t.customer_id",
            "'registered'",
            "t.registered_at",
            "t.source",
            "t.record_key",
            Map.of(),
            "from registration t\n"),
        new Part(
            "p.customer_id",
            "'ordered'",
            "p.ordered_at",
            "p.source",
            "p.order_key",
            Map.of("amount", "p.sale", "channel", "p.channel"),
            "from placed p\n"),
        new Part(
            "o.customer_id",
            "case when o.kind = 'sale' then 'paid' else 'refunded' end",
            "o.happened_at",
            "o.source",
            "o.order_key",
            Map.of("amount", "o.amount", "channel", "o.channel"),
            """
                    from {profile.order} o
                    where o.customer_id is not null
                    """),
        new Part(
            "r.customer_id",
            "'sent'",
            "r.sent_at",
            "r.source",
            "r.ref",
            ofMessage(),
            """
                    from (
                      select x.customer_id, x.sent_at, x.source, x.ref, min(x.channel) as channel%s
                      from received x
                      group by x.customer_id, x.sent_at, x.source, x.ref
                    ) r
                    """
                .formatted(addedTo("x"))),
        new Part(
            "r.customer_id",
            "'delivered'",
            "r.sent_at",
            "r.source",
            "r.ref",
            ofMessage(),
            """
                    from received r
                    where r.status = 'delivered'
                    """));
  }

  /** A message that two lines tell of is one; of what they say of it the least stands. */
  private String addedTo(String alias) {
    return standard.companyColumns(Standard.DELIVERY).stream()
        .map(c -> ",\n       min(%1$s.%2$s) as %2$s".formatted(alias, c.name()))
        .collect(joining());
  }

  private Map<String, String> ofMessage() {
    var about = new HashMap<>(Map.of("channel", "r.channel"));
    standard.companyColumns(Standard.DELIVERY).forEach(c -> about.put(c.name(), "r." + c.name()));
    return about;
  }

  private List<Part> of(EntityName deed, boolean leveled) {
    if (deed.equals(Standard.EVENT)) {
      return List.of(deed(deed, "d.name", "d.happened_at", "d.event_no", ofEvent(leveled)));
    }
    if (deed.equals(Standard.FEEDBACK)) {
      return List.of(
          deed(
              deed,
              """
          case d.kind
                   when 'complaint' then 'complained'
                   when 'suggestion' then 'suggested'
                   when 'inquiry' then 'inquired'
                   when 'survey' then 'surveyed'
                   else 'reviewed' end""",
              "d.happened_at",
              "d.feedback_no",
              Map.of(
                  "channel", "d.channel",
                  "product_code", "d.product_code",
                  "topic", "d.topic",
                  "score", "d.score",
                  "text", "d.text")));
    }
    if (deed.equals(Standard.POINTS)) {
      return List.of(
          deed(
              deed,
              """
          case
                   when d.kind is not null then 'points_' || d.kind
                   when d.change < 0 then 'points_spent'
                   else 'points_earned' end""",
              "d.happened_at",
              "cast(null as varchar)",
              Map.of("points", "d.change", "topic", "d.reason")));
    }
    if (deed.equals(Standard.COUPON)) {
      var about = Map.of("amount", "d.amount", "topic", "d.name");
      return List.of(
          deed(deed, "'coupon_claimed'", "d.claimed_at", "d.coupon_no", about),
          deed(deed, "'coupon_used'", "d.used_at", "d.coupon_no", about));
    }
    throw new IllegalArgumentException("no deed: " + deed);
  }

  /** A category by its levels, each as a path from the first, as goods have it. */
  private static Map<String, String> ofEvent(boolean leveled) {
    var about =
        new HashMap<>(
            Map.of(
                "channel", "d.channel",
                "product_code", "d.product_code",
                "product_name", "d.product_name",
                "category",
                    "gb_category_level("
                        + (leveled ? PATH : "gb_category_path(d.category)")
                        + ", 1)",
                "keyword", "d.keyword",
                "page", "d.page",
                "seconds", "d.seconds"));
    if (leveled) {
      about.put("category_2", "gb_category_level(" + PATH + ", 2)");
      about.put("category_3", "gb_category_level(" + PATH + ", 3)");
    }
    return about;
  }

  private Part deed(
      EntityName deed, String name, String moment, String number, Map<String, String> about) {
    var all = new HashMap<>(about);
    standard.companyColumns(deed).forEach(c -> all.put(c.name(), "d." + c.name()));
    all.put("batch", nameless("d.batch", number));
    all.put("line", nameless("d.line", number));
    return new Part(
        "m.customer_id",
        name,
        moment,
        "d.source",
        number,
        all,
        """
        from {quality.%s} d
        join {identity.member} m on m.source = d.source and m.record_key = d.customer_key
        where %s is not null
        """
            .formatted(deed, moment));
  }

  private static String nameless(String column, String number) {
    return "case when %s is null then %s end".formatted(number, column);
  }

  /** Rows of one kind: what stands in each column that they fill. */
  private record Part(
      String customer,
      String name,
      String moment,
      String source,
      String ref,
      Map<String, String> about,
      String from) {
    /** With nothing in those of {@code columns} that only others fill. */
    String select(List<Column> columns) {
      return """
      select %s as customer_id,
             %s as name,
             %s as happened_at,
             %s as source,
             %s as ref%s
      %s"""
          .formatted(
              customer,
              name,
              moment,
              source,
              ref,
              columns.stream()
                  .map(c -> ",\n       " + in(c) + " as " + c.name())
                  .collect(joining()),
              from);
    }

    boolean fills(String column) {
      return ALWAYS.contains(column) || about.containsKey(column);
    }

    private String in(Column column) {
      var filled = about.get(column.name());
      return filled == null ? ProfileTables.nothing(column.type()) : filled;
    }
  }

  /**
   * Parts that one text puts together; {@code over}: {@link #HAPPENED} with the steps they read.
   */
  private record Kind(Sql over, List<Part> parts) {
    Sql text(List<Column> columns) {
      var filled =
          columns.stream()
              .filter(c -> parts.stream().anyMatch(p -> p.about().containsKey(c.name())))
              .toList();
      return over.step(
          "happened", parts.stream().map(p -> p.select(filled)).collect(joining("union all\n")));
    }
  }
}
