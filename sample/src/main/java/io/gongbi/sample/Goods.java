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

  /** {@code kind}: the second level, under the category. */
  record Good(String code, String name, Category category, String kind, long price) {}

  private static final Map<Category, String> ASSORTMENT = new EnumMap<>(Category.class);

  static {
    ASSORTMENT.put(
        Category.TEA,
        """
        桂花乌龙 100g|49.00|乌龙茶
        蜜香红茶 150g|78.00|红茶
        春山明前龙井 100g|168.00|绿茶
        冷泡果茶 12 包|39.90|花果茶
        茉莉银针 80g|69.00|花果茶
        陈皮白茶小方片 15 枚|59.00|白茶
        月光白茶饼 200g|98.00|白茶
        岩骨肉桂 125g|138.00|乌龙茶
        老树熟普 357g|128.00|普洱
        「四时」茶礼盒|298.00|礼盒
        """);
    ASSORTMENT.put(
        Category.TEAWARE,
        """
        青瓷品茗杯|39.00|杯盏
        耐热玻璃公道杯|45.00|杯盏
        旅行茶具套装|149.00|套装
        汝窑盖碗|128.00|杯盏
        粗陶茶叶罐|79.00|茶罐茶盘
        山形茶滤|25.00|茶滤
        竹制茶盘|159.00|茶罐茶盘
        紫砂小壶「石瓢」|368.00|茶壶
        铸铁壶「松纹」|598.00|茶壶
        """);
    ASSORTMENT.put(
        Category.SCENT,
        """
        桂花香薰蜡烛|79.00|香薰
        雪松无火香薰 120ml|129.00|香薰
        檀香线香 40 支|58.00|线香盘香
        艾草盘香|29.90|线香盘香
        车载香薰「山风」|69.00|香薰
        倒流香炉|89.00|香具
        香牌挂件|35.00|香具
        沉香礼盒「听雨」|238.00|礼盒
        """);
    ASSORTMENT.put(
        Category.STUDY,
        """
        手帐本「节气」|45.00|纸品
        黄铜书签|22.00|书房小物
        宣纸信笺 30 张|26.00|纸品
        小楷毛笔套装|49.00|笔墨
        国画颜料 24 色|59.00|笔墨
        竹节钢笔|129.00|笔墨
        徽墨墨条|68.00|笔墨
        姓名印章定制|88.00|印章
        端砚入门款|188.00|砚台
        """);
    ASSORTMENT.put(
        Category.KITCHEN,
        """
        青花家用碗 4 只|69.00|碗碟
        粗陶马克杯|36.00|水杯
        玻璃保鲜盒 5 件|79.00|保鲜
        手工木筷 10 双|42.00|餐具
        胡桃木餐盘|59.00|碗碟
        整竹砧板|65.00|厨具
        硅胶厨具六件|99.00|厨具
        耐热砂锅 3L|129.00|锅具
        铸铁珐琅锅 22cm|399.00|锅具
        """);
    ASSORTMENT.put(
        Category.TEXTILE,
        """
        竹纤维毛巾 3 条|39.90|毛巾浴巾
        全棉浴巾|59.00|毛巾浴巾
        苎麻靠枕套|49.00|枕品
        水洗棉四件套|329.00|床品
        亚麻桌布|89.00|布艺
        天然乳胶枕|159.00|枕品
        羊毛盖毯|259.00|被毯
        春秋蚕丝被|699.00|被毯
        """);
    ASSORTMENT.put(
        Category.STORAGE,
        """
        抽屉分隔盒|29.90|桌面收纳
        棉麻收纳箱 2 只|55.00|衣物收纳
        藤编收纳篮|69.00|衣物收纳
        衣物真空袋 10 件|45.00|衣物收纳
        桌面木质收纳盒|79.00|桌面收纳
        透明鞋盒 6 只|66.00|鞋柜收纳
        家用药箱|49.00|药箱
        首饰收纳盒|88.00|桌面收纳
        """);
    ASSORTMENT.put(
        Category.DECOR,
        """
        干花花束|45.00|花艺
        手作陶瓷花瓶|89.00|花艺
        「远山」香插|38.00|摆件
        二十四节气日历|58.00|日历
        竹编壁挂|118.00|挂饰
        桌面流水摆件|168.00|摆件
        山水装饰画|199.00|挂饰
        木质台灯「月」|239.00|灯饰
        折叠小屏风|469.00|屏风
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
            shelf.add(new Good(code, parts[0], category, parts[2], price));
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
