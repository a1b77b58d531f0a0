package io.gongbi.trait;

import io.gongbi.catalog.UserId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Why a trait changed: kept with the change, as text. */
public sealed interface Cause {
  /** The definition, as it stood in this version, gave another answer than before. */
  record ByRule(int version) implements Cause {}

  /** A person said so: a list was saved as a segment. */
  record ByPerson(UserId who, String why) implements Cause {}

  /** The customer is no more: the records were found to be somebody else's. */
  record Vanished() implements Cause {}

  /** Nobody says it any more: its definition was retired or deleted. */
  record Retired() implements Cause {}

  /** How the text of every {@link ByPerson} begins. */
  String PERSON = "person/";

  /** {@code rule/3}, {@code person/lin/saved from a chart}, {@code vanished}, {@code retired}. */
  default String text() {
    return switch (this) {
      case ByRule rule -> "rule/" + rule.version();
      case ByPerson person ->
          PERSON
              + URLEncoder.encode(person.who().value(), StandardCharsets.UTF_8)
              + "/"
              + person.why();
      case Vanished _ -> "vanished";
      case Retired _ -> "retired";
    };
  }

  /** The reverse of {@link #text}. */
  static Cause parse(String text) {
    var parts = text.split("/", 3);
    return switch (parts[0]) {
      case "rule" -> new ByRule(Integer.parseInt(parts[1]));
      case "person" ->
          new ByPerson(new UserId(URLDecoder.decode(parts[1], StandardCharsets.UTF_8)), parts[2]);
      case "vanished" -> new Vanished();
      case "retired" -> new Retired();
      default -> throw new IllegalArgumentException("not a cause: " + text);
    };
  }
}
