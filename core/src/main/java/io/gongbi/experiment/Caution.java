package io.gongbi.experiment;

/** Why a result should be read with care. The code names the words in both languages. */
public enum Caution {
  /** Nobody was held back, so nothing says what would have happened anyway. */
  NO_CONTROL("effect.no-control"),
  /** Fewer than five who converted, or who did not, in an arm: chance decides. */
  NOT_ENOUGH("effect.not-enough"),
  /** Fewer than fifty buyers in an arm: the revenue interval is too narrow. */
  FEW_BUYERS("effect.few-buyers"),
  /** The arms are not of the planned sizes: the comparison is broken. */
  SAMPLE_RATIO("effect.sample-ratio"),
  /** The arms were made elsewhere; nothing says that chance made them. */
  UNKNOWN_SPLIT("effect.unknown-split"),
  /** Some people's days are not over. Deciding at the first good look finds effects in nothing. */
  OPEN_WINDOW("effect.open-window");

  private final String code;

  Caution(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
