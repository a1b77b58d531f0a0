package io.gongbi.bench;

import io.gongbi.Gongbi;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.UserId;
import io.gongbi.profile.EventKind;
import io.gongbi.profile.ProfileTables;
import io.gongbi.profile.Profiles;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * The portrait of a customer with 100,000 events, such as a staff card that everybody's purchases
 * are put on: each part of the page by itself, in milliseconds, median and worst of nine after one
 * to warm up, and how many rows it brings. Takes the folder of a company, which should be a copy,
 * for the events stay in it: {@code BusyCustomer FOLDER [EVENTS]}.
 */
final class BusyCustomer {
  private static final Viewer SOMEBODY = new Viewer(new UserId("somebody"), Role.administrator());
  private static final int ROUNDS = 9;
  private static final int PAGE = 60;

  private BusyCustomer() {}

  public static void main(String[] arguments) throws Exception {
    int events = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    try (var gongbi = Gongbi.open(Path.of(arguments[0]), Clock.systemUTC())) {
      var customer = busiest(gongbi);
      plant(gongbi, customer, events);
      var profiles = gongbi.profiles();
      System.out.printf(
          Locale.ROOT,
          "customer %d, %,d events of %,d%n",
          customer.value(),
          events(gongbi, customer),
          events(gongbi));
      time(
          "portrait with all panels",
          () ->
              profiles.portrait(customer, SOMEBODY).panels().stream()
                  .mapToLong(p -> p.table().size())
                  .max()
                  .orElse(0));
      time("first page of the story", () -> page(profiles, customer, Optional.empty(), 1));
      time("first page of one kind", () -> page(profiles, customer, Optional.of("bought"), 1));
      time("tenth page after the first nine", () -> page(profiles, customer, Optional.empty(), 10));
      time("rhythm of the week", () -> (long) profiles.rhythm(customer, SOMEBODY).size());
      time(
          "deeds, likes and places",
          () -> {
            var habits = profiles.habits(customer, SOMEBODY);
            return habits.deeds().size() + habits.likes().size() + (long) habits.places().size();
          });
    }
  }

  /** Reads as many pages as told; the rows of the last. */
  private static long page(
      Profiles profiles, CustomerId customer, Optional<String> kind, int pages) {
    Optional<String> before = Optional.empty();
    long rows = 0;
    for (int i = 0; i < pages; i++) {
      var page = profiles.timeline(customer, SOMEBODY, kind.flatMap(EventKind::find), before, PAGE);
      rows = page.rows().size();
      before = page.next();
    }
    return rows;
  }

  private static void time(String what, Callable<Long> part) throws Exception {
    long rows = part.call();
    var took = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      part.call();
      took[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(took);
    System.out.printf(
        Locale.ROOT,
        "%-34s median %7.1f ms, worst %7.1f ms, %d rows%n",
        what,
        took[ROUNDS / 2],
        took[ROUNDS - 1],
        rows);
  }

  private static CustomerId busiest(Gongbi gongbi) {
    var sql =
        Sql.of(
            """
            select c.customer_id
            from {profile.customer} c
            order by c.orders desc nulls last, c.customer_id nulls last
            limit 1
            """);
    return new CustomerId(
        gongbi.warehouse().query(sql, View.everything()).only().whole("customer_id"));
  }

  private static long events(Gongbi gongbi, CustomerId customer) {
    var sql =
        Sql.of("select count(*) as n from {profile.event} e where e.customer_id = #customer")
            .with("customer", Value.of(customer.value()));
    return gongbi.warehouse().query(sql, View.everything()).only().whole("n");
  }

  private static long events(Gongbi gongbi) {
    return gongbi
        .warehouse()
        .query(Sql.of("select count(*) as n from {profile.event} e"), View.everything())
        .only()
        .whole("n");
  }

  /** The events of the whole company, given to one until there are enough. */
  private static void plant(Gongbi gongbi, CustomerId customer, int events) {
    long missing = events - events(gongbi, customer);
    if (missing <= 0) return;
    var sql =
        Sql.of(
                """
                select #customer as customer_id,
                       e.name,
                       e.happened_at,
                       e.day,
                       e.amount,
                       e.source,
                       e.ref,
                       e.channel,
                       e.product_code,
                       e.product_name,
                       e.category,
                       e.keyword,
                       e.page,
                       e.topic,
                       e.score,
                       e.points,
                       e.seconds,
                       e.text
                from {profile.event} e
                where e.customer_id <> #customer
                order by e.happened_at desc nulls last, e.ref nulls last
                limit #missing
                """)
            .with("customer", Value.of(customer.value()))
            .with("missing", Value.of(missing));
    try (var write = gongbi.warehouse().write(Set.of("profile"))) {
      write.append(ProfileTables.EVENT, sql, View.everything());
      write.commit();
    }
  }
}
