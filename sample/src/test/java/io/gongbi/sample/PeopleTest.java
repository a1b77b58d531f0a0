package io.gongbi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeopleTest {

  private static final LocalDate END = LocalDate.of(2026, 6, 1);
  private final Seasons seasons = new Seasons(END.minusMonths(24), END);
  private final People people = new People(42, seasons);

  @Test
  void surnames_areAsFrequentAsInChina() {
    Map<String, Integer> surnames = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      surnames.merge(people.person(i).name().surname(), 1, Integer::sum);
    }
    assertThat(surnames.getOrDefault("王", 0) / 20_000.0).isBetween(0.07, 0.10);
    assertThat(surnames.getOrDefault("李", 0) / 20_000.0).isBetween(0.07, 0.10);
    assertThat(surnames.getOrDefault("欧阳", 0)).isPositive();
    assertThat(surnames).hasSizeGreaterThan(90);
  }

  /** A character without a reading would stop the drawing. */
  @Test
  void names_haveTheirPinyin() {
    Map<String, String> pinyin = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      Names.Name name = people.person(i).name();
      assertThat(name.given()).hasSizeBetween(1, 2);
      pinyin.put(name.full(), name.pinyin());
    }
    assertThat(pinyin)
        .containsEntry("王芳", "wangfang")
        .containsEntry("李志强", "lizhiqiang")
        .containsEntry("陈思怡", "chensiyi");
  }

  @Test
  void phones_areNeverGivenTwice() {
    Phones phones = new Phones(42);
    Set<String> given = new HashSet<>();
    for (int person = 0; person < 50_000; person++) {
      given.add(phones.of(person, Phones.MAIN));
      given.add(phones.of(person, Phones.OTHER));
      given.add(phones.of(person, Phones.GIFT));
    }
    assertThat(given).hasSize(150_000).allMatch(phone -> phone.matches("1[3-9]\\d{9}"));
  }

  /** A thousand people or a million: person 17 is the same, and was born when they were born. */
  @Test
  void person_isMadeAlone() {
    Person seventeen = people.person(17);
    people.person(18);
    assertThat(people.person(17)).isEqualTo(seventeen);
    assertThat(new People(42, seasons).person(17)).isEqualTo(seventeen);
    assertThat(new People(43, seasons).person(17)).isNotEqualTo(seventeen);
  }

  @Test
  void seasons_turnPullIntoMomentsAndBack() {
    for (double pull = 0.25; pull < seasons.totalPull(); pull += 7.3) {
      long second = seasons.secondAt(pull);
      assertThat(seasons.pullAt(second)).isBetween(pull - 0.01, pull + 0.01);
    }
    assertThat(seasons.totalPull()).isBetween(690.0, 830.0);
  }
}
