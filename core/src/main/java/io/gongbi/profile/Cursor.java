package io.gongbi.profile;

import io.gongbi.fault.Faults;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** A place on the timeline as a word that can stand in an address. */
final class Cursor {
  private static final String BETWEEN = "\n";

  private Cursor() {}

  static String of(Timeline.Happening last) {
    var text =
        String.join(BETWEEN, last.happenedAt().toString(), last.name(), last.source(), last.ref());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Throws {@code profile.bad-cursor} for a word that is none of ours. */
  static ProfileQuery.Place parse(String word) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
      var parts = text.split(BETWEEN, 4);
      if (parts.length < 4) throw Faults.bad("profile.bad-cursor", "before");
      return new ProfileQuery.Place(Instant.parse(parts[0]), parts[1], parts[2], parts[3]);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Faults.bad("profile.bad-cursor", "before");
    }
  }
}
