package io.gongbi.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.calendar.AsOf;
import io.gongbi.profile.ProfileTables;
import io.gongbi.standard.Standard;
import io.gongbi.trait.TestShop;
import io.gongbi.trait.Traits;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random conditions over random histories: the SQL finds whom a plain reading finds. */
final class ConditionDifferentialTest {
  private static final AsOf AS_OF =
      AsOf.endOf(LocalDate.parse("2026-03-14"), ZoneId.of("Asia/Shanghai"));
  private static final int CUSTOMERS = 60;

  @TempDir Path folder;
  private TestShop shop;
  private Conditions conditions;

  @BeforeEach
  void open() {
    shop = new TestShop(folder);
    conditions = new Conditions(shop.warehouse, shop.traits, new Standard());
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private PlainReading fill(RandomShop random) {
    var customers = random.customers(CUSTOMERS);
    var orders = random.orders(250, CUSTOMERS);
    var items = random.items(250, CUSTOMERS);
    var events = random.events(250, CUSTOMERS);
    var held = random.held(CUSTOMERS);
    shop.put(ProfileTables.CUSTOMER, customers);
    shop.put(ProfileTables.ORDER, orders);
    shop.put(ProfileTables.ITEM, items);
    shop.put(ProfileTables.EVENT, events);
    try (var write = shop.warehouse.write(Set.of("trait"))) {
      var table = TableSpec.of(Traits.HELD, TableSpec.Keeping.KEPT, held.columns());
      write.ensure(table);
      write.delete(table, new Slice.Whole(), View.everything());
      write.append(table, held);
      write.commit();
    }
    return new PlainReading(customers, orders, items, events, held, AS_OF);
  }

  private List<Long> asked(Condition condition, View view) {
    return shop.warehouse.query(conditions.members(condition, AS_OF), view).stream()
        .map(r -> r.whole("customer_id"))
        .sorted()
        .toList();
  }

  private View narrowed(Sql ids) {
    var tables = conditions.members(Condition.everyone(), AS_OF).reads();
    var all = new HashSet<>(tables);
    all.addAll(
        Set.of(
            ProfileTables.CUSTOMER.name(),
            ProfileTables.ORDER.name(),
            ProfileTables.ITEM.name(),
            ProfileTables.EVENT.name(),
            Traits.HELD));
    return shop.traits.narrowed(all, Slice.rows(ids, "customer_id"));
  }

  @Test
  void sql_findsWhomAPlainReadingFinds_forEveryoneASliceAndOne() {
    var sizes = new ArrayList<Integer>();
    for (int history = 0; history < 4; history++) {
      var random = new RandomShop(1_000 + history, AS_OF);
      var plain = fill(random);
      for (int i = 0; i < 60; i++) {
        var condition = random.condition(4);
        var expected = plain.members(condition);
        assertThat(asked(condition, View.everything())).as("%s", condition).isEqualTo(expected);
        sizes.add(expected.size());

        if (i % 2 == 0) {
          long one = 1L + i % CUSTOMERS;
          var single = Sql.of("select #one as customer_id").with("one", Value.of(one));
          assertThat(asked(condition, narrowed(single)))
              .as("customer %s of %s", one, condition)
              .isEqualTo(expected.stream().filter(c -> c == one).toList());
        } else {
          var even = Sql.of("select customer_id from {profile.customer} where customer_id % 2 = 0");
          assertThat(asked(condition, narrowed(even)))
              .as("even ones of %s", condition)
              .isEqualTo(expected.stream().filter(c -> c % 2 == 0).toList());
        }
      }
    }
    // The test is worth something only when the conditions divide the customers.
    assertThat(sizes.stream().filter(n -> n > 0 && n < CUSTOMERS).count()).isGreaterThan(110);
  }

  @Test
  void explanation_agreesWithMembership() {
    var random = new RandomShop(77, AS_OF);
    var plain = fill(random);
    for (int i = 0; i < 40; i++) {
      var condition = random.condition(3);
      var form = NormalForm.of(condition);
      var customer = plain.customers().row(i);
      var findings =
          conditions.explain(
              condition,
              new io.gongbi.standard.CustomerId(customer.whole("customer_id")),
              AS_OF,
              View.everything());
      var leaves = form.leaves();
      assertThat(findings).hasSize(leaves.size());
      for (int leaf = 0; leaf < leaves.size(); leaf++) {
        var atom = form.atoms().get(leaves.get(leaf).atom());
        assertThat(findings.get(leaf).holds())
            .as("%s of %s", atom, customer)
            .isEqualTo(plain.meets(atom, customer) == leaves.get(leaf).holds());
      }
      var holds = new boolean[form.atoms().size()];
      for (int leaf = 0; leaf < leaves.size(); leaf++) {
        holds[leaves.get(leaf).atom()] = findings.get(leaf).holds() == leaves.get(leaf).holds();
      }
      assertThat(decided(form.tree(), holds))
          .as("%s for %s", condition, customer)
          .isEqualTo(plain.meets(condition, customer));
    }
  }

  private static boolean decided(NormalForm.Tree tree, boolean[] holds) {
    return switch (tree) {
      case NormalForm.Tree.And and -> and.of().stream().allMatch(t -> decided(t, holds));
      case NormalForm.Tree.Or or -> or.of().stream().anyMatch(t -> decided(t, holds));
      case NormalForm.Tree.Leaf leaf -> holds[leaf.atom()] == leaf.holds();
    };
  }
}
