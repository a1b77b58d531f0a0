package io.gongbi.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a person filled in for a {@link Spec}. Secrets stay sealed until {@link #open}. Thread-safe.
 *
 * @param secrets opens one by its key
 */
public record Settings(Map<String, String> values, Function<String, Optional<String>> secrets) {
  public Settings {
    values = Map.copyOf(values);
  }

  /** Of what asks for nothing. */
  public static final Settings NONE = new Settings(Map.of(), _ -> Optional.empty());

  /** Empty where nothing was filled in. */
  public String text(String key) {
    return values.getOrDefault(key, "");
  }

  public int whole(String key) {
    return Integer.parseInt(text(key));
  }

  public boolean has(String key) {
    return !text(key).isEmpty();
  }

  /** Empty where none was set. Throws what {@link Secrets#open} throws. */
  public String open(String key) {
    return secrets.apply(key).orElse("");
  }
}
