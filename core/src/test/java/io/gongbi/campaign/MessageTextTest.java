package io.gongbi.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.fault.Fault;
import io.gongbi.fault.Faults;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageTextTest {
  private static final Map<PersonalField, String> WANG =
      Map.of(
          PersonalField.NAME, "王芳",
          PersonalField.LEVEL, "金卡",
          PersonalField.POINTS, "320",
          PersonalField.DAYS, "41",
          PersonalField.PRODUCT, "青瓷杯");

  /** 王芳 has everything but a city; of the other reader nothing is known. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "周末上新 # 周末上新 # 周末上新",
        "{姓名}，好久不见 # 王芳，好久不见 # -",
        "{name}，好久不见 # 王芳，好久不见 # -",
        "{ 姓名 }好 # 王芳好 # -",
        "{姓名~尊敬的会员}，好久不见 # 王芳，好久不见 # 尊敬的会员，好久不见",
        "{姓名~您}好，{等级~会员}专享 # 王芳好，金卡专享 # 您好，会员专享",
        "{等级~}专享 # 金卡专享 # 专享",
        "{积分}分，{未购天数}天没来 # 320分，41天没来 # -",
        "{上次商品~好物}上新 # 青瓷杯上新 # 好物上新",
        "{城市~本地}门店 # 本地门店 # 本地门店",
        "{城市}门店 # - # -"
      })
  void filled_takesTheField_elseTheOtherWords_elseNothing(String row) {
    var cells = row.replace('~', '|').split("#");
    assertThat(filled(cells[0].strip(), WANG)).isEqualTo(cells[1].strip());
    assertThat(filled(cells[0].strip(), Map.of())).isEqualTo(cells[2].strip());
  }

  private static String filled(String text, Map<PersonalField, String> values) {
    return new MessageText(text).filled(values).orElse("-");
  }

  /** What is typed into a file stays what it is: no braces are read in it. */
  @Test
  void value_isNeverReadAsAField() {
    var values = new EnumMap<PersonalField, String>(PersonalField.class);
    values.put(PersonalField.NAME, "{积分}$1\\");
    assertThat(filled("{姓名}好", values)).isEqualTo("{积分}$1\\好");
  }

  @Test
  void shown_leavesTheBraces_whereNobodyCanFillThem() {
    assertThat(new MessageText("{姓名}，{城市}上新").shown(WANG)).isEqualTo("王芳，{城市}上新");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ''                ; [campaign.no-message]
          {phone}好         ; [campaign.unknown-field]
          {姓名             ; [campaign.lone-brace]
          {姓名|a|b}        ; [campaign.lone-brace]
          {}好              ; [campaign.unknown-field]
          {姓名|您}好       ; []
          """)
  void check_saysWhatIsWrong(String text, String codes) {
    var faults = new Faults();
    new MessageText(text).check("message", faults);
    assertThat(faults.found().stream().map(Fault::code).toList()).hasToString(codes);
  }
}
