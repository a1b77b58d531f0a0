package io.gongbi.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a name is compared, by examples. */
final class NameFormTest {
  /** {@code -} is nothing. */
  @ParameterizedTest
  @CsvSource({
    // as written, plain, reading, surname, given, hint
    "张伟,            张伟,     zhangwei,        -,     -,      -",
    "張偉,            张伟,     zhangwei,        -,     -,      -",
    "张 伟,           张伟,     zhangwei,        -,     -,      -",
    "张伟先生,        张伟,     zhangwei,        -,     -,      -",
    "张伟（前台）,    张伟,     zhangwei,        -,     -,      -",
    "张玮,            张玮,     zhangwei,        -,     -,      -",
    "Zhang Wei,       zhangwei, zhangwei,        -,     -,      -",
    "ZHANG WEI,       zhangwei, zhangwei,        -,     -,      -",
    "wei zhang,       zhangwei, zhangwei,        -,     -,      -",
    "ZhangWei,        zhangwei, zhangwei,        -,     -,      -",
    // Surnames that are read otherwise than the character is elsewhere.
    "单小曾,          单小曾,   shanxiaoceng,    -,     -,      -",
    "曾小单,          曾小单,   zengxiaodan,     -,     -,      -",
    "Zeng Xiaodan,    zengxiaodan, zengxiaodan,  -,     -,      -",
    "欧阳娜娜,        欧阳娜娜, ouyangnana,      -,     -,      -",
    "Ouyang Nana,     ouyangnana, ouyangnana,    -,     -,      -",
    // ü is written in many ways.
    "吕律,            吕律,     lulu,            -,     -,      -",
    "Lyu Lyu,         lulu,     lulu,            -,     -,      -",
    // Half a name.
    "王女士,          -,        -,               -,     -,      王",
    "王总,            -,        -,               -,     -,      王",
    "小王,            -,        -,               -,     -,      王",
    "欧阳老师,        -,        -,               -,     -,      欧阳",
    // 建工 is a given name, 王工 an engineer.
    "李建工,          李建工,   lijiangong,      -,     -,      -",
    "王工,            -,        -,               -,     -,      王",
    "阿依古丽·买买提, 阿依古丽买买提, -,         -,     -,      -",
    // Names in two parts.
    "Ann Lee,         ann lee,  leeann,          lee,   ann,    -",
    "'Lee, Ann',      ann lee,  leeann,          lee,   ann,    -",
    "José O’Brien,    jose obrien, obrienjose,   obrien, jose,  -",
    // Nobody's name.
    "小鱼儿🐟,        -,        -,               -,     -,      -",
    "爱吃糖的猫,      -,        -,               -,     -,      -",
    "13900000001,     -,        -,               -,     -,      -",
    "user_42,         -,        -,               -,     -,      -",
  })
  void form(String name, String plain, String reading, String surname, String given, String hint) {
    var form = NameForm.of(name);
    assertThat(form.plain().orElse("-")).as("plain").isEqualTo(plain);
    // A minority's name is read as it is written.
    assertThat(form.reading().filter(r -> !r.equals(plain) || r.matches("[a-z]+")).orElse("-"))
        .as("reading")
        .isEqualTo(reading);
    assertThat(form.surname().orElse("-")).as("surname").isEqualTo(surname);
    assertThat(form.given().orElse("-")).as("given").isEqualTo(given);
    assertThat(form.hint().orElse("-")).as("hint").isEqualTo(hint);
  }
}
