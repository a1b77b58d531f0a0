package io.gongbi.segment;

import io.gongbi.condition.Condition;

/** What makes somebody a member. */
public sealed interface Segment {
  /** Whoever meets the condition, followed at every refresh. */
  record Dynamic(Condition who) implements Segment {}

  /**
   * Whoever was on the list when it was saved, under whatever id they are known today; {@code
   * origin} says where the list came from.
   */
  record Fixed(String origin) implements Segment {}
}
