package io.gongbi.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two languages in which the product speaks. */
public enum Language {
  ZH(Locale.SIMPLIFIED_CHINESE),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** {@code zh} or {@code en}, as it travels and is kept. */
  public String code() {
    return locale.getLanguage();
  }

  public static Optional<Language> of(String code) {
    return Arrays.stream(values()).filter(l -> l.code().equals(code)).findFirst();
  }
}
