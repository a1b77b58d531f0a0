package io.gongbi.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The assortment: eight categories, 70 goods, all names invented; prices in fen. */
final class Goods {

  enum Category {
    TEA("CY", "茶叶"),
    TEAWARE("CQ", "茶器"),
    SCENT("XP", "香品"),
    STUDY("WF", "文房"),
    KITCHEN("CC", "餐厨"),
    TEXTILE("JF", "家纺"),
    STORAGE("SN", "收纳"),
    DECOR("JS", "家饰");

    final String prefix;
    final String label;

    Category(String prefix, String label) {
      this.prefix = prefix;
      this.label = label;
    }
  }

  record Good(String code, String name, Category category, long price) {}

  private static final Map<Category, String> ASSORTMENT = new EnumMap<>(Category.class);

  static {
    ASSORTMENT.put(
        Category.TEA,
        """
        桂花乌龙 100g|49.00
        蜜香红茶 150g|78.00
        春山明前龙井 100g|168.00
        冷泡果茶 12 包|39.90
        茉莉银针 80g|69.00
        陈皮白茶小方片 15 枚|59.00
        月光白茶饼 200g|98.00
        岩骨肉桂 125g|138.00
        老树熟普 357g|128.00
        「四时」茶礼盒|298.00
        """);
    ASSORTMENT.put(
        Category.TEAWARE,
        """
        青瓷品茗杯|39.00
        耐热玻璃公道杯|45.00
        旅行茶具套装|149.00
        汝窑盖碗|128.00
        粗陶茶叶罐|79.00
        山形茶滤|25.00
        竹制茶盘|159.00
        紫砂小壶「石瓢」|368.00
        铸铁壶「松纹」|598.00
        """);
    ASSORTMENT.put(
        Category.SCENT,
        """
        桂花香薰蜡烛|79.00
        雪松无火香薰 120ml|129.00
        檀香线香 40 支|58.00
        艾草盘香|29.90
        车载香薰「山风」|69.00
        倒流香炉|89.00
        香牌挂件|35.00
        沉香礼盒「听雨」|238.00
        """);
    ASSORTMENT.put(
        Category.STUDY,
        """
        手帐本「节气」|45.00
        黄铜书签|22.00
        宣纸信笺 30 张|26.00
        小楷毛笔套装|49.00
        国画颜料 24 色|59.00
        竹节钢笔|129.00
        徽墨墨条|68.00
        姓名印章定制|88.00
        端砚入门款|188.00
        """);
    ASSORTMENT.put(
        Category.KITCHEN,
        """
        青花家用碗 4 只|69.00
        粗陶马克杯|36.00
        玻璃保鲜盒 5 件|79.00
        手工木筷 10 双|42.00
        胡桃木餐盘|59.00
        整竹砧板|65.00
        硅胶厨具六件|99.00
        耐热砂锅 3L|129.00
        铸铁珐琅锅 22cm|399.00
        """);
    ASSORTMENT.put(
        Category.TEXTILE,
        """
        竹纤维毛巾 3 条|39.90
        全棉浴巾|59.00
        苎麻靠枕套|49.00
        水洗棉四件套|329.00
        亚麻桌布|89.00
        天然乳胶枕|159.00
        羊毛盖毯|259.00
        春秋蚕丝被|699.00
        """);
    ASSORTMENT.put(
        Category.STORAGE,
        """
        抽屉分隔盒|29.90
        棉麻收纳箱 2 只|55.00
        藤编收纳篮|69.00
        衣物真空袋 10 件|45.00
        桌面木质收纳盒|79.00
        透明鞋盒 6 只|66.00
        家用药箱|49.00
        首饰收纳盒|88.00
        """);
    ASSORTMENT.put(
        Category.DECOR,
        """
        干花花束|45.00
        手作陶瓷花瓶|89.00
        「远山」香插|38.00
        二十四节气日历|58.00
        竹编壁挂|118.00
        桌面流水摆件|168.00
        山水装饰画|199.00
        木质台灯「月」|239.00
        折叠小屏风|469.00
        """);
  }

  static final List<Category> CATEGORIES = List.of(Category.values());
  static final List<Good> ALL = new ArrayList<>();
  private static final Map<Category, List<Good>> SHELVES = new EnumMap<>(Category.class);
  private static final Map<Category, double[]> APPEAL = new EnumMap<>(Category.class);

  static {
    ASSORTMENT.forEach(
        (category, text) -> {
          List<Good> shelf = new ArrayList<>();
          for (String line : text.strip().split("\n")) {
            String[] parts = line.split("\\|");
            long price = Long.parseLong(parts[1].replace(".", ""));
            String code = String.format(Locale.ROOT, "%s%03d", category.prefix, shelf.size() + 1);
            shelf.add(new Good(code, parts[0], category, price));
          }
          double[] appeal = new double[shelf.size()];
          for (int i = 0; i < appeal.length; i++) {
            appeal[i] = 1 / StrictMath.pow(i + 1.5, 0.75);
          }
          ALL.addAll(shelf);
          SHELVES.put(category, List.copyOf(shelf));
          APPEAL.put(category, Dice.runningTotals(appeal));
        });
  }

  private Goods() {}

  /** A good from this shelf; the shelf is ordered by how well things sell. */
  static Good draw(Dice dice, Category category) {
    List<Good> shelf = SHELVES.getOrDefault(category, List.of());
    return shelf.get(dice.weighted(APPEAL.getOrDefault(category, new double[] {1})));
  }
}
