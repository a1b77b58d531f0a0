package io.gongbi.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A sign that a customer may be several people: two birthdays that are nothing like each other on
 * the records of one customer. It proves nothing, since people mistype; whoever looks decides.
 */
public enum Alarm {
  /** Many times as many records as usual. */
  MANY_RECORDS,
  /** Two accounts or cards of one kind in one source, which gives everybody one. */
  TWO_IDS,
  /** Names that neither read alike nor differ in a slip. */
  NAMES,
  /** Birthdays that do not even agree in two parts. */
  BIRTHDAYS,
  ID_NUMBERS,
  GENDERS;

  /** How it is written. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Alarm> find(String word) {
    return Arrays.stream(values()).filter(a -> a.word().equals(word)).findFirst();
  }

  /** The fields that show it. */
  List<String> fields() {
    return switch (this) {
      case MANY_RECORDS -> List.of();
      case TWO_IDS ->
          Arrays.stream(IdType.values()).filter(IdType::isIssued).map(IdType::column).toList();
      case NAMES -> List.of("name");
      case BIRTHDAYS -> List.of("birthday");
      case ID_NUMBERS -> List.of("id_number");
      case GENDERS -> List.of("gender");
    };
  }
}
