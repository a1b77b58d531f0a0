package io.gongbi.campaign;

import io.gongbi.fault.Fault;
import io.gongbi.fault.Faults;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A message with personal fields in braces, each perhaps with words for whoever lacks it: {@code
 * {姓名|尊敬的会员}，您有{积分}分待用}. 王芳 with 320 points reads "王芳，您有320分待用"; who has points but no name reads
 * "尊敬的会员，您有…"; who has no points gets no message, since nothing is said for that. {@code {level|}}
 * says nothing where there is no level. There is no other logic in it.
 */
record MessageText(String text) {
  static final int LONGEST = 1000;

  private static final Pattern FIELD = Pattern.compile("\\{([^{}|]*)(?:\\|([^{}|]*))?\\}");

  /** A message is its pieces one behind the other. */
  sealed interface Piece {
    record Words(String words) implements Piece {}

    /**
     * {@code otherwise} absent: who lacks the field cannot be written to. {@code written}: with its
     * braces.
     */
    record Personal(PersonalField field, Optional<String> otherwise, String written)
        implements Piece {}
  }

  void check(String place, Faults faults) {
    if (text.isBlank()) faults.bad("campaign.no-message", place, Map.of());
    if (text.length() > LONGEST) {
      faults.add(
          new Fault.TooLarge(
              "campaign.message-too-long",
              place,
              Map.of("length", "" + text.length(), "most", "" + LONGEST)));
    }
    for (var m = FIELD.matcher(text); m.find(); ) {
      if (PersonalField.of(m.group(1).strip()).isEmpty()) {
        faults.bad(
            "campaign.unknown-field",
            place,
            Map.of("field", m.group(), "known", PersonalField.known()));
      }
    }
    var rest = FIELD.matcher(text).replaceAll("");
    if (rest.contains("{") || rest.contains("}")) {
      faults.bad("campaign.lone-brace", place, Map.of());
    }
  }

  List<Piece> pieces() {
    var pieces = new ArrayList<Piece>();
    int at = 0;
    for (var m = FIELD.matcher(text); m.find(); ) {
      var field = PersonalField.of(m.group(1).strip());
      if (field.isEmpty()) continue;
      if (m.start() > at) pieces.add(new Piece.Words(text.substring(at, m.start())));
      pieces.add(new Piece.Personal(field.get(), Optional.ofNullable(m.group(2)), m.group()));
      at = m.end();
    }
    if (at < text.length()) pieces.add(new Piece.Words(text.substring(at)));
    return pieces;
  }

  Set<PersonalField> fields() {
    var fields = EnumSet.noneOf(PersonalField.class);
    for (var piece : pieces()) if (piece instanceof Piece.Personal p) fields.add(p.field());
    return fields;
  }

  /** What everybody must have who is to be written to. */
  Set<PersonalField> needed() {
    var fields = EnumSet.noneOf(PersonalField.class);
    for (var piece : pieces()) {
      if (piece instanceof Piece.Personal p && p.otherwise().isEmpty()) fields.add(p.field());
    }
    return fields;
  }

  /** The words for one customer; absent when they lack a field for which nothing else is said. */
  Optional<String> filled(Map<PersonalField, String> values) {
    return needed().stream().allMatch(f -> values.containsKey(f))
        ? Optional.of(shown(values))
        : Optional.empty();
  }

  /** The same to be looked at: a field that nobody can fill stays in its braces. */
  String shown(Map<PersonalField, String> values) {
    var words = new StringBuilder();
    for (var piece : pieces()) {
      words.append(
          switch (piece) {
            case Piece.Words w -> w.words();
            case Piece.Personal p ->
                Optional.ofNullable(values.get(p.field())).or(p::otherwise).orElse(p.written());
          });
    }
    return words.toString();
  }
}
