package io.gongbi.quality;

import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a customer lives, from whatever a row says of it: 浙江省杭州市西湖区文三路 90 号 in the column of
 * addresses gives 浙江, 杭州 and 西湖区 where their own columns are empty or not there at all, and a city
 * alone gives its province.
 */
final class Places {
  private Places() {}

  /** The cells, with those of places taking what others imply, and those that are only implied. */
  static List<Cell> told(List<Cell> cells, Standard standard) {
    var address = find(cells, "address");
    var city = find(cells, "city");
    var implied = new LinkedHashMap<String, List<String>>();
    city.ifPresent(c -> imply(implied, "province", "gb_province_of_city(" + c.value() + ")"));
    address.ifPresent(
        a -> {
          imply(implied, "province", parts(a) + ".province");
          imply(implied, "city", parts(a) + ".city");
          imply(implied, "district", district(a, city));
        });
    var told = new ArrayList<Cell>();
    for (var cell : cells) {
      var instead = place(cell).map(implied::remove);
      told.add(instead.map(all -> cell.or(String.join(", ", all))).orElse(cell));
    }
    var source = address.or(() -> city);
    implied.forEach(
        (column, instead) ->
            told.add(
                Cell.implied(
                    standard.field(new FieldKey(Standard.CUSTOMER, column)).orElseThrow(),
                    source.orElseThrow().column(),
                    instead.size() > 1
                        ? "coalesce(" + String.join(", ", instead) + ")"
                        : instead.getFirst())));
    return List.copyOf(told);
  }

  /** What an address is taken apart into; the same text wherever it stands in {@link #told}. */
  static Optional<String> parts(List<Cell> cells) {
    return find(cells, "address").map(Places::parts);
  }

  private static String parts(Cell address) {
    return "gb_address_parts(" + address.text() + ")";
  }

  private static void imply(Map<String, List<String>> implied, String column, String value) {
    implied.computeIfAbsent(column, c -> new ArrayList<>()).add(value);
  }

  /** Of the address, unless the column of cities names another city than the address does. */
  private static String district(Cell address, Optional<Cell> city) {
    var district = "gb_district_of(" + parts(address) + ".rest)";
    return city.map(
            c ->
                "case when coalesce(%s = %s.city, true) then %s end"
                    .formatted(c.value(), parts(address), district))
        .orElse(district);
  }

  private static Optional<String> place(Cell cell) {
    return cell.field().entity().equals(Standard.CUSTOMER)
        ? Optional.of(cell.field().column())
        : Optional.empty();
  }

  private static Optional<Cell> find(List<Cell> cells, String column) {
    return cells.stream()
        .filter(c -> c.field().equals(new FieldKey(Standard.CUSTOMER, column)))
        .findFirst();
  }
}
