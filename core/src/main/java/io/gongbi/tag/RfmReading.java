package io.gongbi.tag;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Conditions;
import io.gongbi.tag.RfmReport.Thresholds;
import io.gongbi.trait.TraitId;
import io.gongbi.trait.Traits;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Warehouse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;

/** Reads the groups as they are held, with what they bought in the window. */
record RfmReading(Warehouse warehouse, Traits traits, Conditions conditions, Gate gate) {
  RfmReport report(TraitId trait, TagRule.Rfm rfm, Viewer viewer, AsOf asOf) {
    var view = gate.figures(viewer);
    var found = new HashMap<String, Row>();
    if (traits.held().find(trait.column()).isPresent()) {
      var sql = RfmQuery.groups(trait, rfm, asOf, conditions.ground().order());
      warehouse.query(sql, view).stream().forEach(r -> found.put(r.text("code"), r));
    }
    long customers = found.values().stream().mapToLong(r -> r.whole("customers")).sum();
    double revenue = found.values().stream().mapToDouble(r -> r.real("revenue")).sum();
    var groups =
        Arrays.stream(RfmGroup.values())
            .map(
                g ->
                    group(
                        g,
                        rfm.called(g),
                        Optional.ofNullable(found.get(g.code())),
                        customers,
                        revenue))
            .toList();
    long everybody = traits.holders(view).customers();
    return new RfmReport(rfm, asOf, thresholds(rfm, asOf), groups, everybody - customers);
  }

  /** Of all customers, whoever looks; empty when nobody bought in the window. */
  Optional<Thresholds> thresholds(TagRule.Rfm rfm, AsOf asOf) {
    var sql = RfmQuery.thresholds(rfm, asOf, conditions.ground().order());
    return warehouse
        .query(sql, gate.figures(Viewer.system()))
        .first()
        .filter(r -> !r.missing("r") && !r.missing("f") && !r.missing("m"))
        .map(r -> new Thresholds(r.real("r"), r.real("f"), r.real("m")));
  }

  private static RfmReport.Group group(
      RfmGroup group, Label label, Optional<Row> row, long customers, double revenue) {
    if (row.isEmpty()) return new RfmReport.Group(group, label, 0, 0, Optional.empty(), 0, 0);
    var r = row.get();
    var averages =
        r.missing("average_r")
            ? Optional.<Thresholds>empty()
            : Optional.of(
                new Thresholds(r.real("average_r"), r.real("average_f"), r.real("average_m")));
    return new RfmReport.Group(
        group,
        label,
        r.whole("customers"),
        (double) r.whole("customers") / customers,
        averages,
        r.real("revenue"),
        revenue == 0 ? 0 : r.real("revenue") / revenue);
  }
}
