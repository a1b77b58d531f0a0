package io.gongbi.quality;

import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import java.util.List;
import java.util.Optional;

/**
 * Where a customer lives, from whatever a row says of it: 浙江省杭州市西湖区文三路 90 号 in the column of
 * addresses gives 浙江, 杭州 and 西湖区, and a city alone gives its province.
 */
final class Places {
  /** The address of a row, taken apart; see {@link #beside}. */
  private static final String PLACE = "l.place";

  private Places() {}

  static void imply(Implied told) {
    var city = told.cell("city");
    city.ifPresent(c -> told.add("province", c, "gb_province_of_city(" + c.value() + ")"));
    told.cell("address")
        .ifPresent(
            a -> {
              told.add("province", a, PLACE + ".province");
              told.add("city", a, PLACE + ".city");
              told.add("district", a, district(city));
            });
  }

  /**
   * The landed rows with what the values of {@link #imply} are made of: an address is taken apart
   * once, while the engine would do so for each part and each condition.
   */
  static String beside(String landed, List<Cell> cells) {
    return cells.stream()
        .filter(c -> c.field().equals(new FieldKey(Standard.CUSTOMER, "address")))
        .findFirst()
        .map(
            a ->
                "(select l.*, gb_address_parts(%s) as place from %s l)".formatted(a.text(), landed))
        .orElse(landed);
  }

  /** Of the address, unless the column of cities names another city than the address does. */
  private static String district(Optional<Cell> city) {
    var district = "gb_district(" + PLACE + ".city, " + PLACE + ".rest)";
    return city.map(
            c ->
                "case when coalesce(%s = %s.city, true) then %s end"
                    .formatted(c.value(), PLACE, district))
        .orElse(district);
  }
}
