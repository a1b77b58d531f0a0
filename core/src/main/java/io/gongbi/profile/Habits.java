package io.gongbi.profile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a customer is drawn to: what they did lately, the goods and words they come back to, and
 * where they buy. Days are whole days before the as-of day: on 2026-06-01 the last 30 days are
 * 2026-05-02 to 2026-05-31.
 */
public record Habits(LocalDate asOf, List<Deed> deeds, List<Like> likes, List<Place> places) {
  /**
   * How often the customer did one thing: viewed 3 times in 30 days and 10 in 90, {@code last} on
   * 2026-05-30.
   */
  public record Deed(String name, long in30, long in90, long ever, LocalDate last) {}

  /** What {@link Like} is about. */
  public enum Of {
    CATEGORY,
    PRODUCT,
    KEYWORD
  }

  /**
   * One thing that the customer likes: of 茶叶 5 pieces for 480, returned ones taken off, and looked
   * at 12 times in 90 days. Who never bought it has 0 pieces for 0; a searched word is never
   * bought. What was bought most comes first, then what was looked at most.
   */
  public record Like(Of of, String name, BigDecimal quantity, BigDecimal amount, long looks) {}

  /**
   * Sales, and deeds in 90 days, by channel: 12 orders for 1,800 in the shop, and no deed there.
   * {@code channel} is empty where the source names none.
   */
  public record Place(Optional<String> channel, long orders, BigDecimal amount, long deeds) {}

  public Habits {
    deeds = List.copyOf(deeds);
    likes = List.copyOf(likes);
    places = List.copyOf(places);
  }
}
