package io.gongbi.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How well records were brought together, by a truth that says whose each is. Persons p {a, b, c}
 * and q {d}, customers 1 {a, b} and 2 {c, d}: of 2 pairs that were brought together 1 is right, of
 * 3 that belong together 1 was found: precision 1/2, recall 1/3, F1 0.4. By B-cubed each record
 * counts alike: precision (1 + 1 + 1/2 + 1/2) / 4, recall (2/3 + 2/3 + 1/3 + 1) / 4 (Bagga and
 * Baldwin, "Entity-based cross-document coreferencing using the vector space model", 1998).
 *
 * @param unlinked records of the truth that no customer has; each counts as a customer of its own
 * @param unknown records of customers that the truth does not tell of; they count nowhere
 * @param mixed customers made of more than one person
 * @param mostPersons persons in the customer that is made of most
 * @param telling pairs of one person that share any evidence, where the evidence was given
 * @param found those of them that were brought together
 */
record LinkScore(
    long records,
    long persons,
    long customers,
    long unlinked,
    long unknown,
    long pairsTrue,
    long pairsMade,
    long pairsRight,
    double cubedPrecision,
    double cubedRecall,
    long mixed,
    long mostPersons,
    Optional<Long> telling,
    Optional<Long> found) {

  /** Of {@code yes} things out of {@code all}; of none, nothing was wrong. */
  private static double share(long yes, long all) {
    return all == 0 ? 1 : (double) yes / all;
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  double precision() {
    return share(pairsRight, pairsMade);
  }

  double recall() {
    return share(pairsRight, pairsTrue);
  }

  /** Of the pairs that anybody could know of. */
  Optional<Double> recallOfTelling() {
    return telling.map(t -> share(found.orElse(0L), t));
  }

  private static final List<String> GROUPS =
      List.of(
          """
          create temp view sized as
          select count(*) as n, person, customer from told group by person, customer
          """,
          """
          create temp view of_customer as
          select customer, count(*) as n, count(distinct person) as persons
          from told group by customer
          """,
          "create temp view of_person as select person, count(*) as n from told group by person");

  /**
   * Both files are CSV with a head: {@code links} as {@code gongbi export links} writes it, {@code
   * truth} with source, record_key and person, {@code evidence} with source, record_key, kind and
   * value.
   */
  static LinkScore of(Path links, Path truth, Optional<Path> evidence) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
      read(connection, "link", links);
      read(connection, "truth", truth);
      run(
          connection,
          """
          create temp table told as
          select t.source, t.record_key, t.person,
                 coalesce(l.customer_id, 'none:' || t.source || ':' || t.record_key) as customer
          from truth t
          left join link l on l.source = t.source and l.source_record_id = t.record_key
          """);
      for (var view : GROUPS) run(connection, view);
      Optional<Long> telling = Optional.empty();
      Optional<Long> found = Optional.empty();
      if (evidence.isPresent()) {
        read(connection, "evidence", evidence.get());
        run(connection, TELLING);
        telling = Optional.of(count(connection, "select count(*) from telling"));
        found =
            Optional.of(
                count(connection, "select count(*) from telling where customer = other_customer"));
      }
      return new LinkScore(
          count(connection, "select count(*) from told"),
          count(connection, "select count(*) from of_person"),
          count(connection, "select count(*) from of_customer"),
          count(connection, "select count(*) from told where customer like 'none:%'"),
          count(
              connection,
              """
              select count(*) from link l anti join truth t
              on l.source = t.source and l.source_record_id = t.record_key
              """),
          count(connection, "select coalesce(sum(n * (n - 1) // 2), 0)::bigint from of_person"),
          count(connection, "select coalesce(sum(n * (n - 1) // 2), 0)::bigint from of_customer"),
          count(connection, "select coalesce(sum(n * (n - 1) // 2), 0)::bigint from sized"),
          number(
              connection,
              """
              select sum(s.n * s.n / c.n) / sum(s.n)
              from sized s join of_customer c on c.customer = s.customer
              """),
          number(
              connection,
              """
              select sum(s.n * s.n / p.n) / sum(s.n)
              from sized s join of_person p on p.person = s.person
              """),
          count(connection, "select count(*) from of_customer where persons > 1"),
          count(connection, "select coalesce(max(persons), 0)::bigint from of_customer"),
          telling,
          found);
    }
  }

  /** Pairs of records of one person that have a line of evidence in common, each pair once. */
  private static final String TELLING =
      """
      create temp table telling as
      select distinct a.source, a.record_key, b.source as other_source, b.record_key as other_key,
             a.customer, b.customer as other_customer
      from (select r.*, e.kind, e.value from told r
            join evidence e on e.source = r.source and e.record_key = r.record_key) a
      join (select r.*, e.kind, e.value from told r
            join evidence e on e.source = r.source and e.record_key = r.record_key) b
        on b.person = a.person and b.kind = a.kind and b.value = a.value
       and (b.source, b.record_key) > (a.source, a.record_key)
      """;

  private static void read(Connection connection, String table, Path file) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "create temp table %s as from read_csv(?, header = true, all_varchar = true)"
                .formatted(table))) {
      statement.setString(1, file.toString());
      statement.execute();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> T ask(Connection connection, String sql, Reader<T> reader)
      throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return reader.read(rows);
    }
  }

  private static long count(Connection connection, String sql) throws SQLException {
    return ask(connection, sql, r -> r.getLong(1));
  }

  private static double number(Connection connection, String sql) throws SQLException {
    return ask(connection, sql, r -> r.getDouble(1));
  }

  void print(PrintStream screen) {
    screen.printf(
        Locale.ROOT,
        "records %,d of %,d persons, in %,d customers; %,d without a customer, %,d records of"
            + " customers not in the truth%n",
        records,
        persons,
        customers,
        unlinked,
        unknown);
    screen.printf(
        Locale.ROOT,
        "pairs     precision %.4f  recall %.4f  F1 %.4f   (%,d right of %,d made, %,d to be found)%n",
        precision(),
        recall(),
        f1(precision(), recall()),
        pairsRight,
        pairsMade,
        pairsTrue);
    screen.printf(
        Locale.ROOT,
        "B-cubed   precision %.4f  recall %.4f  F1 %.4f%n",
        cubedPrecision,
        cubedRecall,
        f1(cubedPrecision, cubedRecall));
    recallOfTelling()
        .ifPresent(
            r ->
                screen.printf(
                    Locale.ROOT,
                    "evidence  recall %.4f  F1 %.4f   (%,d of %,d pairs that share any)%n",
                    r,
                    f1(precision(), r),
                    found.orElse(0L),
                    telling.orElse(0L)));
    screen.printf(
        Locale.ROOT,
        "customers of more than one person %,d; the largest is made of %,d persons%n",
        mixed,
        mostPersons);
  }
}
