package io.gongbi.experiment;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.ArrayList;
import java.util.HashMap;

/**
 * {@link Experiment#armOf} for a whole audience in one statement. It asks nothing of an engine but
 * md5 in lower-case hex: fifteen digits of equal length have the same order as text and as numbers,
 * so no engine has to read them as numbers, which each does differently.
 */
public final class ArmQuery {
  private ArmQuery() {}

  /**
   * Each customer of {@code audience}, which has a column {@code customer_id} without nulls, with
   * the name of the arm: {@code customer_id, arm}.
   */
  public static Sql assigned(Experiment experiment, Sql audience) {
    var cases = new ArrayList<String>();
    var values = new HashMap<String, Value>();
    var reached = 0;
    for (var arm : experiment.arms()) {
      if (arm.perMille() == 0) continue;
      reached += arm.perMille();
      var number = cases.size() + 1;
      cases.add("    when d.draw <= #last%1$d then #arm%1$d".formatted(number));
      values.put("last" + number, Value.of(Draw.last(reached)));
      values.put("arm" + number, Value.of(arm.name()));
    }
    return Sql.of(
            """
            select
              d.customer_id,
              case
            %s
              end as arm
            from drawn d
            """
                .formatted(String.join("\n", cases)))
        .with(values)
        .step("audience", audience)
        .step(
            "drawn",
            Sql.of(
                    """
                    select
                      a.customer_id,
                      substr(md5(#salt || ':' || cast(a.customer_id as string)), 1, 15) as draw
                    from audience a
                    """)
                .with("salt", Value.of(experiment.salt())));
  }
}
