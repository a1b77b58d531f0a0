package io.gongbi.sample;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Chinese names as frequent as they are: surnames by their share of the population (Ministry of
 * Public Security, 全国姓名报告), given names by sex and decade of birth.
 */
final class Names {

  record Name(String surname, String given) {
    String full() {
      return surname + given;
    }

    /** As one word, as in an e-mail address: wangxiaoming. */
    String pinyin() {
      return surnameReading() + String.join("", givenReadings());
    }

    /** A surname's own reading: 曾 is zeng, 单 shan, 尉迟 yuchi. */
    String surnameReading() {
      return Objects.requireNonNull(SURNAME_READING.get(surname), surname);
    }

    List<String> givenReadings() {
      return Arrays.stream(given.split(""))
          .map(c -> Objects.requireNonNull(READING.get(c), c))
          .toList();
    }
  }

  /** How one decade named its sons or daughters: one character or two, from these pools. */
  private record Fashion(double single, List<String> alone, List<String> first, List<String> last) {
    Fashion(double single, String alone, String first, String last) {
      this(single, List.of(alone.split(" ")), List.of(first.split(" ")), List.of(last.split(" ")));
    }

    String draw(Dice dice) {
      if (dice.chance(single)) {
        return early(alone, dice);
      }
      String start = early(first, dice);
      String end = early(last, dice);
      return start.equals(end) ? end : start + end;
    }

    /** Pools are sorted by popularity; the third is taken about half as often as the first. */
    private static String early(List<String> pool, Dice dice) {
      double skew = dice.next();
      return pool.get((int) (pool.size() * skew * (0.45 + 0.55 * skew)));
    }
  }

  private static final String SURNAMES =
      """
      王 wang 7.10 李 li 7.00 张 zhang 6.74 刘 liu 5.10 陈 chen 4.61 杨 yang 3.22 黄 huang 2.45
      吴 wu 2.00 赵 zhao 2.00 周 zhou 1.90 徐 xu 1.45 孙 sun 1.38 马 ma 1.29 朱 zhu 1.28 胡 hu 1.16
      林 lin 1.13 郭 guo 1.13 何 he 1.06 高 gao 1.00 罗 luo 0.95 郑 zheng 0.93 梁 liang 0.85
      谢 xie 0.76 宋 song 0.70 唐 tang 0.69 许 xu 0.66 邓 deng 0.62 冯 feng 0.62 韩 han 0.61
      曹 cao 0.60 曾 zeng 0.58 彭 peng 0.57 萧 xiao 0.30 肖 xiao 0.45 蔡 cai 0.53 潘 pan 0.52
      田 tian 0.52 董 dong 0.51 袁 yuan 0.50 于 yu 0.48 余 yu 0.48 叶 ye 0.48 蒋 jiang 0.48
      杜 du 0.47 苏 su 0.46 魏 wei 0.45 程 cheng 0.45 吕 lv 0.45 丁 ding 0.43 沈 shen 0.41
      任 ren 0.41 姚 yao 0.40 卢 lu 0.40 傅 fu 0.39 钟 zhong 0.39 姜 jiang 0.39 崔 cui 0.38
      谭 tan 0.38 廖 liao 0.37 范 fan 0.37 汪 wang 0.36 陆 lu 0.36 金 jin 0.35 石 shi 0.34
      戴 dai 0.34 贾 jia 0.33 韦 wei 0.32 夏 xia 0.32 邱 qiu 0.32 方 fang 0.31 侯 hou 0.30
      邹 zou 0.30 熊 xiong 0.29 孟 meng 0.29 秦 qin 0.29 白 bai 0.28 江 jiang 0.28 阎 yan 0.27
      薛 xue 0.26 尹 yin 0.25 段 duan 0.24 雷 lei 0.24 黎 li 0.22 史 shi 0.22 龙 long 0.21
      陶 tao 0.21 贺 he 0.21 顾 gu 0.20 毛 mao 0.20 郝 hao 0.19 龚 gong 0.19 邵 shao 0.19
      万 wan 0.19 钱 qian 0.19 严 yan 0.18 覃 qin 0.18 武 wu 0.18 戚 qi 0.05 欧阳 ouyang 0.07
      司徒 situ 0.02 上官 shangguan 0.01 诸葛 zhuge 0.01 慕容 murong 0.01
      """;

  /** Surnames that are read otherwise than their characters; a third of a percent together. */
  private static final List<Map.Entry<String, String>> READ_OTHERWISE =
      List.of(
          Map.entry("单", "shan"),
          Map.entry("解", "xie"),
          Map.entry("翟", "zhai"),
          Map.entry("查", "zha"),
          Map.entry("仇", "qiu"),
          Map.entry("区", "ou"),
          Map.entry("盖", "ge"),
          Map.entry("朴", "piao"),
          Map.entry("尉迟", "yuchi"),
          Map.entry("万俟", "moqi"));

  private static final double SURNAMES_READ_OTHERWISE = 0.003;

  private static final List<Fashion> MEN =
      List.of(
          new Fashion(0.22, "军 明 勇 平 刚 斌", "建 国 志 文 永 玉 德 金", "国 华 军 平 明 民 林 生 强 荣"),
          new Fashion(0.38, "伟 强 勇 军 涛 斌 刚 波 辉 峰", "志 建 海 文 晓 国 永 立", "强 军 平 华 明 伟 峰 辉 波 东 林"),
          new Fashion(0.42, "磊 伟 鹏 涛 超 强 杰 勇 波 亮", "志 文 海 建 晓 俊 少 永", "强 伟 鹏 龙 飞 峰 华 杰 亮 辉 明"),
          new Fashion(0.25, "浩 鑫 磊 杰 帅 超 凯 鹏", "俊 志 嘉 文 家 子 宇 振 泽", "杰 豪 辉 龙 鑫 轩 航 凯 文 伟"),
          new Fashion(0.10, "浩 涛 鑫 博", "子 浩 宇 俊 嘉 梓 奕 博 泽", "轩 豪 涵 宇 然 泽 阳 睿 辰 航"));
  private static final List<Fashion> WOMEN =
      List.of(
          new Fashion(0.18, "英 兰 芳 珍 敏 琴", "秀 桂 玉 淑 凤 春 惠 月 美", "英 兰 珍 芳 梅 华 荣 琴 霞 香"),
          new Fashion(0.34, "丽 艳 芳 敏 霞 静 红 燕", "丽 晓 春 海 红 雪 玉 小 美", "华 红 丽 霞 芳 梅 萍 娟 燕 英 玲"),
          new Fashion(0.38, "静 丽 娜 艳 敏 芳 燕 婷 丹 娟", "丽 晓 海 雪 小 文 春 亚 佳", "娜 丽 婷 燕 娟 静 敏 红 霞 慧 颖"),
          new Fashion(0.22, "婷 静 悦 雪 倩 敏 颖 丹", "雨 思 佳 梦 晓 雅 诗 嘉 欣", "婷 怡 雪 琪 洁 颖 雯 慧 莹 蕾 瑶"),
          new Fashion(0.08, "悦 怡 萱", "子 欣 雨 梓 诗 思 可 一 佳 紫", "涵 怡 萱 妍 彤 琪 欣 悦 瑶 雯"));

  private static final String READINGS =
      """
      军 jun 明 ming 勇 yong 平 ping 刚 gang 斌 bin 建 jian 国 guo 志 zhi 文 wen 永 yong 玉 yu 德 de
      金 jin 华 hua 民 min 林 lin 生 sheng 强 qiang 荣 rong 伟 wei 涛 tao 波 bo 辉 hui 峰 feng
      海 hai 晓 xiao 立 li 东 dong 磊 lei 鹏 peng 超 chao 杰 jie 亮 liang 俊 jun 少 shao 龙 long
      飞 fei 浩 hao 鑫 xin 帅 shuai 凯 kai 嘉 jia 家 jia 子 zi 宇 yu 振 zhen 泽 ze 豪 hao 轩 xuan
      航 hang 博 bo 梓 zi 奕 yi 涵 han 然 ran 阳 yang 睿 rui 辰 chen 英 ying 兰 lan 芳 fang 珍 zhen
      敏 min 琴 qin 秀 xiu 桂 gui 淑 shu 凤 feng 春 chun 惠 hui 月 yue 美 mei 梅 mei 霞 xia 香 xiang
      丽 li 艳 yan 静 jing 红 hong 燕 yan 雪 xue 小 xiao 萍 ping 娟 juan 玲 ling 娜 na 婷 ting
      丹 dan 亚 ya 佳 jia 慧 hui 颖 ying 悦 yue 倩 qian 雨 yu 思 si 梦 meng 雅 ya 诗 shi 欣 xin
      怡 yi 琪 qi 洁 jie 雯 wen 莹 ying 蕾 lei 瑶 yao 萱 xuan 可 ke 一 yi 紫 zi 妍 yan 彤 tong
      """;

  private static final List<String> SURNAME;
  private static final Map<String, String> SURNAME_READING = new HashMap<>();
  private static final double[] SURNAME_TOTALS;
  private static final Map<String, String> READING = new HashMap<>();

  static {
    String[] words = SURNAMES.strip().split("\\s+");
    int count = words.length / 3;
    String[] surnames = new String[count];
    double[] shares = new double[count];
    for (int i = 0; i < count; i++) {
      surnames[i] = words[3 * i];
      SURNAME_READING.put(words[3 * i], words[3 * i + 1]);
      shares[i] = Double.parseDouble(words[3 * i + 2]);
    }
    SURNAME = List.of(surnames);
    READ_OTHERWISE.forEach(e -> SURNAME_READING.put(e.getKey(), e.getValue()));
    SURNAME_TOTALS = Dice.runningTotals(shares);
    String[] pairs = READINGS.strip().split("\\s+");
    for (int i = 0; i < pairs.length; i += 2) {
      READING.put(pairs[i], pairs[i + 1]);
    }
  }

  private Names() {}

  static Name draw(Dice dice, boolean female, int birthYear) {
    String surname = SURNAME.get(dice.weighted(SURNAME_TOTALS));
    return new Name(surname, given(dice, female, birthYear));
  }

  static String given(Dice dice, boolean female, int birthYear) {
    int decade = Math.clamp((birthYear - 1960) / 10, 0, 4);
    return (female ? WOMEN : MEN).get(decade).draw(dice);
  }

  /** The name, or for a few the same with a rarer surname. */
  static Name perhapsRarer(Dice dice, Name name) {
    return dice.chance(SURNAMES_READ_OTHERWISE)
        ? new Name(dice.pick(READ_OTHERWISE).getKey(), name.given())
        : name;
  }
}
