package io.gongbi.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code java -jar bench/target/bench.jar [NAME …]}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    subcommands = {Score.class},
    showDefaultValues = true,
    description = {
      "Measures the product beside a reference that does the same: in turns,",
      "each in a process of its own. A ratio is shown only when both come to",
      "the same answer.",
      "",
      "  online-retail  from the raw file to the first board, beside hand-written SQL",
      "                 that keeps what the product keeps",
      "  online-retail-answers  the same beside SQL that keeps nothing but the answers",
      "  head-count     heads of a segment being built, and a funnel, beside hand-written SQL",
      "  mall           the twelve files of a demo company to its first board, beside",
      "                 hand-written SQL that does the same",
      "  large-file     2 GB of order lines into a heap of 512 MB and an engine of 1 GiB, to the",
      "                 boards; only when named, beside nothing",
      "  large-json     the same with one JSON object a line",
      "  large-parquet  the same with a Parquet file (--megabytes 512 is much of that)",
      "  people         3.2 million records to ids and golden records, and 10,000 more among them;",
      "                 only when named, beside a script that takes for one who shares a value",
      "  start          from ./gongbi serve on an empty folder to the first page",
      ""
    })
final class Bench implements Callable<Integer> {
  private static final List<String> ALL =
      List.of("online-retail", "online-retail-answers", "head-count", "mall", "start");

  /** Turns after which a server answers as it does for the weeks that it runs. */
  private static final int SERVED = 20;

  /** Minutes and gigabytes each: measured when asked for by name. */
  private static final Map<String, LargeFileKind> LARGE =
      Map.of(
          "large-file", LargeFileKind.LINES,
          "large-json", LargeFileKind.EVENTS,
          "large-parquet", LargeFileKind.PARQUET);

  private static final String PEOPLE = "people";

  @Parameters(paramLabel = "NAME", description = "What to measure; everything when none is named.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--rounds", description = "Turns that count.")
  private int rounds = 5;

  @Option(names = "--warm-up", description = "Turns before them that do not.")
  private int warmUp = 1;

  @Option(names = "--customers", description = "Size of the demo company.")
  private int customers = 200_000;

  @Option(names = "--persons", description = "Whom the records of people are of.")
  private int persons = 940_000;

  @Option(names = "--megabytes", description = "Size of the large file.")
  private int megabytes = 2_048;

  @Option(names = "--engine", description = "Memory of the engine for the large file.")
  private String engine = "1GiB";

  @Option(names = "--data", description = "Folder of the real data sets.")
  private Path data = Path.of(Optional.ofNullable(System.getenv("GONGBI_TEST_DATA")).orElse(""));

  @Option(names = "--root", description = "Folder in which ./gongbi stands.")
  private Path root = Path.of("");

  @Option(names = "--out", description = "Where figures are written as JSON.")
  private Path out = Path.of("bench/target/figures");

  private final PrintStream screen = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  /** 0 when everything that was compared came to the same answer. */
  @Override
  public Integer call() throws Exception {
    var known =
        Stream.of(ALL.stream(), LARGE.keySet().stream(), Stream.of(PEOPLE))
            .flatMap(n -> n)
            .toList();
    var unknown = names.stream().filter(n -> !known.contains(n)).toList();
    if (!unknown.isEmpty()) {
      screen.println("Not known: " + unknown + ". There are " + known + ".");
      return 2;
    }
    boolean same = true;
    for (var name : names.isEmpty() ? ALL : names) {
      if (LARGE.containsKey(name)) {
        try (var scratch = new ScratchFolder(out.toAbsolutePath())) {
          LargeFile.run(scratch.path(), LARGE.get(name), megabytes, engine, screen);
        }
        continue;
      }
      if (name.equals(PEOPLE)) {
        try (var scratch = new ScratchFolder(out.toAbsolutePath())) {
          People.run(scratch.path(), persons, screen);
        }
        continue;
      }
      var report = measured(name);
      if (report.isEmpty()) continue;
      report.get().print(screen);
      report.get().write(out);
      same &= report.get().differences().isEmpty();
    }
    return same ? 0 : 1;
  }

  private Optional<Report> measured(String name) throws Exception {
    try (var scratch = new ScratchFolder(out.toAbsolutePath())) {
      var given = Arguments.of().with("scratch", scratch.path());
      return switch (name) {
        case "online-retail" -> onlineRetail(name, "retail", given);
        case "online-retail-answers" -> onlineRetail(name, "retail-answers", given);
        case "head-count" -> Optional.of(headCount(given));
        case "mall" -> Optional.of(mall(given));
        case "start" ->
            Optional.of(
                Report.of(
                    name,
                    "./gongbi serve on an empty folder to the first page with its assets",
                    new Start(root.toAbsolutePath(), scratch.path()).series(rounds()),
                    List.of()));
        default -> throw new IllegalArgumentException(name);
      };
    }
  }

  private Rounds rounds() {
    return new Rounds(warmUp, rounds);
  }

  private Optional<Report> onlineRetail(String name, String side, Arguments given)
      throws IOException {
    if (data.toString().isEmpty() || !Files.isReadable(data.resolve(Retail.FILE))) {
      screen.println("\n" + name + ": SKIPPED. Set GONGBI_TEST_DATA, or --data; no " + Retail.FILE);
      return Optional.empty();
    }
    var arguments = given.with("data", data.toAbsolutePath());
    return Optional.of(
        Report.of(
            name,
            "541,909 lines from the raw file to both tiles of the first board",
            Comparison.run(side, side + "-by-hand", arguments, rounds())));
  }

  private Report headCount(Arguments given) throws IOException {
    var folder = given.path("scratch");
    HeadCountByHand.prepare(folder, customers);
    return Report.of(
        "head-count",
        "a funnel and four conditions over a demo company of %,d customers".formatted(customers),
        Comparison.run(
            "head-count",
            "head-count-by-hand",
            given.with("folder", folder),
            rounds().warmedBy(SERVED)));
  }

  private Report mall(Arguments given) throws IOException {
    var files = MallFiles.write(given.path("scratch").resolve("files"), customers);
    var compared =
        Comparison.run("mall", "mall-by-hand", given.with("files", files.folder()), rounds());
    return Report.of(
        "mall",
        "%,d rows in the twelve files of a demo company of %,d persons, to its first board"
            .formatted(files.rows(), customers),
        compared,
        pace(compared.product(), files.rows()));
  }

  private static List<String> pace(Series product, long rows) {
    var notes = new ArrayList<String>();
    product
        .medianParts()
        .forEach(
            (part, milliseconds) ->
                notes.add(
                    String.format(
                        Locale.ROOT, "%-9s %,10.0f rows/s", part, rows / milliseconds * 1000)));
    notes.add(
        String.format(
            Locale.ROOT, "%-9s %,10.0f rows/s", "in all", rows / product.medianTotal() * 1000));
    return notes;
  }
}
