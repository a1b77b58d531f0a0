package io.gongbi.server.http;

import io.gongbi.access.Language;
import io.gongbi.access.User;
import io.gongbi.catalog.Label;
import io.gongbi.server.login.Doorkeeper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.function.Function;

/**
 * In which language to answer: the first of Accept-Language that we speak, else the one that the
 * user chose, else Chinese.
 */
public final class Speech {
  private Speech() {}

  public static Locale of(HttpServletRequest request) {
    return language(request).locale();
  }

  /** A name in two languages becomes the one that the asker reads. */
  static Function<Label, String> words(HttpServletRequest request) {
    return language(request) == Language.ZH ? Label::zh : Label::en;
  }

  public static Language language(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") != null) {
      for (var locale : Collections.list(request.getLocales())) {
        var spoken = Language.of(locale.getLanguage());
        if (spoken.isPresent()) return spoken.get();
      }
      return Language.EN;
    }
    return Doorkeeper.user(request).flatMap(User::language).orElse(Language.ZH);
  }
}
