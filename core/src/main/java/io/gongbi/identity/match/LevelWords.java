package io.gongbi.identity.match;

import io.gongbi.catalog.Label;
import java.util.List;
import java.util.Map;

/** What the levels of a comparison say, from level 1 on. */
final class LevelWords {
  private static final Map<Comparison, List<Label>> WORDS =
      Map.ofEntries(
          Map.entry(
              Comparison.NAME,
              List.of(
                  new Label("姓名不同", "Names differ"),
                  new Label("同姓不同名", "Same surname, other given name"),
                  new Label("姓名差一个字", "Names differ in a character"),
                  new Label("姓名同音", "Names read alike"),
                  new Label("姓名相同", "Same name"))),
          Map.entry(
              Comparison.SURNAME,
              List.of(
                  new Label("姓不同", "Surnames differ"),
                  new Label("姓有些像", "Surnames somewhat alike"),
                  new Label("姓差一两个字母", "Surnames nearly the same"),
                  new Label("姓相同", "Same surname"))),
          Map.entry(
              Comparison.GIVEN,
              List.of(
                  new Label("名不同", "Given names differ"),
                  new Label("名有些像", "Given names somewhat alike"),
                  new Label("名差一两个字母", "Given names nearly the same"),
                  new Label("名相同", "Same given name"))),
          Map.entry(
              Comparison.BIRTHDAY,
              List.of(
                  new Label("生日不同", "Birthdays differ"),
                  new Label("生日有两处相同", "Birthdays agree in two parts"),
                  new Label("生日差一位数字", "Birthdays differ in a digit"),
                  new Label("生日相同", "Same birthday"))),
          Map.entry(
              Comparison.GENDER,
              List.of(new Label("性别不同", "Genders differ"), new Label("性别相同", "Same gender"))),
          Map.entry(
              Comparison.PHONE,
              List.of(
                  new Label("手机号不同", "Phones differ"),
                  new Label("手机号差一位", "Phones differ in a digit"),
                  new Label("手机号相同", "Same phone"))),
          Map.entry(
              Comparison.EMAIL,
              List.of(
                  new Label("邮箱不同", "E-mail addresses differ"),
                  new Label("邮箱很像", "E-mail addresses nearly the same"),
                  new Label("邮箱相同", "Same e-mail address"))),
          Map.entry(
              Comparison.DOOR,
              List.of(
                  new Label("住址不同", "Addresses differ"),
                  new Label("住址有些像", "Addresses somewhat alike"),
                  new Label("住址很像", "Addresses nearly the same"),
                  new Label("住址相同", "Same address"))),
          Map.entry(
              Comparison.CITY,
              List.of(new Label("城市不同", "Cities differ"), new Label("城市相同", "Same city"))),
          Map.entry(
              Comparison.POSTCODE,
              List.of(
                  new Label("邮编不同", "Postcodes differ"),
                  new Label("邮编差一位", "Postcodes differ in a digit"),
                  new Label("邮编相同", "Same postcode"))),
          Map.entry(
              Comparison.ID_NUMBER,
              List.of(
                  new Label("证件号不同", "Id numbers differ"),
                  new Label("证件号差一位", "Id numbers differ in a digit"),
                  new Label("证件号相同", "Same id number"))),
          Map.entry(
              Comparison.SHARED_ID,
              List.of(
                  new Label("卡号、账号或设备不同", "Other card, account or device"),
                  new Label("共用一个卡号、账号或设备", "Share a card, account or device"))));

  private LevelWords() {}

  static List<Label> of(Comparison comparison) {
    var of = WORDS.get(comparison);
    if (of == null) throw new IllegalStateException("no words for " + comparison);
    return of;
  }
}
