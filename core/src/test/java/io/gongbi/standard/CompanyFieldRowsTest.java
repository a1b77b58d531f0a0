package io.gongbi.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.metric.Measure;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** In which rows the values of such a field stand. */
final class CompanyFieldRowsTest extends FieldsOfACompany {
  /** The app is newer, so 王芳 has a dog; abc is no weight and 鸟 no choice, both noted, no more. */
  @Test
  void field_flowsFromTheFileToTheCustomer_withItsLineageAndItsFaults() throws IOException {
    addAll();
    landAll();
    given.refresh();
    assertThat(customers()).containsExactly("王芳 dog 4.5 花粉", "李雷 dog - -", "韩梅 - 7 -");
    assertThat(
            given.rows(
                """
                select k.source, k.value, k.open_value, k.chosen, k.why
                from {profile.conflict} k
                where k.field = 'x_pet' and k.customer_id = 100001
                order by k.source
                """))
        .containsExactly(
            "app dog dog true profile.why-latest", "crm cat cat false profile.why-older");
    assertThat(
            given.rows(
                """
                select r.source, r.x_illness
                from {profile.record} r
                where r.x_illness is not null
                """))
        .containsExactly("crm 花粉");
    assertThat(
            given.rows(
                """
                select q.line, q.field, q.value, q.severity, q.reason
                from {quality.quarantine} q
                order by q.line
                """))
        .containsExactly(
            "3 customer.x_kg abc warn quality.number-invalid",
            "4 customer.x_pet 鸟 warn quality.code-unknown");
  }

  @Test
  void field_ofOrdersGoodsAndEvents_standsInTheirRows() throws IOException {
    addAll();
    landAll();
    given.refresh();
    assertThat(given.rows("select o.order_key, o.x_present from {profile.order} o order by 1"))
        .containsExactly("o1 yes", "o2 no", "o3 -");
    assertThat(given.rows("select i.order_key, i.x_taste from {profile.item} i order by 1, 2"))
        .containsExactly("o1 三文鱼", "o1 鸡肉", "o2 鸡肉");
    assertThat(
            given.rows(
                "select e.customer_id, e.x_utm from {profile.event} e where e.name = 'viewed' order by 1"))
        .containsExactly("100001 春季", "100002 -");
  }

  /** What did not arrive is no event. A cost is nobody's: it stands in its own rows alone. */
  @Test
  void field_ofMessagesAndCosts_standsInTheirRows() throws IOException {
    addAll();
    landAll();
    given.refresh();
    assertThat(
            given.rows(
                """
                select e.name, e.customer_id, e.x_offer
                from {profile.event} e
                where e.name in ('sent', 'delivered')
                order by 1, 2
                """))
        .containsExactly("delivered 100001 满减", "sent 100001 满减", "sent 100002 试吃");
    assertThat(members(bought(Measure.EVENT, "event.x_offer", "试吃"))).containsExactly("100002");
    assertThat(given.rows("select c.day, c.amount, c.x_agency from {profile.cost} c order by 1"))
        .containsExactly("2026-05-04 120.5 蓝标", "2026-05-05 80 -");
  }
}
