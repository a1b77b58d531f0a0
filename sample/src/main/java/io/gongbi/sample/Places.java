package io.gongbi.sample;

import java.util.ArrayList;
import java.util.List;

/** Where customers live: 60 cities, weighted as an online home-goods shop sees them. */
final class Places {

  /** A province in its short form (浙江) and full form (浙江省), a city without and with 市. */
  record Place(String province, String provinceFull, String city) {
    String cityFull() {
      return city + "市";
    }
  }

  private static final String CITIES =
      """
      上海 上海市 上海 7.2 北京 北京市 北京 6.6 广东 广东省 广州 4.6 广东 广东省 深圳 4.9
      广东 广东省 东莞 1.8 广东 广东省 佛山 1.6 广东 广东省 珠海 0.6 广东 广东省 惠州 0.7
      广东 广东省 中山 0.6 浙江 浙江省 杭州 4.8 浙江 浙江省 宁波 2.1 浙江 浙江省 温州 1.5
      浙江 浙江省 嘉兴 1.0 浙江 浙江省 金华 1.2 浙江 浙江省 绍兴 0.9 江苏 江苏省 南京 2.9
      江苏 江苏省 苏州 3.4 江苏 江苏省 无锡 1.8 江苏 江苏省 常州 1.1 江苏 江苏省 南通 1.0
      江苏 江苏省 徐州 0.8 江苏 江苏省 扬州 0.7 四川 四川省 成都 4.1 四川 四川省 绵阳 0.6
      重庆 重庆市 重庆 2.8 湖北 湖北省 武汉 2.9 湖北 湖北省 宜昌 0.4 湖南 湖南省 长沙 2.2
      湖南 湖南省 株洲 0.4 山东 山东省 济南 1.5 山东 山东省 青岛 1.8 山东 山东省 烟台 0.9
      山东 山东省 潍坊 0.7 山东 山东省 临沂 0.6 河南 河南省 郑州 2.0 河南 河南省 洛阳 0.7
      河南 河南省 南阳 0.4 陕西 陕西省 西安 2.2 陕西 陕西省 咸阳 0.3 安徽 安徽省 合肥 1.6
      安徽 安徽省 芜湖 0.6 安徽 安徽省 黄山 0.3 福建 福建省 福州 1.4 福建 福建省 厦门 1.5
      福建 福建省 泉州 1.2 江西 江西省 南昌 1.0 江西 江西省 景德镇 0.4 河北 河北省 石家庄 1.1
      河北 河北省 保定 0.7 河北 河北省 唐山 0.6 天津 天津市 天津 1.9 辽宁 辽宁省 沈阳 1.3
      辽宁 辽宁省 大连 1.2 吉林 吉林省 长春 0.8 黑龙江 黑龙江省 哈尔滨 1.0 山西 山西省 太原 0.9
      云南 云南省 昆明 1.1 贵州 贵州省 贵阳 0.8 广西 广西壮族自治区 南宁 0.9 海南 海南省 海口 0.5
      甘肃 甘肃省 兰州 0.5 新疆 新疆维吾尔自治区 乌鲁木齐 0.5 内蒙古 内蒙古自治区 呼和浩特 0.4
      """;

  private static final List<Place> PLACES = new ArrayList<>();
  private static final double[] TOTALS;

  static {
    String[] words = CITIES.strip().split("\\s+");
    double[] weights = new double[words.length / 4];
    for (int i = 0; i < weights.length; i++) {
      PLACES.add(new Place(words[4 * i], words[4 * i + 1], words[4 * i + 2]));
      weights[i] = Double.parseDouble(words[4 * i + 3]);
    }
    TOTALS = Dice.runningTotals(weights);
  }

  private Places() {}

  static Place draw(Dice dice) {
    return PLACES.get(dice.weighted(TOTALS));
  }
}
