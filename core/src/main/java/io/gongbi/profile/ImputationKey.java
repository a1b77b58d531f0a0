package io.gongbi.profile;

import io.gongbi.catalog.Label;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Sensitivity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One thing that a method looks at: a field, or what is taken out of one. Tables of number ranges
 * have owners; which digits are sold where is learnt from the customers whose place is known.
 *
 * @param name as a rule says it
 * @param of the column that it is taken from
 * @param text over a customer {@code c}: a text, or nothing
 */
public record ImputationKey(String name, String of, Label label, String text) {
  /** What says too little about others: everybody's own, or what we were promised. */
  private static final Set<String> FIELDS =
      Set.of("gender", "country", "province", "city", "district", "occupation", "level");

  private static final List<ImputationKey> DERIVED =
      List.of(
          new ImputationKey(
              "phone_prefix",
              "phone",
              new Label("手机号前 7 位", "First 7 digits of the mobile"),
              "case when gb_fits(c.phone, '1[3-9][0-9]{9}') then substr(c.phone, 1, 7) end"),
          new ImputationKey(
              "given_name",
              "name",
              new Label("名字（中文取末字，英文取首词）", "Given name (last character, or first word)"),
              """
              case when gb_has_han(c.name) and length(c.name) > 1 then substr(c.name, length(c.name), 1)
                   when not gb_has_han(c.name) then lower(split_part(c.name, ' ', 1)) end\
              """),
          new ImputationKey(
              "birth_decade",
              "birthday",
              new Label("出生年代", "Decade of birth"),
              "substr(cast(c.birthday as string), 1, 3)"),
          new ImputationKey(
              "bought",
              "orders",
              new Label("购买次数", "Times bought"),
              """
              case when c.orders = 0 then '0' when c.orders = 1 then '1'
                   when c.orders < 5 then '2' else '5' end\
              """));

  /** All that there are for this company; none is sensitive, and none is a company's own secret. */
  static List<ImputationKey> all(Standard standard) {
    return Stream.concat(
            standard.entity(Standard.CUSTOMER).orElseThrow().fields().stream()
                .filter(f -> f.type() == ColumnType.TEXT && f.sensitivity() == Sensitivity.OPEN)
                .filter(
                    f ->
                        FIELDS.contains(f.key().column())
                            || standard.companyField(f.key().column()).isPresent())
                .map(
                    f ->
                        new ImputationKey(
                            f.key().column(),
                            f.key().column(),
                            f.label(),
                            "c." + f.key().column())),
            DERIVED.stream())
        .toList();
  }

  /** Those that may tell of a field. */
  static List<ImputationKey> of(FieldKey field, Standard standard) {
    return all(standard).stream().filter(k -> !k.of().equals(field.column())).toList();
  }

  static Optional<ImputationKey> find(String name, FieldKey field, Standard standard) {
    return of(field, standard).stream().filter(k -> k.name().equals(name)).findFirst();
  }
}
