package io.gongbi.standard;

import static io.gongbi.TestCompany.LIN;
import static io.gongbi.standard.Field.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.fault.FaultException;
import io.gongbi.insight.Breakdown;
import io.gongbi.insight.Grain;
import io.gongbi.insight.Split;
import io.gongbi.insight.Trend;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Metrics;
import io.gongbi.warehouse.Sensitivity;
import io.gongbi.warehouse.Sql;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can be asked by such a field, and by whom. */
final class CompanyFieldQuestionsTest extends FieldsOfACompany {
  /** Dogs have 王芳, who gave a present, and 李雷, who did not. */
  @Test
  void field_canBeAskedFor_ofCustomersAndOfWhatTheyDid() throws IOException {
    addAll();
    landAll();
    given.refresh();
    var dogs = where("customer.x_pet", "dog");
    assertThat(given.gongbi.conditions().vocabulary().attribute("x_pet").orElseThrow())
        .isEqualTo(
            new Field(
                FieldKey.of("customer.x_pet"),
                io.gongbi.warehouse.ColumnType.TEXT,
                Label.typed("宠物"),
                Sensitivity.OPEN,
                false,
                List.of(code("cat", "猫", "Cat"), code("dog", "狗", "Dog"))));
    assertThat(members(new Condition.Attribute(dogs))).containsExactly("100001", "100002");
    assertThat(members(bought(Measure.ORDER, "order.x_present", "yes"))).containsExactly("100001");
    assertThat(members(bought(Measure.ITEM, "item.x_taste", "鸡肉")))
        .containsExactly("100001", "100002");
    assertThat(members(bought(Measure.EVENT, "event.x_utm", "春季"))).containsExactly("100001");
  }

  /** Dogs: 王芳's 100 and 李雷's 80. Presents: 100 yes, 50 no, 30 of nothing said. */
  @Test
  void field_tellsNumbersApart() throws IOException {
    addAll();
    landAll();
    given.refresh();
    var gongbi = given.gongbi;
    var byPet =
        gongbi.insights().answer(Breakdown.by(FieldKey.of("customer.x_pet")), gongbi.asOf(), LIN);
    assertThat(
            byPet.table().stream()
                .map(r -> r.textIfAny("value").orElse("-") + " " + r.whole("customers")))
        .containsExactly("dog 2", "- 1");
    assertThat(parts("order.x_present")).containsExactlyInAnyOrder("yes 100", "no 50", "- 30");
    assertThat(parts("item.x_taste")).containsExactlyInAnyOrder("鸡肉 110", "三文鱼 40");
    var number =
        catchThrowableOfType(FaultException.class, () -> parts("order.x_kg")).faults().getFirst();
    assertThat(number.code()).isEqualTo("insight.unknown-field");
  }

  private List<String> parts(String field) {
    var gongbi = given.gongbi;
    var period = new Period(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-06-01"));
    var trend =
        new Trend(
            Metrics.REVENUE.id(),
            Grain.MONTH,
            period,
            Optional.empty(),
            Optional.empty(),
            Optional.of(Split.by(FieldKey.of(field))));
    return gongbi.insights().answer(trend, gongbi.asOf(), LIN).table().stream()
        .map(
            r ->
                r.textIfAny("part").orElse("-")
                    + " "
                    + r.decimal("value").stripTrailingZeros().toPlainString())
        .toList();
  }

  @Test
  void sensitiveField_isMaskedForWhoMayNotSeeIt_andShownForAReason() throws IOException {
    addAll();
    landAll();
    given.refresh();
    var analyst = new Viewer(new UserId("chen"), Role.analyst());
    var gongbi = given.gongbi;
    var sql = Sql.of("select c.x_illness from {profile.customer} c where c.customer_id = 100001");
    assertThat(gongbi.warehouse().query(sql, gongbi.gate().view(LIN)).only().text("x_illness"))
        .isEqualTo("花粉");
    assertThat(gongbi.warehouse().query(sql, gongbi.gate().view(analyst)).only().text("x_illness"))
        .contains("*");
    var fact =
        gongbi.profiles().portrait(new CustomerId(100_001), analyst).facts().stream()
            .filter(f -> f.field().column().equals("x_illness"))
            .findFirst()
            .orElseThrow();
    assertThat(fact.masked()).isTrue();
    assertThat(fact.label()).isEqualTo(Label.typed("病史"));
  }
}
