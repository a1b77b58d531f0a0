package io.gongbi.identity;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.TestCompany;
import io.gongbi.warehouse.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose each record is, for whoever knows the truth. */
final class LinksTest {
  @TempDir Path folder;

  /**
   * Members a and b, an order by the phone of a and two by one that no member has: three customers,
   * five rows, no row for a buyer, whose key no file knows.
   */
  @Test
  void eachRecordOfAFile_andEachOrder_isToldOnce() {
    try (var company = new TestCompany(folder, "2026-03-15T04:00:00Z")) {
      company
          .members(
              """
              id name phone       city
              b  Bo   13900000002 北京
              a  Ann  13900000001 上海
              """)
          .orders(
              """
              no  paid                status    amount phone
              o-2 2026-03-10_10:00:00 completed 10.00  13900000001
              o-3 2026-03-11_10:00:00 completed 10.00  13900000003
              o-1 2026-03-12_10:00:00 completed 10.00  13900000003
              """)
          .refresh();
      var identities = company.gongbi.identities();
      var rows = new ArrayList<String>();
      identities.links(LIN, some -> rows.addAll(lines(some.rows())));
      assertThat(rows)
          .containsExactly(
              "crm a 100001",
              "crm b 100002",
              "shop-order o-1 100003",
              "shop-order o-2 100001",
              "shop-order o-3 100003");
      assertThat(identities.linkCount(LIN)).isEqualTo(5);
    }
  }

  private static List<String> lines(List<List<Value>> rows) {
    return rows.stream()
        .map(r -> r.stream().map(Value::shown).collect(Collectors.joining(" ")))
        .toList();
  }
}
