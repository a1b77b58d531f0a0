package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.Faults;
import io.gongbi.standard.FieldKey;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses numbers that name something and that Excel has cut off when it saved the file as text:
 * 2026030112345678 and 2026030112345679 have both become 2026030112345670, and nobody can tell the
 * two orders apart any more. One such number may be chance; a column of them is not.
 */
public final class RoundedNumbers {
  private static final Set<FieldKey> NAMES =
      Set.of(
          FieldKey.of("customer.member_card"),
          FieldKey.of("customer.platform_id"),
          FieldKey.of("order.order_no"),
          FieldKey.of("order_line.line_no"),
          FieldKey.of("order_line.product_code"));

  private RoundedNumbers() {}

  /** {@code source.rounded-numbers} for every mapped column that has lost its digits. */
  public static List<Fault> faults(Mapping mapping, FileLook look) {
    var faults = new Faults();
    for (int i = 0; i < mapping.lines().size(); i++) {
      var line = mapping.lines().get(i);
      var place = "lines[" + i + "].column";
      look.columns().stream()
          .filter(c -> c.name().equals(line.column()) && c.rounded())
          .filter(c -> NAMES.contains(line.field()) || mapping.key().contains(c.name()))
          .forEach(
              c ->
                  faults.bad(
                      "source.rounded-numbers",
                      place,
                      Map.of("column", c.name(), "example", c.examples().getFirst())));
    }
    return faults.found();
  }
}
