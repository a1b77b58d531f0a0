package io.gongbi.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.experiment.Experiment.Arm;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArmQueryTest {
  private static final Experiment SPRING =
      new Experiment(
          new ExperimentId("spring"),
          "spring 春 '26",
          List.of(
              new Arm("control", 100, true),
              new Arm("nobody", 0, false),
              new Arm("sms", 300, false),
              new Arm("it's mail", 600, false)));

  @TempDir Path folder;
  private Warehouse warehouse;

  @BeforeEach
  void open() {
    warehouse =
        DuckDbWarehouse.open(folder, List.of(), List.of(), DuckDbWarehouse.Settings.DEFAULT)
            .locked();
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  @Test
  void assigned_isArmOf_for100000Customers() {
    var ids = "select cast(i * 7919 + 1 as bigint) as customer_id from range(100000) t(i)";
    var arms = assigned(SPRING, Sql.of(ids));

    assertThat(arms).hasSize(100_000);
    assertThat(arms)
        .allSatisfy((customer, arm) -> assertThat(arm).isEqualTo(SPRING.armOf(customer).name()));
    assertThat(SampleRatio.of(SPRING, counts(arms)).alarm()).isFalse();
  }

  @Test
  void assigned_holdsAtTheEndsOfTheNumbers_andWhenOneArmIsAll() {
    var ends =
        Sql.of(
            """
            select cast(9223372036854775807 as bigint) as customer_id
            union all
            select cast(1 as bigint)
            """);
    var all = Experiment.heldBack(SPRING.id(), "all", 0);

    assertThat(assigned(SPRING, ends))
        .hasSize(2)
        .allSatisfy((customer, arm) -> assertThat(arm).isEqualTo(SPRING.armOf(customer).name()));
    assertThat(assigned(all, ends).values()).containsExactly("treated", "treated");
  }

  /** Read it as code: whoever changes this text, changes who gets what in running campaigns. */
  @Test
  void assigned_text_isTheGoldenOne() throws IOException {
    var audience = Sql.of("select s.customer_id from {trait.held} s");
    var text = ArmQuery.assigned(SPRING, audience).explain(View.everything(), warehouse.dialect());

    assertThat(text).isEqualTo(golden("assigned-three-arms.sql"));
  }

  private Map<CustomerId, String> assigned(Experiment experiment, Sql audience) {
    var arms = new HashMap<CustomerId, String>();
    warehouse.query(ArmQuery.assigned(experiment, audience), View.everything()).stream()
        .forEach(row -> arms.put(new CustomerId(row.whole("customer_id")), row.text("arm")));
    return arms;
  }

  private static Map<String, Long> counts(Map<CustomerId, String> arms) {
    var counts = new HashMap<String, Long>();
    arms.values().forEach(arm -> counts.merge(arm, 1L, Long::sum));
    return counts;
  }

  private static String golden(String name) throws IOException {
    try (var in = Objects.requireNonNull(ArmQueryTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
