package io.gongbi.sample;

import io.gongbi.sample.Places.Place;
import java.util.List;

/** The shops with a door: fourteen in nine cities, and who rings up there. */
final class Stores {

  /** A shop is numbered for its receipts; clerks sign with the names that colleagues call them. */
  record Store(int number, String name, String city, String province, List<String> clerks) {}

  static final List<Store> ALL =
      List.of(
          store(1, "静安店", "上海", "上海", "小陆", "王姐", "阿May"),
          store(2, "徐汇店", "上海", "上海", "小顾", "李店长"),
          store(3, "浦东店", "上海", "上海", "小徐", "小周"),
          store(4, "朝阳店", "北京", "北京", "小赵", "刘姐", "大刘"),
          store(5, "海淀店", "北京", "北京", "小马", "孙店长"),
          store(6, "天河店", "广州", "广东", "阿珍", "阿强"),
          store(7, "南山店", "深圳", "广东", "小林", "阿May", "陈店长"),
          store(8, "西湖店", "杭州", "浙江", "小沈", "小方", "吴姐"),
          store(9, "滨江店", "杭州", "浙江", "小俞", "小金"),
          store(10, "秦淮店", "南京", "江苏", "小钱", "小许"),
          store(11, "姑苏店", "苏州", "江苏", "小陆", "小薛"),
          store(12, "锦江店", "成都", "四川", "小罗", "邓姐"),
          store(13, "武昌店", "武汉", "湖北", "小胡", "小熊"),
          store(14, "思明店", "厦门", "福建", "阿芳", "小洪"));

  private static Store store(
      int number, String district, String city, String province, String... clerks) {
    return new Store(number, city + district, city, province, List.of(clerks));
  }

  private Stores() {}

  /** How near the next shop is: 1 in the city, a third in the province, a tenth elsewhere. */
  static double nearness(Place home) {
    if (ALL.stream().anyMatch(s -> s.city().equals(home.city()))) {
      return 1;
    }
    return ALL.stream().anyMatch(s -> s.province().equals(home.province())) ? 0.34 : 0.1;
  }

  /** Mostly one of the own city, else of the province, else any: people travel. */
  static Store draw(Dice dice, Place home) {
    return dice.weighted(
        ALL,
        s -> s.city().equals(home.city()) ? 40 : s.province().equals(home.province()) ? 12 : 0.6);
  }
}
