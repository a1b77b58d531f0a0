package io.gongbi.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench score --links links.csv --truth persons.csv [--evidence evidence.csv]}. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = {
      "Scores who was taken for one customer against a truth:",
      "pairs and B-cubed, precision, recall and F1."
    })
final class Score implements Callable<Integer> {
  @Option(
      names = "--links",
      required = true,
      description = "What ./gongbi export links wrote: source, source_record_id, customer_id.")
  private Path links = Path.of("");

  @Option(names = "--truth", required = true, description = "CSV with source, record_key, person.")
  private Path truth = Path.of("");

  @Option(
      names = "--evidence",
      description = "CSV with source, record_key, kind, value: what records can be told by.")
  private Optional<Path> evidence = Optional.empty();

  @Override
  public Integer call() throws Exception {
    LinkScore.of(links, truth, evidence)
        .print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    return 0;
  }
}
