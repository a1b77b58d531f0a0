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
    return assigned(experiment, audience, "customer_id");
  }

  /**
   * The same for an audience with a second column without nulls, {@code lot_id}: all of one lot are
   * in the arm that the customer of that id draws. A family with one phone is one lot, drawn by the
   * smallest id among them: 3, 8 and 9 are where 3 alone would be.
   */
  public static Sql assignedByLot(Experiment experiment, Sql audience) {
    return assigned(experiment, audience, "lot_id");
  }

  private static Sql assigned(Experiment experiment, Sql audience, String drawn) {
    var cases = new ArrayList<String>();
    var values = new HashMap<String, Value>();
    var reached = 0;
    for (var arm : experiment.arms()) {
      if (arm.perMille() == 0) continue;
      reached += arm.perMille();
      var number = cases.size() + 1;
      cases.add("    when d.draw <= #last%1$s then #arm%1$s".formatted(number));
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
                      substr(md5(#salt || ':' || cast(a.%s as string)), 1, 15) as draw
                    from audience a
                    """
                        .formatted(drawn))
                .with("salt", Value.of(experiment.salt())));
  }
}
