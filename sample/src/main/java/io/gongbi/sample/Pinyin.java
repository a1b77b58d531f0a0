package io.gongbi.sample;

import io.gongbi.sample.Names.Name;
import java.util.List;
import java.util.Locale;

/** How people write a Chinese name in letters: as in a passport, as abroad, or as it comes. */
final class Pinyin {

  private Pinyin() {}

  static String write(Dice dice, Name name) {
    String surname = surname(dice, name.surnameReading());
    List<String> syllables = name.givenReadings();
    String given = String.join("", syllables);
    double u = dice.next();
    if (u < 0.34) {
      return capital(surname) + " " + capital(given);
    } else if (u < 0.48) {
      return (surname + " " + given).toUpperCase(Locale.ROOT);
    } else if (u < 0.58) {
      return (surname + " " + String.join(" ", syllables)).toUpperCase(Locale.ROOT);
    } else if (u < 0.72) {
      return capital(given) + " " + capital(surname);
    } else if (u < 0.80) {
      return given + " " + surname;
    } else if (u < 0.94) {
      return surname + given;
    }
    return capital(surname) + capital(given);
  }

  /** Without dots over the u there is no one way: 吕 is LYU in the passport, LV or LU elsewhere. */
  private static String surname(Dice dice, String reading) {
    return switch (reading) {
      case "lv" -> dice.pick(List.of("lv", "lyu", "lu"));
      default -> reading;
    };
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
