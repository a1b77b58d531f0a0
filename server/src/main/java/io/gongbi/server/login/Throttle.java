package io.gongbi.server.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down guessing. In a quarter of an hour one address may try a name 5 times, any names 30
 * times, and all addresses together a name 50 times, so that a stranger can't lock out a colleague
 * by five wrong passwords. An attempt counts when it begins: a hundred at once are not a hundred
 * free ones. A success forgets the attempts of its address at its name and gives back its own
 * elsewhere, so that an office of forty behind one address can come in at nine. Thread-safe.
 */
public final class Throttle {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int REMEMBERED = 20_000;

  private final Clock clock;
  private final Map<String, Attempts> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Attempts(Instant since, int count) {}

  private record Limit(String key, int most) {}

  public Throttle(Clock clock) {
    this.clock = clock;
  }

  /** Counts an attempt, or refuses it. */
  public synchronized void begin(String address, String name) {
    var now = clock.instant();
    var counted = new ArrayList<Runnable>();
    for (var limit : limits(address, name)) {
      var before = known.getOrDefault(limit.key(), new Attempts(now, 0));
      var end = before.since().plus(WINDOW);
      var current = end.isAfter(now) ? before : new Attempts(now, 0);
      if (current.count() >= limit.most()) throw new TooManyAttempts(Duration.between(now, end));
      var next = new Attempts(current.since(), current.count() + 1);
      counted.add(() -> known.put(limit.key(), next));
    }
    counted.forEach(Runnable::run);
  }

  /** The attempt succeeded. */
  public synchronized void succeeded(String address, String name) {
    var limits = limits(address, name);
    known.remove(limits.getFirst().key());
    for (var limit : limits.subList(1, limits.size()))
      known.computeIfPresent(
          limit.key(), (_, a) -> new Attempts(a.since(), Math.max(0, a.count() - 1)));
  }

  private static List<Limit> limits(String address, String name) {
    var folded = name.strip().toLowerCase(Locale.ROOT);
    // Names are typed by strangers: a long one must not fill the memory.
    var who = folded.length() + ":" + folded.substring(0, Math.min(folded.length(), 40));
    return List.of(
        new Limit("both " + address + " " + who, 5),
        new Limit("from " + address, 30),
        new Limit("name " + who, 50));
  }
}
