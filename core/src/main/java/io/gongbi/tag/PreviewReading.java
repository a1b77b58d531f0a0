package io.gongbi.tag;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.condition.Conditions;
import io.gongbi.fault.Faults;
import io.gongbi.trait.Trait;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;

/** Reads what a rule would say before it is saved. */
record PreviewReading(Warehouse warehouse, Conditions conditions, Gate gate) {
  /** As many values as a page has room for. */
  private static final int MOST_VALUES = 50;

  /** As many categories as a person wants to look through, with the line of all. */
  private static final int MOST_LINES = 31;

  /**
   * Throws {@code tag.preview-needs-everybody} for somebody who sees some customers only, where the
   * rule holds everybody against everybody: from a part it would draw other lines than when saved.
   */
  TagPreview preview(TagRule rule, Trait trait, Viewer viewer, AsOf asOf) {
    if (rule.needsEverybody() && !viewer.seesEverybody()) {
      throw Faults.bad("tag.preview-needs-everybody", "rule");
    }
    var rows = TagQuery.rows(rule, asOf, conditions.ground());
    boolean listed =
        trait.type() == ColumnType.TEXT || trait.type() == ColumnType.FLAG || trait.isSeveral();
    var found =
        warehouse.query(
            TagQuery.counted(rows, trait.isSeveral(), MOST_VALUES), gate.figures(viewer));
    var first = found.first();
    return new TagPreview(
        first.map(r -> r.whole("holders")).orElse(0L),
        first.map(r -> r.whole("of_all")).orElse(0L),
        listed
            ? found.stream()
                .filter(r -> !r.missing("value"))
                .map(
                    r ->
                        new TagView.Count(
                            r.value("value"), trait.shown(r.value("value")), r.whole("customers")))
                .toList()
            : List.of(),
        asOf);
  }

  /** From all customers, whoever looks. */
  Rhythm rhythm(TagRule.Lifecycle rule, AsOf asOf) {
    var sql = LifecycleQuery.rhythm(rule, asOf, conditions.ground(), MOST_LINES + 1);
    var rows = warehouse.query(sql, gate.figures(Viewer.system())).stream().toList();
    var lines = rows.stream().filter(r -> !r.missing("risk_line")).map(r -> line(rule, r)).toList();
    var categories = lines.stream().filter(l -> l.category().isPresent()).toList();
    return new Rhythm(
        asOf,
        lines.stream().filter(l -> l.category().isEmpty()).findFirst(),
        categories.stream().limit(MOST_LINES - 1).toList(),
        rows.stream()
            .findFirst()
            .filter(r -> !r.missing("loyal_line"))
            .map(r -> r.real("loyal_line")),
        categories.size() >= MOST_LINES);
  }

  private static Rhythm.Line line(TagRule.Lifecycle rule, Row row) {
    long gaps = row.whole("gaps");
    double risk = row.real("risk_line");
    return new Rhythm.Line(
        row.flag("overall") ? Optional.empty() : row.textIfAny("category"),
        gaps,
        gaps >= rule.leastGaps(),
        row.real("new_line"),
        risk,
        risk * rule.lostTimes().doubleValue());
  }
}
