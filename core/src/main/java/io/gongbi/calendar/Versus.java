package io.gongbi.calendar;

/**
 * What a period is compared with. The period it gives is asked in a question of its own, so the
 * page's time filter never cuts it off. For 2026-03-01 … 03-15: preceding is 2026-02-15 … 03-01,
 * last year is 2025-03-01 … 03-15.
 */
public sealed interface Versus {

  /** The period whose numbers are the base of the comparison. */
  default Period baseOf(Period period) {
    return switch (this) {
      case Preceding _, PrecedingBucket _ -> period.preceding();
      case LastYear _ -> period.lastYear();
      case Chosen chosen -> chosen.period();
    };
  }

  /** 环比: the equally long period just before. */
  record Preceding() implements Versus {}

  /**
   * 环比 of every bar of a chart by itself: March beside February, and April beside March. Of one
   * period it is what {@link Preceding} is.
   */
  record PrecedingBucket() implements Versus {}

  /** 同比: the same dates a year earlier. */
  record LastYear() implements Versus {}

  /** A period that somebody picked, of any length. */
  record Chosen(Period period) implements Versus {}
}
