package io.gongbi.fault;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences for codes, in Chinese and in English. {@code access.name-taken} is looked up in
 * {@code messages/access.zh.properties}: {@code 登录名“{name}”已被使用。} with the words {@code {name=lin}}
 * says 登录名“lin”已被使用。
 *
 * <p>A word that the product chose, such as the name of a right, has its own line: {@code
 * access.right-missing.right.EXPORT=导出} stands for {@code {right}} where the word is EXPORT. A code
 * without a sentence is said as it is, which a test forbids. Thread-safe.
 */
public final class Messages {
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)\\}");

  /** Of US$, HK$ and CN¥. */
  private static final Pattern LETTERS = Pattern.compile("^[A-Z]+(?=\\p{Sc})");

  private static final Map<String, Properties> FILES = new ConcurrentHashMap<>();

  private Messages() {}

  /** What to tell a person about a fault. */
  public static String say(Fault fault, Locale locale) {
    return say(fault.code(), fault.words(), locale);
  }

  /** The sentence of a code; Chinese for a Chinese locale, English for any other. */
  public static String say(String code, Map<String, String> words, Locale locale) {
    var sentences = sentences(code, language(locale));
    var sentence = sentences.getProperty(code);
    if (sentence == null) return code;
    return PLACE
        .matcher(sentence)
        .replaceAll(
            place -> {
              var word = words.getOrDefault(place.group(1), "");
              var own = sentences.getProperty(code + "." + place.group(1) + "." + word, word);
              return Matcher.quoteReplacement(own);
            });
  }

  /** A number as sentences in both languages show it: 1,653 and 98,765.5. */
  public static String number(Number number) {
    var format = NumberFormat.getNumberInstance(Locale.ROOT);
    format.setMaximumFractionDigits(4);
    return format.format(number);
  }

  /**
   * An amount as prices are written, with the decimals of its currency: 496097.8 yuan is
   * ¥496,097.80, 1200 yen ¥1,200. No letters stand before the sign, as on every page: $5.00, not
   * US$5.00.
   */
  public static String money(BigDecimal amount, Currency currency, Locale locale) {
    var format = NumberFormat.getNumberInstance(Locale.ROOT);
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    format.setRoundingMode(RoundingMode.HALF_UP);
    var sign = LETTERS.matcher(currency.getSymbol(locale)).replaceFirst("");
    return (amount.signum() < 0 ? "−" : "") + sign + format.format(amount.abs());
  }

  /** Whether a sentence stands for the code in this language. */
  public static boolean knows(String code, Locale locale) {
    return sentences(code, language(locale)).containsKey(code);
  }

  private static String language(Locale locale) {
    return locale.getLanguage().equals("zh") ? "zh" : "en";
  }

  private static Properties sentences(String code, String language) {
    int dot = code.indexOf('.');
    var concept = dot < 0 ? code : code.substring(0, dot);
    return FILES.computeIfAbsent(concept + "." + language, Messages::read);
  }

  private static Properties read(String name) {
    var read = new Properties();
    var path = "messages/" + name + ".properties";
    try (var in = Messages.class.getClassLoader().getResourceAsStream(path)) {
      if (in != null) read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }
}
