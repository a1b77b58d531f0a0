package io.gongbi.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.condition.Conditions.Occurring;
import io.gongbi.fault.FaultException;
import io.gongbi.profile.ProfileTables;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.View;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OccurringTest {
  @TempDir Path folder;
  private TestShop shop;
  private Conditions conditions;

  /**
   * Three customers of 上海, one of 上饶, one of 北京, one who says nothing. Ann bought two coats and a
   * hat, Bo a coat; who bought the scarf nobody knows.
   */
  @BeforeEach
  void open() {
    shop = new TestShop(folder);
    shop.customers(
        """
        customer_id=1 name=Ann gender=female phone=13811110001 city=上海 occupation=Teacher_A
        customer_id=2 name=Bo gender=male phone=13811110002 city=上海 occupation=teacher
        customer_id=3 name=Cy city=北京 occupation=TeacherXA
        customer_id=4 name=Di city=上饶
        customer_id=5 name=Ed city=上海
        customer_id=6 name=Fu
        """);
    shop.put(
        ProfileTables.ITEM,
        """
        customer_id=1 kind=sale day=2026-03-10 product_name=coat
        customer_id=1 kind=sale day=2026-03-11 product_name=coat
        customer_id=1 kind=sale day=2026-03-12 product_name=hat
        customer_id=2 kind=sale day=2026-03-12 product_name=coat
        kind=sale day=2026-03-12 product_name=scarf
        """);
    conditions = new Conditions(shop.warehouse, shop.traits, new Standard());
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private List<Occurring> occurring(String field, String part) {
    return conditions.occurring(FieldKey.of(field), part, View.everything());
  }

  @Test
  void values_comeWithTheirCustomers_theMostFrequentFirst() {
    assertThat(occurring("customer.city", ""))
        .containsExactly(new Occurring("上海", 3), new Occurring("上饶", 1), new Occurring("北京", 1));
    assertThat(occurring("customer.city", " 上 "))
        .containsExactly(new Occurring("上海", 3), new Occurring("上饶", 1));
    assertThat(occurring("customer.city", "广州")).isEmpty();
  }

  @Test
  void rows_countEachCustomerOnce_andNobodyWhoIsUnknown() {
    assertThat(occurring("item.product_name", ""))
        .containsExactly(new Occurring("coat", 2), new Occurring("hat", 1));
  }

  @Test
  void part_isFoundInSmallLettersAndCapitals_andNeverAsAPattern() {
    assertThat(occurring("customer.occupation", "TEACHER"))
        .containsExactly(
            new Occurring("TeacherXA", 1),
            new Occurring("Teacher_A", 1),
            new Occurring("teacher", 1));
    assertThat(occurring("customer.occupation", "r_a"))
        .containsExactly(new Occurring("Teacher_A", 1));
    assertThat(occurring("customer.occupation", "%")).isEmpty();
  }

  @Test
  void fieldsThatIdentify_thatAreCoded_orNoText_offerNothing() {
    assertThat(occurring("customer.name", "")).isEmpty();
    assertThat(occurring("customer.phone", "138")).isEmpty();
    assertThat(occurring("customer.gender", "")).isEmpty();
    assertThat(occurring("customer.birthday", "")).isEmpty();
    assertThat(occurring("item.weekday", "")).isEmpty();
    for (var unknown : List.of("customer.none", "item.none", "none.city"))
      assertThatThrownBy(() -> occurring(unknown, ""))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining("where.unknown-field");
  }

  @Test
  void fiftyAreOffered_theRestIsFoundByTyping() {
    shop.customers(
        IntStream.rangeClosed(1, 60)
            .mapToObj(i -> "customer_id=%d city=c%02d".formatted(i, i))
            .collect(Collectors.joining("\n")));
    assertThat(occurring("customer.city", ""))
        .isEqualTo(
            IntStream.rangeClosed(1, 50)
                .mapToObj(i -> new Occurring("c%02d".formatted(i), 1))
                .toList());
    assertThat(occurring("customer.city", "c60")).containsExactly(new Occurring("c60", 1));
  }
}
