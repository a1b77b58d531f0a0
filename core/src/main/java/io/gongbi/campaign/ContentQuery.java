package io.gongbi.campaign;

import io.gongbi.calendar.AsOf;
import io.gongbi.channel.SmsText;
import io.gongbi.standard.FieldKey;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The personal fields of an audience and the words made of them, as {@link MessageText#filled}
 * makes them one by one: here for all at once, to count who lacks something and what will be
 * billed.
 */
final class ContentQuery {
  private ContentQuery() {}

  /** The columns of all fields, behind an alias, a line each. */
  static String columns(String alias) {
    return Arrays.stream(PersonalField.values())
        .map(f -> alias + "." + f.code())
        .collect(Collectors.joining(",\n       "));
  }

  /** The fields of {@code c} in the audience; what no message asks for is not looked up. */
  static String values(Set<PersonalField> asked) {
    return Arrays.stream(PersonalField.values())
        .map(f -> value(f, asked.contains(f)) + " as " + f.code())
        .collect(Collectors.joining(",\n       "));
  }

  private static String value(PersonalField field, boolean asked) {
    return switch (field) {
      case NAME, CITY, LEVEL -> "c." + field.code();
      case POINTS -> asked ? "cast(cast(p.points as bigint) as varchar)" : NOTHING;
      case DAYS -> asked ? "cast(gb_days(c.last_order_day, #as_of_day) as varchar)" : NOTHING;
      case PRODUCT -> asked ? "b.product" : NOTHING;
    };
  }

  private static final String NOTHING = "cast(null as varchar)";

  static String joins(Set<PersonalField> asked) {
    return (asked.contains(PersonalField.POINTS)
            ? "left join balance p on p.customer_id = a.customer_id\n"
            : "")
        + (asked.contains(PersonalField.PRODUCT)
            ? "left join basket b on b.customer_id = a.customer_id\n"
            : "");
  }

  /** The steps behind {@link #joins}; they read {@code arms}. */
  static Sql steps(Sql audience, Set<PersonalField> asked, AsOf asOf) {
    var sql = audience.with("as_of_day", Value.of(asOf.day()));
    if (asked.contains(PersonalField.POINTS)) {
      sql =
          sql.step(
              "balance",
              """
              select e.customer_id,
                     floor(sum(e.points)) as points
              from {profile.event} e
              where e.points is not null
                and e.customer_id in (select m.customer_id from arms m)
              group by e.customer_id
              having sum(e.points) >= 1
              """);
    }
    if (asked.contains(PersonalField.PRODUCT)) {
      sql =
          sql.step(
              "basket",
              """
              select g.customer_id,
                     g.product_name as product
              from (
                select i.customer_id,
                       i.product_name,
                       row_number() over (
                         partition by i.customer_id
                         order by i.happened_at desc nulls last,
                                  i.amount desc nulls last,
                                  i.product_name nulls last
                       ) as place
                from {profile.item} i
                where i.kind = 'sale'
                  and i.product_name is not null
                  and i.customer_id in (select m.customer_id from arms m)
              ) g
              where g.place = 1
              """);
    }
    return sql;
  }

  /**
   * Whose number was refused when their rows were cleaned, and for which reason. A buyer of a
   * platform has perhaps no other.
   */
  static final String UNREACHED =
      """
      select m.customer_id,
             case when max(case when q.reason = 'quality.privacy-number' then 1 else 0 end) = 1
               then 'PRIVACY_NUMBER' else 'MASKED_NUMBER' end as refused
      from {quality.quarantine} q
      join {quality.customer} k on k.source = q.source and k.batch = q.batch and k.line = q.line
      join {identity.member} m on m.source = k.source and m.record_key = k.record_key
      where q.field = 'customer.phone'
        and q.reason in ('quality.privacy-number', 'quality.phone-masked')
      group by m.customer_id
      """;

  static boolean isPhone(FieldKey address) {
    return address.column().equals("phone");
  }

  /** Whether one of {@code f} lacks what the message needs. */
  static String lacking(MessageText text, String alias) {
    var missing =
        text.needed().stream()
            .map(f -> "coalesce(trim(" + alias + "." + f.code() + "), '') = ''")
            .collect(Collectors.joining(" or "));
    return missing.isEmpty() ? "false" : "(" + missing + ")";
  }

  /** Whether one of {@code f} lacks anything that the message names. */
  static String incomplete(MessageText text, String alias) {
    var missing =
        text.fields().stream()
            .map(f -> "coalesce(trim(" + alias + "." + f.code() + "), '') = ''")
            .collect(Collectors.joining(" or "));
    return missing.isEmpty() ? "false" : "(" + missing + ")";
  }

  /** {@code people} with the words for each as {@code text}; other columns stay. */
  static Sql texts(Sql people, MessageText message) {
    var sql = Sql.of("");
    var words = new StringBuilder("''");
    int at = 0;
    for (var piece : message.pieces()) {
      at++;
      switch (piece) {
        case MessageText.Piece.Words w -> {
          words.append(" || #words").append(at);
          sql = sql.with("words" + at, Value.of(w.words()));
        }
        case MessageText.Piece.Personal p -> {
          words
              .append(" || coalesce(nullif(trim(f.")
              .append(p.field().code())
              .append("), ''), #words")
              .append(at)
              .append(")");
          sql = sql.with("words" + at, Value.of(p.otherwise().orElse(p.written())));
        }
      }
    }
    return new Sql(
            java.util.List.of(),
            "select f.*, %s as text from people f".formatted(words),
            sql.values())
        .step("people", people);
  }

  /** How many of whom the message reaches are billed for one part, for two … */
  static Sql bills(Sql fates, MessageText message) {
    return Sql.of(
            """
            select b.parts,
                   count(*) as people
            from (
              select case when gb_units(t.text) <= #whole then 1
                          else cast(ceil(gb_units(t.text) / cast(#part as double)) as bigint) end as parts
              from texts t
            ) b
            group by b.parts
            order by b.parts nulls last
            """)
        .with("whole", Value.of(SmsText.WHOLE))
        .with("part", Value.of(SmsText.PART))
        .step(
            "texts",
            texts(
                Sql.of("select r.* from fates r where r.fate = 'REACHED'").step("fates", fates),
                message));
  }

  /** A few of an audience, the one who gets the longest words, and one who lacks a field. */
  static Sql picks(Sql audience, MessageText message, int few) {
    var columns = "t.customer_id, t.arm, t.address, " + columns("t").replaceAll("\\s+", " ");
    return Sql.of(
            """
            select u.*
            from (
              select 3 as pick, %1$s
              from texts t
              order by case when t.address is null then 1 else 0 end,
                       md5(cast(t.customer_id as varchar)) nulls last
              limit #few
            ) u
            union all
            select u.*
            from (
              select 1 as pick, %1$s
              from texts t
              where t.address is not null
                and not %2$s
              order by gb_units(t.text) desc nulls last, t.customer_id nulls last
              limit 1
            ) u
            union all
            select u.*
            from (
              select 2 as pick, %1$s
              from texts t
              where t.address is not null
                and %3$s
              order by t.customer_id nulls last
              limit 1
            ) u
            """
                .formatted(columns, lacking(message, "t"), incomplete(message, "t")))
        .with("few", Value.of(few))
        .step("texts", texts(audience, message));
  }
}
