package io.gongbi.sample;

import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Trap.Kind;
import java.util.List;
import java.util.Map;

/**
 * Names that are not written as they are on the identity card. Who holds the pen decides how often:
 * a clerk hears the name and guesses at its characters, people themselves like letters and pet
 * names.
 */
final class NameSlips {

  /**
   * Who writes.
   *
   * @param first its records are numbered from here
   * @param shares of names that are written so, kind by kind, where the name has characters for it
   */
  record Pen(long first, List<Double> shares) {
    static final Pen CLERK = new Pen(0, 0.010, 0.032, 0.016, 0.010, 0.010);
    static final Pen OWNER = new Pen(10_000, 0.025, 0.009, 0.006, 0.020, 0.020);
    static final Pen PARCEL = new Pen(20_000, 0.006, 0.004, 0.002, 0.008, 0.012);

    private Pen(
        long first,
        double pinyin,
        double homophone,
        double lookAlike,
        double traditional,
        double nickname) {
      this(first, List.of(pinyin, homophone, lookAlike, traditional, nickname));
    }
  }

  private static final List<Kind> KINDS =
      List.of(Kind.PINYIN, Kind.HOMOPHONE, Kind.LOOK_ALIKE, Kind.TRADITIONAL, Kind.NICKNAME);
  private static final double IN_THE_SURNAME = 0.25;

  private final long seed;

  NameSlips(long seed) {
    this.seed = seed;
  }

  /** What stands instead of {@code plain} in the person's n-th record from this pen. */
  Spelled of(Person person, Pen pen, int record, Spelled plain) {
    Dice dice = new Dice(seed, Topic.NAME_SLIP, person.index(), pen.first + record);
    double u = dice.next();
    for (int i = 0; i < KINDS.size(); i++) {
      u -= pen.shares().get(i);
      if (u < 0) {
        return slip(dice, person, KINDS.get(i), plain);
      }
    }
    return plain;
  }

  private static Spelled slip(Dice dice, Person person, Kind kind, Spelled plain) {
    String full = person.name().full();
    String text =
        switch (kind) {
          case PINYIN -> Pinyin.write(dice, person.name());
          case HOMOPHONE ->
              dice.chance(IN_THE_SURNAME)
                  ? other(dice, full, Characters.SURNAME_HOMOPHONES, 0, 1)
                  : other(
                      dice,
                      full,
                      Characters.HOMOPHONES,
                      person.name().surname().length(),
                      full.length());
          case LOOK_ALIKE -> other(dice, full, Characters.LOOK_ALIKES, 0, full.length());
          case TRADITIONAL -> Characters.traditional(full);
          default -> Nicknames.calling(dice, person);
        };
    if (text.equals(full)) {
      return plain;
    }
    // 張偉 is 张伟, whoever reads it; of the others nobody can say for sure.
    Spelled written =
        kind == Kind.TRADITIONAL ? Spelled.legible(text, full) : Spelled.nonsense(text);
    return written.with(Trap.of(kind, full));
  }

  /**
   * One character between these places replaced, the first from a random one on that has others.
   */
  private static String other(
      Dice dice, String name, Map<Character, String> others, int from, int until) {
    int start = dice.below(until - from);
    for (int i = 0; i < until - from; i++) {
      int at = from + (start + i) % (until - from);
      String choices = others.getOrDefault(name.charAt(at), "");
      if (!choices.isEmpty()) {
        char chosen = choices.charAt(dice.below(choices.length()));
        return name.substring(0, at) + chosen + name.substring(at + 1);
      }
    }
    return name;
  }
}
