package io.gongbi.server.http;

import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.tag.Why;
import io.gongbi.trait.Trait;
import io.gongbi.warehouse.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Why a customer has a tag or is in a segment, or not. */
public record WhyView(
    boolean holds,
    Value value,
    Optional<Instant> since,
    LocalDate asOf,
    Optional<Period> span,
    List<AtomView> atoms,
    List<ChangeView> changes,
    String sql) {
  /** {@code nothing}: where no row was found, which days were searched. */
  public record AtomView(
      Label text,
      boolean holds,
      Value found,
      Label wanted,
      Optional<Period> span,
      Optional<Label> nothing,
      TableView rows) {}

  public record ChangeView(
      Instant happenedAt, Optional<String> before, Optional<String> after, String cause) {}

  static WhyView of(Why why) {
    return new WhyView(
        why.holds(),
        why.value(),
        why.since(),
        why.asOf().day(),
        why.span(),
        why.atoms().stream()
            .map(
                a ->
                    new AtomView(
                        a.text(),
                        a.holds(),
                        a.found(),
                        a.wanted(),
                        a.span(),
                        a.nothing(),
                        TableView.of(a.rows())))
            .toList(),
        why.changes().stream()
            .map(
                c ->
                    new ChangeView(
                        c.happenedAt(),
                        c.before().map(Trait::read),
                        c.after().map(Trait::read),
                        c.cause().text()))
            .toList(),
        why.sql());
  }
}
