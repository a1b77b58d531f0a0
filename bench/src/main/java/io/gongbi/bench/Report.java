package io.gongbi.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One measurement, for people as a table and for machines as JSON. */
record Report(
    String name,
    String what,
    List<Series> series,
    Optional<Double> ratio,
    Optional<Double> cpuRatio,
    List<String> differences,
    List<String> notes) {
  Report {
    series = List.copyOf(series);
    differences = List.copyOf(differences);
    notes = List.copyOf(notes);
  }

  static Report of(String name, String what, Comparison comparison) {
    return of(name, what, comparison, List.of());
  }

  static Report of(String name, String what, Comparison comparison, List<String> notes) {
    return new Report(
        name,
        what,
        List.of(comparison.product(), comparison.reference()),
        comparison.ratio(),
        comparison.cpuRatio(),
        comparison.differences(),
        notes);
  }

  static Report of(String name, String what, Series series, List<String> notes) {
    return new Report(
        name, what, List.of(series), Optional.empty(), Optional.empty(), List.of(), notes);
  }

  void print(PrintStream out) {
    out.println();
    out.println(name + ": " + what);
    for (var side : series) {
      out.printf(
          Locale.ROOT,
          "  %-9s %,9.0f ms   cpu %,9.0f ms   %s   %s%n",
          side.side(),
          side.medianTotal(),
          side.medianCpu(),
          side.peakBytes().isPresent()
              ? "peak %,d MB".formatted(side.peakBytes().getAsLong() >> 20)
              : "peak unknown",
          side.medianParts().entrySet().stream()
              .map(e -> "%s %,.0f".formatted(e.getKey(), e.getValue()))
              .collect(Collectors.joining(" · ")));
    }
    ratio.ifPresent(
        r ->
            out.printf(
                Locale.ROOT,
                "  ratio %.2f   of processor time %.2f   (same answer in %d values, medians of %d)%n",
                r,
                cpuRatio.orElseThrow(),
                series.getFirst().turns().getFirst().checksum().values().size(),
                series.getFirst().turns().size()));
    if (!differences.isEmpty()) {
      out.println("  no ratio: the two sides do not come to the same answer");
      differences.forEach(d -> out.println("    " + d));
    }
    notes.forEach(n -> out.println("  " + n));
    out.flush();
  }

  /** {@code bench/target/figures/online-retail.json}. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(name + ".json"),
        Sides.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(figures()));
  }

  private Map<String, Object> figures() {
    var sides = new ArrayList<Map<String, Object>>();
    for (var side : series) {
      var figures = new LinkedHashMap<String, Object>();
      figures.put("side", side.side());
      figures.put("medianMilliseconds", side.medianTotal());
      figures.put("medianCpuMilliseconds", side.medianCpu());
      figures.put("medianPartsMilliseconds", side.medianParts());
      side.peakBytes().ifPresent(b -> figures.put("peakBytes", b));
      figures.put("milliseconds", side.turns().stream().map(Turn::total).toList());
      figures.put("answer", side.turns().getFirst().checksum().values());
      sides.add(figures);
    }
    var figures = new LinkedHashMap<String, Object>();
    figures.put("name", name);
    figures.put("what", what);
    figures.put("processors", Runtime.getRuntime().availableProcessors());
    figures.put("sides", sides);
    ratio.ifPresent(r -> figures.put("ratio", r));
    cpuRatio.ifPresent(r -> figures.put("cpuRatio", r));
    figures.put("differences", differences);
    figures.put("notes", notes);
    return figures;
  }
}
