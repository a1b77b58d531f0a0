package io.gongbi.campaign;

import io.gongbi.fault.Fault;
import io.gongbi.fault.Faults;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message with personal fields in braces: {@code {name}，您的{level}权益…}. There is no logic in it. A
 * field that a customer lacks becomes nothing.
 */
record MessageText(String text) {
  static final List<String> FIELDS = List.of("name", "city", "level");
  static final int LONGEST = 1000;

  private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)\\}");

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
      if (!FIELDS.contains(m.group(1))) {
        faults.bad(
            "campaign.unknown-field",
            place,
            Map.of("field", m.group(), "known", "{" + String.join("} {", FIELDS) + "}"));
      }
    }
  }

  String filled(Map<String, String> fields) {
    return FIELD
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(fields.getOrDefault(m.group(1), "")));
  }
}
