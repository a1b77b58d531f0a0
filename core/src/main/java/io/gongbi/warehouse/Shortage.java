package io.gongbi.warehouse;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What a store ran out of: something that somebody can give it more of, and no bug. */
public enum Shortage {
  DISK,
  /** Of the engine; that of the JVM is another. */
  MEMORY;

  /** As Linux, Windows and DuckDB say it; where it may write no more beside its file either. */
  private List<String> said() {
    return switch (this) {
      case DISK ->
          List.of(
              "no space left",
              "not enough space",
              "disk quota exceeded",
              "disk full",
              "max_temp_directory_size");
      case MEMORY -> List.of("out of memory error");
    };
  }

  /** The shortage that {@code thrown}, or what it was caused by, tells of. */
  public static Optional<Shortage> of(Throwable thrown) {
    for (var e = thrown; e != null; e = e.getCause()) {
      var message = Objects.requireNonNullElse(e.getMessage(), "").toLowerCase(Locale.ROOT);
      for (var shortage : values())
        if (shortage.said().stream().anyMatch(message::contains)) return Optional.of(shortage);
    }
    return Optional.empty();
  }
}
