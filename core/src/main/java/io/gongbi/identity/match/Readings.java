package io.gongbi.identity.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How Chinese characters are read and simplified, and which of them are surnames. A reading has no
 * tones, and ü is written u, because passports write it in four ways. A surname that is read unlike
 * the same character elsewhere (单 shan, 曾 zeng) has its own reading.
 */
final class Readings {
  /** Where a surname is read otherwise than the table says. */
  private static final Map<String, String> OF_SURNAME =
      Map.ofEntries(
          Map.entry("曾", "zeng"),
          Map.entry("单", "shan"),
          Map.entry("解", "xie"),
          Map.entry("仇", "qiu"),
          Map.entry("盖", "ge"),
          Map.entry("区", "ou"),
          Map.entry("朴", "piao"),
          Map.entry("乐", "yue"),
          Map.entry("覃", "qin"),
          Map.entry("翟", "zhai"),
          Map.entry("查", "zha"),
          Map.entry("任", "ren"),
          Map.entry("缪", "miao"),
          Map.entry("员", "yun"),
          Map.entry("都", "du"),
          Map.entry("召", "shao"),
          Map.entry("洗", "xian"),
          Map.entry("冼", "xian"),
          Map.entry("宓", "mi"),
          Map.entry("臧", "zang"),
          Map.entry("繁", "po"),
          Map.entry("尹", "yin"),
          Map.entry("折", "she"),
          Map.entry("尉迟", "yuchi"),
          Map.entry("长孙", "zhangsun"),
          Map.entry("万俟", "moqi"),
          Map.entry("澹台", "tantai"));

  private static final int COMMON = 20;

  /** The most common first. */
  private static final String SINGLE =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅"
          + "方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪辛柯庄温牛樊葛邢安齐伍庞颜倪聂章鲁岳翟殷申耿关兰"
          + "焦俞左柳甘祝包宁尚符舒阮纪梅童凌毕单季裴霍成苗谷盛曲冉翁蓝路游靳管柴鲍房欧解蒲滕屈饶娄郎蔺卓和车项柏焉尤丰芦谌单闵褚费边虞桂佟冷宗卜"
          + "苟蹇邬耿敖乌巩查荆迟粟强党艾仇景司郁言涂原巫仲隋糜臧那佘隆明皮牟古时敬战官占应封揭税晏苑池商鞠阳桑栾全诸仝匡楚满邝党占杭智刁奚岑米都"
          + "英宿麻衣宣扈干沙元穆上晋花由来淳桑束薄伊农祁宫仰甄班双索初戚练幸矫储车昌奉巴茅代冀帅狄竺蒙修计富厉连经窦门戎禹信么厚谈雍国畅贡闻居尧"
          + "揣鄢訾衡羊弓冶步寇慎靖浦幕仉户郜郤邸郗濮亓亢轩况佐佴僧冼区区卞危厍壤夔妫宓寸山展岱师平库延开弥律恽扬折拜揭承招敏旷普智朴来杞栗梦楼"
          + "樊檀欒步水汝汲沃泉洛浩海涂淡渠湛滑漆澹火烟爱牧狐玄瓮生由畅登皇益相眭矫祖禄禚秋种稽空童竹笪筱箫籍粘红综缪羿翦老肇胥臧舍芮苍茹荀荣莘菅"
          + "萧蒯蓟蓬藏藤蘧衷裘要覃计訾谯谷谭豆贝贠赏赛越路车辜辛达迮逄逯通逮道遆遇邓那郏郐郦郭鄂酆采里野钮钭银锁闪问阚阙降陀隗雒零靖鞏韶须顿飞首"
          + "香驹骆骞鬱魁鱼鲜鹿麦黑默龚";

  private static final String COMPOUND =
      "欧阳 司马 上官 诸葛 司徒 东方 独孤 南宫 夏侯 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 端木 轩辕 百里 东郭 西门 闻人 呼延 万俟 澹台 赫连 申屠 太史 钟离 濮阳"
          + " 淳于 单于 公羊 仲孙 公冶 宗政 太叔 拓跋 鲜于 闾丘 司空 亓官 司寇 子车 颛孙 公西 漆雕 乐正 壤驷 公良 夹谷 宰父 谷梁 段干 梁丘 左丘 东门 第五";

  private static final Readings LOADED = new Readings();

  private final Map<Integer, String> syllables = new HashMap<>();
  private final Map<Integer, Integer> simplified = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> surnames;

  /** Readings of surnames by how common the most common surname with it is, from 0 on. */
  private final Map<String, Integer> surnameReadings = new HashMap<>();

  private Readings() {
    resource("readings.txt")
        .forEach(
            line -> {
              var cut = line.indexOf(' ');
              var syllable = plainly(line.substring(0, cut));
              known.add(syllable);
              line.substring(cut + 1).codePoints().forEach(c -> syllables.put(c, syllable));
            });
    var pairs = resource("simplified.txt").map(l -> l.codePoints().toArray()).toList();
    int[] from = pairs.getFirst();
    int[] to = pairs.get(1);
    for (int i = 0; i < from.length; i++) simplified.put(from[i], to[i]);
    surnames =
        Stream.concat(SINGLE.codePoints().mapToObj(Character::toString), compound())
            .collect(Collectors.toUnmodifiableSet());
    var ranked =
        Stream.concat(SINGLE.codePoints().mapToObj(Character::toString), compound()).toList();
    for (int rank = 0; rank < ranked.size(); rank++) {
      int at = rank;
      readSurname(ranked.get(rank)).ifPresent(r -> surnameReadings.putIfAbsent(r, at));
    }
  }

  static Readings loaded() {
    return LOADED;
  }

  private static Stream<String> compound() {
    return Arrays.stream(COMPOUND.split(" "));
  }

  private static String plainly(String syllable) {
    return syllable.replace('v', 'u');
  }

  private static Stream<String> resource(String name) {
    try (InputStream in = Readings.class.getResourceAsStream("/identity/" + name)) {
      if (in == null) throw new IllegalStateException("no resource " + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each traditional character as the simplified one: 張偉 is 张伟. */
  String simplify(String text) {
    if (text.codePoints().noneMatch(simplified::containsKey)) return text;
    return text.codePoints()
        .map(c -> simplified.getOrDefault(c, c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  boolean isSurname(String text) {
    return surnames.contains(text);
  }

  /** The surname at the front of a name; nothing when none is known there. */
  Optional<String> surnameOf(String name) {
    if (name.length() >= 3 && surnames.contains(name.substring(0, 2))) {
      return Optional.of(name.substring(0, 2));
    }
    if (name.isEmpty()) return Optional.empty();
    var first = name.substring(0, 1);
    return isSurname(first) ? Optional.of(first) : Optional.empty();
  }

  boolean isSurnameReading(String reading) {
    return surnameReadings.containsKey(plainly(reading));
  }

  /** Whether it is the reading of one of the surnames that half of all people have. */
  boolean isCommonSurnameReading(String reading) {
    return surnameReadings.getOrDefault(plainly(reading), Integer.MAX_VALUE) < COMMON;
  }

  /** How a surname and what follows it are read; nothing when a character is not in the table. */
  Optional<String> read(String surname, String given) {
    return readSurname(surname).flatMap(s -> each(given).map(g -> s + g));
  }

  private Optional<String> readSurname(String surname) {
    var special = OF_SURNAME.get(surname);
    return special != null ? Optional.of(special) : each(surname);
  }

  private Optional<String> each(String text) {
    var out = new StringBuilder();
    for (int c : text.codePoints().toArray()) {
      var syllable = syllables.get(c);
      if (syllable == null) return Optional.empty();
      out.append(syllable);
    }
    return Optional.of(out.toString());
  }

  /** A Latin word as readings are written, if it is made of syllables alone: Xiaoming, lyu. */
  Optional<String> asReading(String word) {
    var plain = plainly(word.replace("lyu", "lu").replace("nyu", "nu"));
    return isSyllables(plain) ? Optional.of(plain) : Optional.empty();
  }

  private boolean isSyllables(String word) {
    var reached = new boolean[word.length() + 1];
    reached[0] = true;
    for (int end = 1; end <= word.length(); end++) {
      for (int start = Math.max(0, end - 6); start < end && !reached[end]; start++) {
        reached[end] = reached[start] && known.contains(word.substring(start, end));
      }
    }
    return !word.isEmpty() && reached[word.length()];
  }
}
