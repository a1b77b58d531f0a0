package io.gongbi.campaign;

import io.gongbi.experiment.Experiment;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How each arm went on day by day, from a week before the message to the end of its window. Days
 * that are not over for everybody are left out: they would look like a fall.
 */
final class Course {
  private final Warehouse warehouse;
  private final View view;

  Course(Warehouse warehouse, View view) {
    this.warehouse = warehouse;
    this.view = view;
  }

  /** {@code arms}: a row each of {@link EffectQuery#arms}; {@code known}: until when orders are. */
  List<CampaignEffect.Day> days(Sql entries, int windowDays, Map<String, Row> arms, Instant known) {
    var last = arms.values().stream().map(r -> r.moment("last_entered_at")).max(Instant::compareTo);
    if (last.isEmpty()) return List.of();
    long over = Math.min(windowDays, Duration.between(last.get(), known).toDays());
    var told = new HashMap<String, Row>();
    warehouse.query(EffectQuery.days(entries, windowDays), view).stream()
        .forEach(r -> told.put(r.text("arm") + " " + r.whole("nth"), r));
    var days = new ArrayList<CampaignEffect.Day>();
    for (var name : List.of(Experiment.TREATED, Experiment.CONTROL)) {
      var arm = arms.get(name);
      if (arm == null) continue;
      var people = arm.whole("people");
      var converted = 0L;
      for (var nth = -EffectQuery.DAYS_BEFORE; nth < over; nth++) {
        var row = told.get(name + " " + nth);
        var orders = row == null ? 0 : row.whole("orders");
        converted += row == null ? 0 : row.whole("converted");
        days.add(
            new CampaignEffect.Day(
                nth, name, orders, 1000.0 * orders / people, 1.0 * converted / people));
      }
    }
    return days;
  }
}
