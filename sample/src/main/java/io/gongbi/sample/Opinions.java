package io.gongbi.sample;

import io.gongbi.sample.Goods.Category;
import io.gongbi.sample.Goods.Good;
import java.util.List;

/** What customers write, put together from parts: of the goods, the parcel, the people. */
final class Opinions {

  private static final List<String> DELIGHT =
      List.of("很喜欢！", "超出预期，", "第二次买了，", "朋友推荐来的，", "包装很用心，", "性价比高，", "");
  private static final List<String> GOOD_PARCEL =
      List.of("物流很快，两天就到了。", "包装严实，没有磕碰。", "快递小哥态度好。", "发货速度可以。", "");
  private static final List<String> BAD_PARCEL =
      List.of("快递放驿站也不打电话。", "等了一个星期才到。", "箱子压扁了。", "物流信息三天没动。", "");
  private static final List<String> SO_SO = List.of("还行吧，一分价钱一分货。", "中规中矩，", "没有图片上好看，", "一般般，");
  private static final List<String> TOPICS = List.of("物流配送", "商品质量", "售后服务", "少件错发", "价格优惠");

  private Opinions() {}

  static String praise(Dice dice, Good good) {
    String of =
        switch (good.category()) {
          case TEA -> dice.pick(List.of("茶香很正，回甘明显。", "汤色清亮，耐泡。", "送长辈，老人家说好喝。"));
          case TEAWARE -> dice.pick(List.of("手感温润，釉色漂亮。", "出水顺，不烫手。", "摆在茶桌上很有格调。"));
          case SCENT -> dice.pick(List.of("味道淡雅不冲。", "点上半小时满屋子香。", "助眠效果不错。"));
          case STUDY -> dice.pick(List.of("纸质细腻，写着顺手。", "孩子练字用正合适。", "细节到位，送人体面。"));
          case KITCHEN -> dice.pick(List.of("厚实，导热均匀。", "好清洗，不粘。", "大小正好，一家人够用。"));
          case TEXTILE -> dice.pick(List.of("料子柔软亲肤。", "洗了两次没掉色。", "睡着很舒服，不闷。"));
          case STORAGE -> dice.pick(List.of("收纳一下清爽多了。", "承重可以，没异味。", "尺寸标得准。"));
          case DECOR -> dice.pick(List.of("放客厅很雅致。", "做工精致，和图片一样。", "灯光柔和，喜欢。"));
        };
    return dice.pick(DELIGHT) + of + dice.pick(GOOD_PARCEL);
  }

  static String shrug(Dice dice, Good good) {
    return dice.pick(SO_SO) + "就是" + flaw(dice, good.category());
  }

  static String scolding(Dice dice, Good good) {
    return dice.pick(List.of("失望，", "差评！", "不会再买了，", "跟描述不符，"))
        + flaw(dice, good.category())
        + dice.pick(BAD_PARCEL)
        + dice.pick(List.of("客服半天不回。", "联系客服只会复制粘贴。", ""));
  }

  private static String flaw(Dice dice, Category category) {
    return switch (category) {
      case TEA -> dice.pick(List.of("茶味淡，碎末多。", "有股陈味。", "香精味太重。"));
      case TEAWARE -> dice.pick(List.of("杯口有毛刺。", "釉面有气泡。", "收到就有一道裂纹。"));
      case SCENT -> dice.pick(List.of("味道刺鼻。", "闻不到什么香味。", "瓶口漏液。"));
      case STUDY -> dice.pick(List.of("墨水洇纸。", "笔尖劈叉。", "封皮有压痕。"));
      case KITCHEN -> dice.pick(List.of("用了两次就粘锅。", "碗边有缺口。", "有股塑料味。"));
      case TEXTILE -> dice.pick(List.of("掉毛严重。", "缩水了。", "颜色和图片差太多。"));
      case STORAGE -> dice.pick(List.of("塑料味大。", "盖子合不上。", "比想象的小很多。"));
      case DECOR -> dice.pick(List.of("掉漆。", "做工粗糙。", "插头接触不良。"));
    };
  }

  static String topic(Dice dice) {
    return dice.pick(TOPICS);
  }

  static String complaint(Dice dice, String topic, Good good) {
    return switch (topic) {
      case "物流配送" -> "订单显示已签收，本人没有收到" + dice.pick(List.of("，请核实。", "，要求补发。", "，已经等了三天。"));
      case "商品质量" -> good.name() + flaw(dice, good.category()) + "要求退换。";
      case "售后服务" -> "申请退款一直没人处理" + dice.pick(List.of("，打了三次电话。", "，客服互相推。"));
      case "少件错发" -> "少发了一件" + good.name() + "，客服说没问题。";
      default -> "刚买完就降价，要求" + dice.pick(List.of("补差价。", "退差价或补券。"));
    };
  }

  static String suggestion(Dice dice) {
    return dice.pick(
        List.of("希望多出小包装，一个人喝不完。", "包装可以环保一点，胶带太多。", "会员日能不能提前通知。", "门店积分和网上应该通用。", "建议出礼品卡。"));
  }

  static String inquiry(Dice dice, Good good) {
    return good.name() + dice.pick(List.of("什么时候补货？", "可以开专票吗？", "能送礼盒包装吗？", "适合送长辈吗？", "怎么保养？"));
  }
}
