package io.gongbi.quality;

import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a row says of a customer in other columns than their own: 浙江省杭州市西湖区文三路 90 号 gives 浙江, 杭州 and
 * 西湖区, a surname and a given name give a name, an id number gives the day of birth. It is taken
 * where the own column is empty, or not there at all.
 */
final class Implied {
  private final List<Cell> cells;
  private final Map<String, List<String>> implied = new LinkedHashMap<>();
  private final Map<String, String> from = new LinkedHashMap<>();

  private Implied(List<Cell> cells) {
    this.cells = cells;
  }

  /**
   * The cells, with those that take what others imply, and those that are only implied. {@code
   * ofPerson}: whether each row is a customer. What is hardly ever there is then looked for as
   * well; it would cost each of millions of lines of orders the same.
   */
  static List<Cell> told(List<Cell> cells, boolean ofPerson, Standard standard) {
    var told = new Implied(cells);
    Places.imply(told);
    told.name();
    told.ofIdNumber();
    if (ofPerson) {
      told.cell("phone").ifPresent(c -> told.add("landline", c, of("gb_landline_beside", c)));
      told.cell("landline").ifPresent(c -> told.add("phone", c, of("gb_phone", c)));
      told.cell("name").ifPresent(c -> told.add("company", c, of("gb_company_in_name", c)));
    }
    return told.written(standard);
  }

  private void name() {
    var surname = cell("surname");
    var given = cell("given_name");
    surname
        .or(() -> given)
        .ifPresent(
            c ->
                add(
                    "name",
                    c,
                    "gb_full_name(%s, %s)"
                        .formatted(
                            surname.map(Cell::value).orElse("cast(null as varchar)"),
                            given.map(Cell::value).orElse("cast(null as varchar)"))));
  }

  private void ofIdNumber() {
    cell("id_number")
        .ifPresent(
            c -> {
              add("birthday", c, of("gb_id_birthday", c));
              add("gender", c, of("gb_id_gender", c));
              add("origin", c, of("gb_id_origin", c));
            });
  }

  private static String of(String function, Cell cell) {
    return function + "(" + cell.text() + ")";
  }

  /** What a column of customers is taken to be where it says nothing itself. */
  void add(String column, Cell source, String value) {
    implied.computeIfAbsent(column, c -> new ArrayList<>()).add(value);
    from.putIfAbsent(column, source.column());
  }

  Optional<Cell> cell(String column) {
    return cells.stream()
        .filter(c -> c.field().equals(new FieldKey(Standard.CUSTOMER, column)))
        .findFirst();
  }

  private List<Cell> written(Standard standard) {
    var written = new ArrayList<Cell>();
    for (var cell : cells) {
      var instead =
          cell.field().entity().equals(Standard.CUSTOMER)
              ? implied.remove(cell.field().column())
              : null;
      written.add(instead == null ? cell : cell.or(String.join(", ", instead)));
    }
    implied.forEach(
        (column, instead) ->
            written.add(
                Cell.implied(
                    standard.field(new FieldKey(Standard.CUSTOMER, column)).orElseThrow(),
                    Objects.requireNonNull(from.get(column)),
                    instead.size() > 1
                        ? "coalesce(" + String.join(", ", instead) + ")"
                        : instead.getFirst())));
    return List.copyOf(written);
  }
}
