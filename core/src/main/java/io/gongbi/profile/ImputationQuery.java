package io.gongbi.profile;

import static java.util.stream.Collectors.joining;

import io.gongbi.standard.Imputed;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One rule as SQL over {@code profile.customer}. It learns from what records say and never from
 * what it or another rule has inferred. Days are counted from 1970.
 */
final class ImputationQuery {
  /** One known value in five is hidden to measure by; which ones hangs on the customer alone. */
  private static final int HIDDEN_ONE_IN = 5;

  /** A value that few have is not told from its rivals, and each costs as much as the frequent. */
  private static final int MOST_VALUES = 20;

  /** So many known pull half as hard as endlessly many would. */
  private static final int HALF = 20;

  private static final String LEARNT = "p.y is not null";
  private static final String SHOWN = "p.y is not null and not p.hidden";

  private final Imputation rule;
  private final Column column;
  private final List<ImputationKey> keys;

  /** {@code customer}: with the columns of all fields. */
  ImputationQuery(Imputation rule, TableSpec customer, Standard standard) {
    this.rule = rule;
    this.column = customer.column(rule.field().column());
    this.keys = keys(rule, standard);
  }

  private static List<ImputationKey> keys(Imputation rule, Standard standard) {
    return rule.method().by().stream()
        .flatMap(k -> ImputationKey.find(k, rule.field(), standard).stream())
        .toList();
  }

  /** {@code customer_id, guess} of whoever lacks the value and can be told it. */
  Sql guesses() {
    return learnt(
        LEARNT,
        """
        select g.customer_id,
               %s as guess
        from guess g
        join person p on p.customer_id = g.customer_id
        where p.y is null
          and g.guess is not null
        """
            .formatted(typed()));
  }

  /** Of whoever lacks the value, some that get one: {@code customer_id, guess}. */
  Sql filledExamples(int most) {
    return Sql.of(
            """
            select f.customer_id,
                   f.guess
            from filled f
            order by gb_hash(cast(f.customer_id as string)) nulls last
            limit %s
            """
                .formatted(most))
        .step("filled", guesses());
  }

  Sql filled() {
    return Sql.of("select count(*) as filled from filled f").step("filled", guesses());
  }

  /** Some of those whose value was hidden: {@code customer_id, known, guess}. */
  Sql hiddenExamples(int most) {
    return learnt(
        SHOWN,
        """
        select g.customer_id,
               c.%s as known,
               %s as guess
        from guess g
        join person p on p.customer_id = g.customer_id
        join {profile.customer} c on c.customer_id = g.customer_id
        where p.hidden
          and p.y is not null
          and g.guess is not null
        order by gb_hash(cast(g.customer_id as string)) nulls last
        limit %s
        """
            .formatted(column.name(), typed(), most));
  }

  /** One row: as {@link ProfileTables#IMPUTATION}, without what the rule fills. */
  Sql measured() {
    return learnt(
            SHOWN,
            """
            select count(j.y) as known,
                   count(*) - count(j.y) as missing,
                   count(*) filter (where j.y is not null and j.hidden) as hidden,
                   count(*) filter (where j.judged) as answered,
                   count(*) filter (where j.judged and j.guess = j.y) as hits,
                   count(*) filter (where j.judged and j.usual = j.y) as usual_hits,
                   count(*) filter (where j.judged and %s) as closer,
                   count(*) filter (where j.judged and %s) as farther,
                   %s as error,
                   %s as usual_error
            from judged j
            """
                .formatted(
                    isText()
                        ? "j.guess = j.y and j.usual <> j.y"
                        : "abs(j.guess - j.y) < abs(j.usual - j.y)",
                    isText()
                        ? "j.guess <> j.y and j.usual = j.y"
                        : "abs(j.guess - j.y) > abs(j.usual - j.y)",
                    error("j.guess"),
                    error("j.usual")))
        // What would be said without looking at anything, on the very same customers.
        .step("usual", usual())
        .step(
            "judged",
            """
            select p.y,
                   p.hidden,
                   g.guess,
                   u.usual,
                   p.hidden and p.y is not null and g.guess is not null as judged
            from person p
            left join guess g on g.customer_id = p.customer_id
            left join usual u on true
            """);
  }

  private String error(String said) {
    return isText()
        ? "cast(null as double)"
        : "median(case when j.judged then cast(abs(%s - j.y) as double) end)".formatted(said);
  }

  private String usual() {
    return isText()
        ? """
          select w.y as usual
          from (
            select p.y,
                   row_number() over (order by count(*) desc nulls last, p.y nulls last) as place
            from person p
            where %s
            group by p.y
          ) w
          where w.place = 1
          """
            .formatted(SHOWN)
        : "select median(p.y) as usual from person p where " + SHOWN;
  }

  /** {@code select} may read {@code person} and {@code guess}; {@code from}: whom it learns of. */
  private Sql learnt(String from, String select) {
    var sql = Sql.of(select).step("person", person());
    return switch (rule.method()) {
      case Imputation.Constant c -> constant(sql, c);
      case Imputation.Typical _ -> grouped(sql, from, 1, 0);
      case Imputation.Grouped g -> grouped(sql, from, g.least(), g.percent());
      case Imputation.Model m -> isText() ? bayes(sql, from, m.percent()) : corrected(sql, from);
    };
  }

  private String person() {
    var text = new StringBuilder();
    for (int i = 0; i < keys.size(); i++) {
      text.append(",\n       ").append(keys.get(i).text()).append(" as k").append(i);
    }
    return """
    select c.customer_id,
           %s as y,
           gb_hash('imputation:' || cast(c.customer_id as string)) %% %s = 0 as hidden%s
    from {profile.customer} c
    """
        .formatted(number("c." + column.name()), HIDDEN_ONE_IN, text);
  }

  private Sql constant(Sql sql, Imputation.Constant constant) {
    var name = "constant" + column.name().replace("_", "");
    return sql.with(name, constant(column.type(), constant.value()))
        .step(
            "guess",
            "select p.customer_id, %s as guess from person p".formatted(number("#" + name)));
  }

  /** Throws a runtime exception for a text that is no value of the type. */
  static Value constant(ColumnType type, String text) {
    return switch (type) {
      case TEXT -> Value.of(text);
      case DAY -> Value.of(LocalDate.parse(text));
      case DECIMAL -> Value.of(new BigDecimal(text));
      case MOMENT, WHOLE, REAL, FLAG, TEXT_LIST ->
          throw new IllegalArgumentException("nothing of this type is inferred: " + type);
    };
  }

  private Sql grouped(Sql sql, String from, int least, int percent) {
    if (isText()) {
      sql =
          sql.step(
                  "counted",
                  """
                  select %s,
                         p.y,
                         count(*) as n
                  from person p
                  where %s
                  group by all
                  """
                      .formatted(eachOr(", ", "1 as k0", i -> "p.k" + i), known(from)))
              .step(
                  "ranked",
                  """
                  select c.*,
                         sum(c.n) over (partition by %1$s) as total,
                         row_number() over (
                           partition by %1$s order by c.n desc nulls last, c.y nulls last) as place
                  from counted c
                  """
                      .formatted(eachOr(", ", "c.k0", i -> "c.k" + i)))
              .step(
                  "fit",
                  """
                  select r.*,
                         r.y as guess
                  from ranked r
                  where r.place = 1
                    and r.total >= %s
                    and 100 * r.n >= %s * r.total
                  """
                      .formatted(least, percent));
    } else {
      sql =
          sql.step(
              "fit",
              """
              select %s,
                     median(p.y) as guess
              from person p
              where %s
              group by all
              having count(*) >= %s
              """
                  .formatted(eachOr(", ", "1 as k0", i -> "p.k" + i), known(from), least));
    }
    return sql.step(
        "guess",
        "select p.customer_id, f.guess from person p join fit f on "
            + eachOr(" and ", "f.k0 = 1", i -> "f.k%1$s = p.k%1$s".formatted(i)));
  }

  /** Missing is a value like others here: that nobody told their city may say something as well. */
  private Sql bayes(Sql sql, String from, int percent) {
    return sql.step(
            "told",
            each(
                "\nunion all\n",
                i ->
                    "select p.customer_id, p.y, p.hidden, %1$s as feature, coalesce(p.k%1$s, '') as said from person p"
                        .formatted(i)))
        .step(
            "kind",
            """
            select w.y,
                   w.n
            from (
              select p.y,
                     count(*) as n,
                     row_number() over (order by count(*) desc nulls last, p.y nulls last) as place
              from person p
              where %s
              group by p.y
            ) w
            where w.place <= %s
            """
                .formatted(from, MOST_VALUES))
        .step(
            "seen",
            """
            select p.feature,
                   p.said,
                   p.y,
                   count(*) as n
            from told p
            where %s
            group by p.feature, p.said, p.y
            """
                .formatted(from))
        .step(
            "width",
            "select s.feature, count(distinct s.said) as wide from seen s group by s.feature")
        .step(
            "prior",
            """
            select c.y,
                   ln(cast(max(c.n) as double))
                     - sum(ln(cast(c.n + w.wide as double))) as weight
            from kind c
            cross join width w
            group by c.y
            """)
        // Of a value that was never seen with anything known of somebody, nothing speaks for it.
        .step(
            "score",
            """
            select p.customer_id,
                   s.y,
                   round(max(r.weight) + sum(ln(cast(s.n + 1 as double))), 6) as score
            from told p
            join seen s on s.feature = p.feature and s.said = p.said
            join prior r on r.y = s.y
            where p.y is null or p.hidden
            group by p.customer_id, s.y
            """)
        .step(
            "best",
            """
            select s.customer_id,
                   s.y,
                   s.score,
                   max(s.score) over (partition by s.customer_id) as highest,
                   row_number() over (
                     partition by s.customer_id order by s.score desc nulls last, s.y nulls last)
                     as place
            from score s
            """)
        .step(
            "guess",
            """
            select b.customer_id,
                   max(case when b.place = 1 then b.y end) as guess
            from best b
            group by b.customer_id
            having 100 >= %s * round(sum(exp(b.score - b.highest)), 6)
            """
                .formatted(percent));
  }

  /** One thing after the other, each by what those before it left; few known correct little. */
  private Sql corrected(Sql sql, String from) {
    sql =
        sql.step("base", "select median(p.y) as m from person p where " + from)
            .step("left0", "select p.*, b.m as said from person p cross join base b");
    for (int i = 0; i < keys.size(); i++) {
      sql =
          sql.step(
                  "effect" + i,
                  """
                  select p.k%1$s as k,
                         median(p.y - p.said) * count(*) / (count(*) + %2$s.0) as e
                  from left%1$s p
                  where %3$s
                    and p.k%1$s is not null
                  group by p.k%1$s
                  """
                      .formatted(i, HALF, from))
              .step(
                  "left" + (i + 1),
                  """
                  select l.customer_id,
                         l.y,
                         l.hidden,
                         %3$s,
                         l.said + coalesce(e.e, 0) as said
                  from left%1$s l
                  left join effect%1$s e on e.k = l.k%1$s
                  """
                      .formatted(i, i + 1, each(", ", k -> "l.k" + k)));
    }
    return sql.step(
        "guess",
        "select l.customer_id, l.said as guess from left%s l where %s"
            .formatted(keys.size(), each(" or ", i -> "l.k" + i + " is not null")));
  }

  private String known(String from) {
    return from + each("", i -> " and p.k" + i + " is not null");
  }

  private boolean isText() {
    return column.type() == ColumnType.TEXT;
  }

  private String number(String value) {
    return switch (column.type()) {
      case TEXT -> value;
      case DAY -> "cast(gb_days(date '1970-01-01', " + value + ") as double)";
      case DECIMAL, MOMENT, WHOLE, REAL, FLAG, TEXT_LIST -> "cast(" + value + " as double)";
    };
  }

  private String typed() {
    return switch (column.type()) {
      case TEXT -> "g.guess";
      case DAY -> "cast(date '1970-01-01' + cast(round(g.guess) as integer) as date)";
      case DECIMAL, MOMENT, WHOLE, REAL, FLAG, TEXT_LIST ->
          "cast(round(g.guess, 4) as decimal(18,4))";
    };
  }

  private String each(String between, Function<Integer, String> text) {
    return IntStream.range(0, keys.size()).boxed().map(text).collect(joining(between));
  }

  private String eachOr(String between, String none, Function<Integer, String> text) {
    return keys.isEmpty() ? none : each(between, text);
  }

  /**
   * The customers of whom anything else is to stand in the columns of {@link Imputed} than stands
   * there, with all of these columns. A field without a rule has nothing there.
   */
  static Sql changed(List<ImputationQuery> rules, TableSpec customer) {
    var columns = imputed(customer);
    var joins = new StringBuilder();
    for (var rule : rules) {
      joins.append(
          "\nleft join of_%1$s on of_%1$s.customer_id = c.customer_id"
              .formatted(rule.column.name()));
    }
    var sql =
        Sql.of(
            "select c.customer_id,\n       %s\nfrom {profile.customer} c%s\nwhere %s"
                .formatted(
                    columns.stream()
                        .map(c -> now(c, rules) + " as " + c.name())
                        .collect(joining(",\n       ")),
                    joins,
                    columns.stream()
                        .map(c -> now(c, rules) + " is distinct from c." + c.name())
                        .collect(joining("\n   or "))));
    for (var rule : rules) sql = sql.step("of_" + rule.column.name(), rule.guesses());
    return sql;
  }

  static List<Column> imputed(TableSpec customer) {
    return customer.columns().stream().filter(c -> Imputed.field(c.name()).isPresent()).toList();
  }

  private static String now(Column column, List<ImputationQuery> rules) {
    var field = Imputed.field(column.name()).orElseThrow();
    return rules.stream().anyMatch(r -> r.column.name().equals(field))
        ? "of_%s.guess".formatted(field)
        : ProfileTables.nothing(column.type());
  }

  /** One row: how many customers have each of these fields, or a guess at it, and how many are. */
  static Sql shares(List<String> fields) {
    return Sql.of(
        fields.stream()
                .map(
                    f ->
                        "count(c.%1$s) as %1$s, count(c.%2$s) as %2$s"
                            .formatted(f, Imputed.column(f)))
                .collect(joining(",\n       ", "select count(*) as customers,\n       ", ""))
            + "\nfrom {profile.customer} c");
  }

  static Sql accuracy() {
    return Sql.of("select a.* from {profile.imputation} a order by a.field nulls last");
  }
}
