package io.gongbi.sample;

import java.util.List;

/** What shop users call themselves: commas, quotes and emoji included, as exports have them. */
final class Nicknames {

  private static final List<String> MOODS =
      List.of(
          "爱喝茶的", "慢慢", "山里的", "元气", "早睡的", "一只", "快乐", "云上", "南方", "温柔的", "失眠的", "会飞的", "认真的",
          "江南");
  private static final List<String> THINGS =
      List.of(
          "小鹿", "橘子", "猫", "月亮", "豆包", "茉莉", "石头", "雨", "松果", "阿婆", "鲸鱼", "小满", "团子", "旅人", "柚子");
  private static final List<String> WHOLE =
      List.of(
          "微信用户", "微信用户", "momo", "momo", "小确幸,每一天", "\"不吃香菜\"", "茶语🍵", "岁月静好", "Coco☀️", "。。。");

  private Nicknames() {}

  static String draw(Dice dice, Person person) {
    String given = person.name().given();
    double u = dice.next();
    if (u < 0.16) {
      return dice.pick(WHOLE);
    } else if (u < 0.34) {
      return person.name().pinyin() + (10 + dice.below(990));
    } else if (u < 0.50) {
      return (dice.chance(0.5) ? "小" : "阿") + given.substring(given.length() - 1);
    } else if (u < 0.56) {
      return person.name().full();
    }
    return dice.pick(MOODS) + dice.pick(THINGS) + (dice.chance(0.3) ? "" + dice.below(100) : "");
  }

  /** What stands in the field for the name when it is not the name: 小丽, 丽丽, 王姐. */
  static String calling(Dice dice, Person person) {
    String surname = person.name().surname();
    String given = person.name().given();
    String last = given.substring(given.length() - 1);
    return switch (dice.below(6)) {
      case 0 -> "小" + last;
      case 1 -> "阿" + last;
      case 2 -> last + last;
      case 3 -> "小" + surname;
      case 4 -> surname + (person.female() ? "姐" : "哥");
      default -> surname + dice.pick(List.of("总", "老师", "医生", "经理"));
    };
  }
}
