package io.gongbi.insight;

import io.gongbi.fault.Messages;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What should be known before a number is believed: a month that still runs, sales of nobody known.
 * The code names the sentence in both languages, the words fill it.
 *
 * @param money words that are amounts, written in the company's currency: 496097.8 is ¥496,097.80
 */
public record Caution(String code, Map<String, String> words, Map<String, BigDecimal> money) {
  public Caution {
    words = Map.copyOf(words);
    money = Map.copyOf(money);
  }

  public Caution(String code, Map<String, String> words) {
    this(code, words, Map.of());
  }

  /** The sentence for a person who reads this language. */
  public String say(Locale locale, Currency currency) {
    var all = new HashMap<>(words);
    money.forEach((word, amount) -> all.put(word, Messages.money(amount, currency, locale)));
    return Messages.say(code, all, locale);
  }
}
