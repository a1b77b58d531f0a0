package io.gongbi.bench;

import io.gongbi.Gongbi;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.View;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records that name somebody, from four files to ids and golden records: members, accounts, users
 * of the mini-programme and the tills. First a tenth of them, then all: what a record costs may not
 * grow with how many there are. Then 10,000 new accounts arrive among all of them. Beside it stands
 * a script that reads and cleans the same files, takes for one customer whoever shares a value, and
 * keeps one row of each: the least that has to be done, without a model, reasons or a way back.
 */
final class People {
  private static final Set<String> PARTS = Set.of("land", "quality", "identity", "profile");
  private static final int ARRIVALS = 3;
  private static final int ARRIVING = 10_000;

  /** Some 5 in 6 have an account. */
  private static final int PERSONS_TO_ARRIVE = 12_500;

  private static final int SEED_OF_ARRIVALS = 7;
  private static final int LINE_ENDS = 6;

  private People() {}

  static void run(Path scratch, int persons, PrintStream screen) throws Exception {
    var arrivals = arrivals(scratch.resolve("arriving"));
    for (int size : new int[] {persons / 10, persons}) {
      var folder = scratch.resolve("of-" + size);
      var files = MallFiles.write(folder.resolve("files"), size);
      long records = named(files).stream().mapToLong(MallFiles.Entry::rows).sum();
      screen.printf(
          Locale.ROOT, "%npeople: %,d records in 4 files, of %,d persons%n", records, size);
      child("by-hand", files.folder(), Stream.of());
      child(
          "product",
          files.folder(),
          size == persons ? arrivals.stream().map(Path::toString) : Stream.of());
    }
  }

  private static void child(String side, Path files, Stream<String> arrivals) throws Exception {
    var arguments = Stream.concat(Stream.of(side, files.toString()), arrivals);
    var child = OwnJvm.of(People.class, arguments).inheritIO().start();
    if (child.waitFor() != 0)
      throw new IllegalStateException(side + " ended with " + child.exitValue());
  }

  /** Accounts of other persons, under ids that nobody has yet. */
  private static List<Path> arrivals(Path folder) throws IOException {
    var files = new ArrayList<Path>();
    for (int a = 0; a < ARRIVALS; a++) {
      var written =
          MallFiles.write(folder.resolve("of-" + a), PERSONS_TO_ARRIVE, SEED_OF_ARRIVALS + a);
      var users = written.folder().resolve(MallFiles.USERS);
      var first = String.valueOf(LINE_ENDS + a);
      try (var lines = Files.lines(users, StandardCharsets.UTF_8)) {
        var some =
            lines
                .limit(ARRIVING + 1L)
                .map(l -> l.startsWith("1") ? first + l.substring(1) : l)
                .toList();
        var file = Files.createDirectories(folder.resolve("in-" + a)).resolve(MallFiles.USERS);
        Files.write(file, some, StandardCharsets.UTF_8);
        files.add(file);
      }
    }
    return files;
  }

  private static List<MallFiles.Entry> named(MallFiles files) {
    return files.files().stream().filter(f -> MallFiles.NAMING.contains(f.name())).toList();
  }

  /** In a process of its own: SIDE FILES ARRIVAL… */
  public static void main(String[] arguments) throws Exception {
    var files = MallFiles.in(Path.of(arguments[1]));
    if (arguments[0].equals("by-hand")) byHand(files);
    else product(files, Stream.of(arguments).skip(2).map(Path::of).toList());
  }

  private static void product(MallFiles files, List<Path> arrivals) throws IOException {
    var items = named(files).stream().map(Mall::suggested).toList();
    long records = named(files).stream().mapToLong(MallFiles.Entry::rows).sum();
    try (var scratch = new ScratchFolder(files.folder());
        var gongbi = Gongbi.open(scratch.path().resolve("company"), Clock.systemUTC())) {
      var watch = new Stopwatch();
      watch.start();
      Arrival.of(gongbi, items, watch);
      tell("product", watch.milliseconds(), watch.cpuMilliseconds(), records, customers(gongbi));
      for (var arrival : arrivals) {
        var again = new Stopwatch();
        again.start();
        Arrival.of(gongbi, List.of(Mall.suggested(new MallFiles.Entry(arrival, ARRIVING))), again);
        tell(
            "10,000 more",
            again.milliseconds(),
            again.cpuMilliseconds(),
            ARRIVING,
            customers(gongbi));
      }
    }
  }

  private static long customers(Gongbi gongbi) {
    return gongbi
        .warehouse()
        .query(Sql.of("select count(*) as customers from {profile.customer} c"), View.everything())
        .only()
        .whole("customers");
  }

  private static void byHand(MallFiles files) throws Exception {
    long records = named(files).stream().mapToLong(MallFiles.Entry::rows).sum();
    try (var scratch = new ScratchFolder(files.folder());
        var connection =
            DriverManager.getConnection("jdbc:duckdb:" + scratch.path().resolve("by-hand.duckdb"));
        var statement = connection.createStatement()) {
      var watch = new Stopwatch();
      watch.start();
      statement.execute("begin");
      for (var text : RetailByHand.text("people-by-hand.sql").split(";\\s*\n"))
        statement.execute(text.replace("$folder", files.folder().toString()));
      statement.execute("commit");
      watch.lap("all");
      try (var rows = statement.executeQuery("select count(*) from customer")) {
        rows.next();
        tell("by hand", watch.milliseconds(), watch.cpuMilliseconds(), records, rows.getLong(1));
      }
    }
  }

  private static void tell(
      String who, Map<String, Double> parts, double cpu, long records, long customers)
      throws IOException {
    double all = parts.values().stream().mapToDouble(Double::doubleValue).sum();
    double golden =
        parts.entrySet().stream()
            .filter(p -> PARTS.contains(p.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    System.out.printf(
        Locale.ROOT,
        "  %-12s %7.1f s  cpu %6.1f s  %,7.0f records/s in all, %s  %,d customers  peak %,d MB%n",
        who,
        all / 1000,
        cpu / 1000,
        records / all * 1000,
        golden == 0
            ? ""
            : String.format(Locale.ROOT, "%,.0f to golden records", records / golden * 1000),
        customers,
        Memory.peakBytes().orElse(0) >> 20);
    System.out.println(
        parts.entrySet().stream()
            .map(p -> String.format(Locale.ROOT, "%s %.1f s", p.getKey(), p.getValue() / 1000))
            .collect(Collectors.joining(", ", "               ", "")));
  }
}
