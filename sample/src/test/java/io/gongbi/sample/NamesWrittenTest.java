package io.gongbi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.sample.Dice.Topic;
import io.gongbi.sample.Names.Name;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The tables behind the traps in names. */
class NamesWrittenTest {

  private static final LocalDate END = LocalDate.of(2026, 6, 1);

  @Test
  void pinyin_isWrittenAsPeopleDo() {
    assertThat(written(new Name("王", "晓明")))
        .containsExactlyInAnyOrder(
            "Wang Xiaoming",
            "WANG XIAOMING",
            "WANG XIAO MING",
            "Xiaoming Wang",
            "xiaoming wang",
            "wangxiaoming",
            "WangXiaoming");
    assertThat(written(new Name("欧阳", "静"))).contains("Ouyang Jing", "OUYANG JING", "ouyangjing");
    assertThat(written(new Name("吕", "伟"))).contains("Lv Wei", "LYU WEI", "luwei");
  }

  /** A surname is read as surnames are: 单 not dan, 曾 not ceng, 尉迟 not weichi. */
  @Test
  void surnames_haveReadingsOfTheirOwn() {
    Map<String, String> readings = new HashMap<>();
    People people = new People(42, new Seasons(END.minusMonths(24), END));
    for (int i = 0; i < 30_000; i++) {
      Name name = people.person(i).name();
      readings.put(name.surname(), name.surnameReading());
    }
    assertThat(readings)
        .containsEntry("单", "shan")
        .containsEntry("曾", "zeng")
        .containsEntry("解", "xie")
        .containsEntry("仇", "qiu")
        .containsEntry("区", "ou")
        .containsEntry("盖", "ge")
        .containsEntry("任", "ren")
        .containsEntry("尉迟", "yuchi");
  }

  @Test
  void homophones_readAlike_andLookAlikesAreOthers() {
    Map<Character, String> reading = new HashMap<>();
    People people = new People(42, new Seasons(END.minusMonths(24), END));
    for (int i = 0; i < 30_000; i++) {
      Name name = people.person(i).name();
      for (int c = 0; c < name.given().length(); c++) {
        reading.put(name.given().charAt(c), name.givenReadings().get(c));
      }
    }
    int compared = 0;
    for (Map.Entry<Character, String> entry : Characters.HOMOPHONES.entrySet()) {
      for (int i = 0; i < entry.getValue().length(); i++) {
        char other = entry.getValue().charAt(i);
        assertThat(other).isNotEqualTo(entry.getKey().charValue());
        if (reading.containsKey(entry.getKey()) && reading.containsKey(other)) {
          assertThat(reading.get(other))
              .as(entry.toString())
              .isEqualTo(reading.get(entry.getKey()));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(60);
    assertThat(Characters.HOMOPHONES).containsEntry('晓', "小筱").containsEntry('丽', "立莉利");
    assertThat(Characters.LOOK_ALIKES)
        .containsEntry('朱', "未末")
        .containsEntry('戴', "载")
        .allSatisfy((own, others) -> assertThat(others).doesNotContain(own.toString()));
  }

  @Test
  void traditional_isOneCharacterForAnother() {
    assertThat(Characters.traditional("张伟")).isEqualTo("張偉");
    assertThat(Characters.traditional("刘静")).isEqualTo("劉靜");
    assertThat(Characters.traditional("欧阳晓丽")).isEqualTo("歐陽曉麗");
    assertThat(Characters.traditional("王芳")).isEqualTo("王芳");
  }

  private static Set<String> written(Name name) {
    Set<String> written = new HashSet<>();
    for (int i = 0; i < 300; i++) {
      written.add(Pinyin.write(new Dice(1, Topic.NAME_SLIP, i, 0), name));
    }
    return new TreeSet<>(written);
  }
}
