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
  /** The address of a row, taken apart; see {@link #beside}. */
  private static final String PLACE = "l.place";

  private Places() {}

  /** The cells, with those of places taking what others imply, and those that are only implied. */
  static List<Cell> told(List<Cell> cells, Standard standard) {
    var address = find(cells, "address");
    var city = find(cells, "city");
    var implied = new LinkedHashMap<String, List<String>>();
    city.ifPresent(c -> imply(implied, "province", "gb_province_of_city(" + c.value() + ")"));
    address.ifPresent(
        a -> {
          imply(implied, "province", PLACE + ".province");
          imply(implied, "city", PLACE + ".city");
          imply(implied, "district", district(city));
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

  /**
   * The landed rows with what the values of {@link #told} are made of: an address is taken apart
   * once, while the engine would do so for each part and each condition.
   */
  static String beside(String landed, List<Cell> cells) {
    return find(cells, "address")
        .map(
            a ->
                "(select l.*, gb_address_parts(%s) as place from %s l)".formatted(a.text(), landed))
        .orElse(landed);
  }

  private static void imply(Map<String, List<String>> implied, String column, String value) {
    implied.computeIfAbsent(column, c -> new ArrayList<>()).add(value);
  }

  /** Of the address, unless the column of cities names another city than the address does. */
  private static String district(Optional<Cell> city) {
    var district = "gb_district_of(" + PLACE + ".rest)";
    return city.map(
            c ->
                "case when coalesce(%s = %s.city, true) then %s end"
                    .formatted(c.value(), PLACE, district))
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
