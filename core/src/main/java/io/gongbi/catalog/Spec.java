package io.gongbi.catalog;

import io.gongbi.fault.Faults;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a connection of some kind asks a person for. The browser draws its form from this alone, so
 * whoever adds a kind writes no page.
 *
 * <p>Example: an SMS gateway asks for an address (text, required), a password (secret) and how many
 * messages a second it takes (number, 1 to 500, usually 10).
 *
 * @param parts settings under headings, in the order of the form
 * @param presets values that a person may begin with
 */
public record Spec(String id, Label label, Label about, List<Part> parts, List<Preset> presets) {
  public Spec {
    parts = List.copyOf(parts);
    presets = List.copyOf(presets);
  }

  /** Settings that belong together. */
  public record Part(String id, Label label, List<Setting> settings) {
    public Part {
      settings = List.copyOf(settings);
    }
  }

  /** Values to begin with, by key; nothing secret. */
  public record Preset(String id, Label label, Map<String, String> values) {
    public Preset {
      values = Map.copyOf(values);
    }
  }

  /** One thing to fill in. The {@code key} stands in what is stored and never changes. */
  public sealed interface Setting {
    String key();

    Label label();

    Optional<Label> hint();

    boolean required();

    /** What stands there until somebody says otherwise. */
    String usual();

    /** {@code lines} more than one: a template, a list. */
    record Text(
        String key, Label label, Optional<Label> hint, boolean required, String usual, int lines)
        implements Setting {}

    record Whole(String key, Label label, Optional<Label> hint, long least, long most, String usual)
        implements Setting {
      @Override
      public boolean required() {
        return true;
      }
    }

    record Choice(String key, Label label, Optional<Label> hint, List<Option> options, String usual)
        implements Setting {
      public Choice {
        options = List.copyOf(options);
      }

      @Override
      public boolean required() {
        return true;
      }
    }

    /** Kept by {@link Secrets}, never among the values. */
    record Secret(String key, Label label, Optional<Label> hint, boolean required)
        implements Setting {
      @Override
      public String usual() {
        return "";
      }
    }
  }

  public record Option(String value, Label label) {}

  private static final int LONGEST = 8_000;

  public List<Setting> settings() {
    return parts.stream().flatMap(p -> p.settings().stream()).toList();
  }

  /** The keys of what is secret. */
  public Set<String> secrets() {
    return settings().stream()
        .filter(Setting.Secret.class::isInstance)
        .map(Setting::key)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The values as they are kept: stripped, and what was left out at its usual value. */
  public Map<String, String> completed(Map<String, String> values) {
    var all = new TreeMap<String, String>();
    for (var setting : settings()) {
      if (setting instanceof Setting.Secret) continue;
      all.put(setting.key(), values.getOrDefault(setting.key(), setting.usual()).strip());
    }
    return all;
  }

  /**
   * Collects what is wrong with values and secrets, each at its key: {@code
   * catalog.setting-missing}, {@code -number}, {@code -choice}, {@code -unknown}, {@code
   * -too-long}.
   *
   * @param secretsSet the secrets that are set, or are about to be
   */
  public void check(Map<String, String> values, Set<String> secretsSet, Faults faults) {
    var known = settings().stream().map(Setting::key).collect(Collectors.toSet());
    for (var key : values.keySet()) {
      if (!known.contains(key) || secrets().contains(key)) {
        faults.bad("catalog.setting-unknown", key, Map.of("key", key));
      }
    }
    for (var setting : settings()) {
      check(setting, values.getOrDefault(setting.key(), setting.usual()), secretsSet, faults);
    }
  }

  private static void check(Setting setting, String value, Set<String> secrets, Faults faults) {
    var key = setting.key();
    if (value.length() > LONGEST) {
      faults.bad("catalog.setting-too-long", key, Map.of("most", "" + LONGEST));
    }
    switch (setting) {
      case Setting.Text t -> {
        if (t.required() && value.isBlank()) faults.bad("catalog.setting-missing", key, Map.of());
      }
      case Setting.Whole n -> {
        boolean fits = value.strip().matches("[0-9]{1,9}");
        long number = fits ? Long.parseLong(value.strip()) : -1;
        if (!fits || number < n.least() || number > n.most()) {
          var words = Map.of("least", "" + n.least(), "most", "" + n.most());
          faults.bad("catalog.setting-number", key, words);
        }
      }
      case Setting.Choice c -> {
        if (c.options().stream().noneMatch(o -> o.value().equals(value))) {
          faults.bad("catalog.setting-choice", key, Map.of());
        }
      }
      case Setting.Secret s -> {
        if (s.required() && !secrets.contains(key)) {
          faults.bad("catalog.setting-missing", key, Map.of());
        }
      }
    }
  }
}
