package io.gongbi.refresh;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.Write;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * By which version of each step, and for which day, the committed state was made.
 *
 * <p>Example: a segment is saved in version 3 while a refresh runs. Until its own run has ended,
 * version 2 stands here, and whoever shows its size says that it is being counted.
 */
public record Standing(Map<String, Done> byStep) {
  /** What a step last committed. */
  public record Done(long version, LocalDate asOf) {}

  private static final Sql DONE = Sql.of("select s.name, s.version, s.as_of from {refresh.step} s");

  public Standing {
    byStep = Map.copyOf(byStep);
  }

  /** As it is committed now. */
  public static Standing of(Warehouse warehouse, View view) {
    return of(warehouse.query(DONE, view));
  }

  static Standing of(Write write) {
    return of(write.query(DONE, View.everything()));
  }

  private static Standing of(Table done) {
    return new Standing(
        done.stream()
            .collect(
                Collectors.toMap(
                    r -> r.text("name"), r -> new Done(r.whole("version"), r.day("as_of")))));
  }

  /** Whether the step has run in the version that is wanted now. */
  public boolean has(Step step) {
    return find(step).filter(d -> d.version() == step.version()).isPresent();
  }

  /** Whether the step must do everything: new, of another meaning, or made for another day. */
  boolean isOutdated(Step step, LocalDate today) {
    return !has(step)
        || (step.looksAtToday() && find(step).filter(d -> d.asOf().equals(today)).isEmpty());
  }

  private Optional<Done> find(Step step) {
    return Optional.ofNullable(byStep.get(step.name()));
  }
}
