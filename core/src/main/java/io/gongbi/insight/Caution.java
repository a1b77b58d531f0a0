package io.gongbi.insight;

import java.util.Map;

/**
 * What should be known before a number is believed: a month that still runs, sales of nobody known.
 * The code names the sentence in both languages, the words fill it.
 */
public record Caution(String code, Map<String, String> words) {
  public Caution {
    words = Map.copyOf(words);
  }
}
