package io.gongbi.segment;

import io.gongbi.condition.Condition;
import java.util.Optional;

/** What makes somebody a member. */
public sealed interface Segment {
  /**
   * Whoever meets the condition, followed at every refresh; where it is capped, not all of them.
   */
  record Dynamic(Condition who, Optional<Cap> cap) implements Segment {
    public Dynamic(Condition who) {
      this(who, Optional.empty());
    }
  }

  /**
   * Whoever was on the list when it was saved, under whatever id they are known today; {@code
   * origin} says where the list came from.
   */
  record Fixed(String origin) implements Segment {}
}
