package io.gongbi.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which other characters a name's characters are taken for: by ear, by eye, and in Hong Kong and
 * Taiwan. Of the characters that {@link Names} draws from, and made for them alone.
 */
final class Characters {

  /** What an input method offers for the same reading; each stands for each other of its group. */
  private static final String ALIKE_BY_EAR =
      """
      军君均俊峻 明铭鸣 勇永咏 平萍苹屏 刚钢纲 斌彬宾 建健剑 志智治 文雯纹 玉宇雨羽 德得 金锦津
      华桦 民敏旻 林琳霖 生声笙 强蔷 荣容蓉 伟玮炜薇 涛滔韬 波博勃 辉晖慧惠卉 峰锋枫凤丰 晓小筱 立丽莉利
      东冬栋 磊蕾垒 鹏朋 杰洁婕 亮良 少绍 龙隆 飞菲斐 浩昊皓 鑫欣新馨 凯恺铠 嘉佳家 子紫梓 振珍震臻 泽择
      豪毫 轩萱宣 航杭 奕一艺怡依逸 涵晗寒 然冉 阳扬洋 睿瑞锐 辰晨宸 英莹颖瑛 兰岚澜 芳方坊 琴芹勤
      秀绣 桂贵 淑书舒 春椿 月悦玥越 美梅媚 香湘 艳燕妍雁 静婧晶菁 红虹宏 娟涓 玲灵凌 婷亭庭 亚雅娅
      倩茜 思斯 梦孟 诗施 琪绮琦 瑶遥 可珂 彤桐童 国果
      """;

  /** Surnames, as they are heard over a counter. */
  private static final String SURNAMES_BY_EAR =
      """
      张章 王汪 李黎 陈晨 萧肖 于余俞 徐许 吴武伍 傅付 姜江蒋 邱丘 何贺 魏卫韦 程成 严阎闫 钟仲 戚齐 刘柳
      沈审 郑政 梁良 陆路卢鲁 万宛 戴代 范樊 方房 龚宫 史石施
      """;

  /** On a card filled in by hand, or where the eye slips in the list of an input method. */
  private static final String BY_EYE =
      """
      浩诰 晓哓 婷停 莹萤 颖颍 泽译 涵函 娜那 怡恰 彤肜 妍研 刚冈 鑫金 峰烽 波坡 涛祷 辉挥 建健 文丈
      永水 玉王 国围 华毕 民氏 林材 伟纬 军车 亮高 俊骏 少小 龙尤 凯剀 嘉喜 宇字 振震 豪亳 轩轲 航舫 博搏
      梓锌 奕弈 然燃 阳旧 英央 珍诊 敏繁 秀季 桂挂 淑椒 春舂 惠蕙 美姜 梅海 香杳 静靖 红江 雪雷 娟捐 玲铃
      丹舟 亚业 佳住 慧彗 悦说 倩情 思恩 雅稚 诗待 琪棋 雯霎 蕾雷 瑶谣 萱宣 萍苹 磊垒
      丽两 洁沽 欣掀 王玉 李季 吴昊 马鸟 朱未 朱末 郭廓 于干 于千 余佘 戴载 侯候 汪江 邱丘 邹皱 段叚 史吏
      贾贸 田由 任仕 万方 尹伊 白自 毛手 傅博 孙孔 冯马 徐除 叶叮 卢芦 石右 韦书 谭潭 廖寥 薛薜 覃潭 肖消
      """;

  private static final String TRADITIONAL =
      """
      张張 刘劉 陈陳 杨楊 黄黃 吴吳 赵趙 孙孫 马馬 罗羅 郑鄭 谢謝 许許 邓鄧 冯馮 韩韓 萧蕭 叶葉 蒋蔣 苏蘇
      吕呂 卢盧 钟鍾 谭譚 陆陸 贾賈 韦韋 邹鄒 阎閻 龙龍 贺賀 顾顧 龚龔 万萬 钱錢 严嚴 欧歐 诸諸 单單 区區
      盖蓋 军軍 刚剛 国國 华華 强強 荣榮 伟偉 涛濤 辉輝 晓曉 东東 鹏鵬 杰傑 飞飛 凯凱 轩軒 泽澤 阳陽
      梦夢 丽麗 艳艷 静靜 红紅 亚亞 颖穎 悦悅 诗詩 莹瑩 兰蘭 凤鳳 瑶瑤 洁潔 帅帥
      """;

  static final Map<Character, String> HOMOPHONES = byGroup(ALIKE_BY_EAR);
  static final Map<Character, String> SURNAME_HOMOPHONES = byGroup(SURNAMES_BY_EAR);
  static final Map<Character, String> LOOK_ALIKES = byPair(BY_EYE);
  private static final Map<Character, String> TO_TRADITIONAL = byPair(TRADITIONAL);

  private Characters() {}

  static String traditional(String name) {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      written.append(TO_TRADITIONAL.getOrDefault(c, String.valueOf(c)));
    }
    return written.toString();
  }

  private static Map<Character, String> byGroup(String groups) {
    Map<Character, String> others = new HashMap<>();
    for (String group : groups.strip().split("\\s+")) {
      for (int i = 0; i < group.length(); i++) {
        char c = group.charAt(i);
        others.merge(c, group.replace(String.valueOf(c), ""), String::concat);
      }
    }
    return Map.copyOf(others);
  }

  private static Map<Character, String> byPair(String pairs) {
    Map<Character, String> other = new HashMap<>();
    for (String pair : List.of(pairs.strip().split("\\s+"))) {
      other.merge(pair.charAt(0), pair.substring(1), String::concat);
    }
    return Map.copyOf(other);
  }
}
