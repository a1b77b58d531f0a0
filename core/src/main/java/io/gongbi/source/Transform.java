package io.gongbi.source;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What is done to the text of a cell before the standardiser of its field reads it. */
public sealed interface Transform {
  /**
   * Words of the source that stand for codes of the standard, such as {@code 交易成功 → completed}.
   * Words that are not listed stay as they are.
   */
  record Codes(Map<String, String> words) implements Transform {
    public Codes {
      // Sorted, so that equal mappings are written, and hashed, alike.
      words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
    }
  }

  /** 03/04/2026 is the 3rd of April: said once for the column, because one value cannot tell. */
  record DayFirst() implements Transform {}

  /** 03/04/2026 is the 4th of March. */
  record MonthFirst() implements Transform {}

  /**
   * A Chinese id number is kept as it is. Without a word only what it tells is: the day of birth,
   * the sex, where somebody is from.
   */
  record Keep() implements Transform {}

  /** Numbers are multiplied: prices kept in fen become yuan by 0.01. */
  record Times(BigDecimal factor) implements Transform {}
}
