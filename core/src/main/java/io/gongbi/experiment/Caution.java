package io.gongbi.experiment;

import java.util.Map;

/**
 * Why a result should be read with care. {@link io.gongbi.fault.Messages} says it in both languages
 * by the code and the words.
 */
public enum Caution {
  /** Nobody was held back, so nothing says what would have happened anyway. */
  NO_CONTROL("experiment.no-control"),
  /** Too few who converted, or who did not, in an arm: chance decides. */
  NOT_ENOUGH("experiment.not-enough", Effect.FEWEST),
  /** Too few buyers in an arm: the revenue interval is too narrow. */
  FEW_BUYERS("experiment.few-buyers", Effect.FEWEST_BUYERS),
  /** The arms are not of the planned sizes: the comparison is broken. */
  SAMPLE_RATIO("experiment.sample-ratio"),
  /** The arms were made elsewhere; nothing says that chance made them. */
  UNKNOWN_SPLIT("experiment.unknown-split"),
  /** Some people's days are not over. Deciding at the first good look finds effects in nothing. */
  OPEN_WINDOW("experiment.open-window");

  private final String code;
  private final int limit;

  Caution(String code) {
    this(code, 0);
  }

  Caution(String code, int limit) {
    this.code = code;
    this.limit = limit;
  }

  public String code() {
    return code;
  }

  public Map<String, String> words() {
    return limit == 0 ? Map.of() : Map.of("limit", Integer.toString(limit));
  }
}
