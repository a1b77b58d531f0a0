package io.gongbi.condition;

import static io.gongbi.standard.Field.code;
import static io.gongbi.standard.Field.open;

import io.gongbi.catalog.Label;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Moments;
import io.gongbi.profile.EventName;
import io.gongbi.source.Mapping;
import io.gongbi.source.Mappings;
import io.gongbi.standard.CompanyField;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Imputed;
import io.gongbi.standard.Standard;
import io.gongbi.trait.Trait;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.TableSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names the columns that conditions stand on. Fields of the standard keep its names; what the
 * profile adds is named here; what a company added is called as it calls it, also where it is of
 * orders' lines and stands on goods; the sources of rows go by the names that people gave them.
 *
 * @param mappings those that hold, by which sources have names
 */
record Words(Standard standard, Supplier<List<Mapping>> mappings) {
  private static final Map<String, Field> ADDED =
      List.of(
              open("customer.registered_day", ColumnType.DAY, "注册日期", "Registration day"),
              open("customer.sources", ColumnType.WHOLE, "来源系统数", "Source systems"),
              open("customer.records", ColumnType.WHOLE, "原始记录数", "Source records"),
              open("customer.first_order_day", ColumnType.DAY, "首次购买日期", "First purchase day"),
              open("customer.last_order_day", ColumnType.DAY, "最近购买日期", "Last purchase day"),
              open("customer.orders", ColumnType.WHOLE, "累计订单数", "Orders ever"),
              open("customer.purchase_days", ColumnType.WHOLE, "累计购买天数", "Purchase days ever"),
              open("customer.items", ColumnType.DECIMAL, "累计购买件数", "Items ever"),
              open("customer.revenue", ColumnType.DECIMAL, "累计消费金额", "Spent ever"),
              open("customer.refunds", ColumnType.DECIMAL, "累计退款金额", "Refunded ever"),
              open("customer.net_revenue", ColumnType.DECIMAL, "累计净消费", "Net spend ever"),
              open("order.kind", ColumnType.TEXT, "类型", "Kind")
                  .coded(code("sale", "购买", "Sale"), code("return", "退货", "Return")),
              open("order.source", ColumnType.TEXT, "来源系统", "Source system"),
              open("order.happened_at", ColumnType.MOMENT, "发生时间", "Time"),
              open("order.day", ColumnType.DAY, "发生日期", "Day"),
              open("order.items", ColumnType.DECIMAL, "件数", "Items"),
              open("item.kind", ColumnType.TEXT, "类型", "Kind")
                  .coded(code("sale", "购买", "Sale"), code("return", "退货", "Return")),
              open("item.source", ColumnType.TEXT, "来源系统", "Source system"),
              open("item.happened_at", ColumnType.MOMENT, "发生时间", "Time"),
              open("item.day", ColumnType.DAY, "发生日期", "Day"),
              open("item.product_code", ColumnType.TEXT, "商品编码", "Product code"),
              open("item.product_name", ColumnType.TEXT, "商品", "Product"),
              open("item.category", ColumnType.TEXT, "品类", "Category"),
              open("item.category_2", ColumnType.TEXT, "二级品类", "Category, level 2"),
              open("item.category_3", ColumnType.TEXT, "三级品类", "Category, level 3"),
              open("item.quantity", ColumnType.DECIMAL, "件数", "Quantity"),
              open("item.amount", ColumnType.DECIMAL, "金额", "Amount"),
              open("item.channel", ColumnType.TEXT, "渠道", "Channel"),
              open("event.name", ColumnType.TEXT, "事件", "Event")
                  .coded(
                      Arrays.stream(EventName.values())
                          .map(n -> code(n.code(), n.label().zh(), n.label().en()))
                          .toArray(Field.Code[]::new)),
              open("event.source", ColumnType.TEXT, "来源系统", "Source system"),
              open("event.happened_at", ColumnType.MOMENT, "发生时间", "Time"),
              open("event.day", ColumnType.DAY, "发生日期", "Day"),
              open("event.amount", ColumnType.DECIMAL, "金额", "Amount"),
              open("event.channel", ColumnType.TEXT, "渠道", "Channel"),
              open("event.product_code", ColumnType.TEXT, "商品编码", "Product code"),
              open("event.product_name", ColumnType.TEXT, "商品", "Product"),
              open("event.category", ColumnType.TEXT, "品类", "Category"),
              open("event.category_2", ColumnType.TEXT, "二级品类", "Category, level 2"),
              open("event.category_3", ColumnType.TEXT, "三级品类", "Category, level 3"),
              open("event.keyword", ColumnType.TEXT, "搜索词", "Search words"),
              open("event.page", ColumnType.TEXT, "页面", "Page"),
              open("event.topic", ColumnType.TEXT, "反馈主题", "Topic"),
              open("event.score", ColumnType.DECIMAL, "评分", "Score"),
              open("event.points", ColumnType.DECIMAL, "积分变动", "Change of points"),
              open("event.seconds", ColumnType.DECIMAL, "停留秒数", "Seconds on the page"),
              open("event.text", ColumnType.TEXT, "内容", "Text"))
          .stream()
          .collect(Collectors.toMap(f -> f.key().toString(), Function.identity()));

  /** Columns that say where a row came from, not what it is. */
  private static final List<String> KEYS =
      List.of("customer_id", "order_key", "ref", "batch", "line");

  /** What the moment of a row tells, for every entity: {@link Moments}. */
  private static final Map<String, Field> OF_MOMENTS =
      Map.of(
          Moments.WEEKDAY,
          open("row.weekday", ColumnType.TEXT, "星期", "Weekday")
              .coded(
                  code("1", "周一", "Monday"),
                  code("2", "周二", "Tuesday"),
                  code("3", "周三", "Wednesday"),
                  code("4", "周四", "Thursday"),
                  code("5", "周五", "Friday"),
                  code("6", "周六", "Saturday"),
                  code("7", "周日", "Sunday")),
          Moments.HOUR,
          open("row.hour", ColumnType.TEXT, "时段", "Hour of day")
              .coded(
                  IntStream.range(0, 24)
                      .mapToObj(
                          h -> code(String.format(Locale.ROOT, "%02d", h), h + " 点", h + ":00"))
                      .toArray(Field.Code[]::new)),
          Moments.OCCASION,
          open("row.occasion", ColumnType.TEXT, "节假日与大促", "Holiday or sale days")
              .coded(
                  code("new_year", "元旦", "New Year"),
                  code("spring_festival", "春节", "Spring Festival"),
                  code("womens_day", "38 女王节", "Women's Day sale"),
                  code("labour_day", "五一假期", "Labour Day"),
                  code("mid_year_sale", "618 大促", "618 sale"),
                  code("national_day", "国庆假期", "National Day"),
                  code("singles_day", "双 11 大促", "Singles' Day sale"),
                  code("double_twelve", "双 12 大促", "Double Twelve sale")));

  private static final String SOURCE = "source";

  /** Orders are made of their lines where no file tells of them. */
  private static final Set<EntityName> MAKE_ORDERS = Set.of(Standard.ORDER, Standard.ORDER_LINE);

  /** All but what nobody does: advertising. */
  private static final Set<EntityName> MAKE_EVENTS =
      Set.of(
          Standard.CUSTOMER,
          Standard.ORDER,
          Standard.ORDER_LINE,
          Standard.DELIVERY,
          Standard.EVENT,
          Standard.FEEDBACK,
          Standard.POINTS,
          Standard.COUPON);

  Vocabulary of(Ground ground, List<Trait> traits) {
    var feeds = mappings.get();
    return new Vocabulary(
        fields(Standard.CUSTOMER, ground.customer(), List.of()),
        List.of(
            counted(
                Measure.ORDER,
                new Label("订单", "Orders"),
                ground.order(),
                sources(MAKE_ORDERS, feeds)),
            counted(
                Measure.ITEM,
                new Label("购买的商品", "Goods bought"),
                ground.item(),
                sources(Set.of(Standard.ORDER_LINE), feeds)),
            counted(
                Measure.EVENT,
                new Label("事件", "Events"),
                ground.event(),
                sources(MAKE_EVENTS, feeds))),
        traits);
  }

  private Vocabulary.Counted counted(
      EntityName entity, Label label, TableSpec table, List<Field.Code> sources) {
    return new Vocabulary.Counted(
        entity, label, fields(entity, Moments.of(table), sources), List.of(Aggregate.values()));
  }

  /** Those that bring rows of these kinds: a source of advertising costs alone has no orders. */
  private static List<Field.Code> sources(Set<EntityName> grains, List<Mapping> feeds) {
    var bringing =
        feeds.stream()
            .filter(m -> grains.contains(m.grain()))
            .map(Mapping::source)
            .collect(Collectors.toSet());
    return Mappings.labels(feeds).entrySet().stream()
        .filter(named -> bringing.contains(named.getKey()))
        .map(named -> new Field.Code(named.getKey().value(), named.getValue()))
        .toList();
  }

  private List<Field> fields(EntityName entity, TableSpec table, List<Field.Code> sources) {
    return table.columns().stream()
        .filter(c -> !KEYS.contains(c.name()))
        .filter(c -> !isRetired(c))
        .map(c -> field(new FieldKey(entity, c.name()), c, sources))
        .toList();
  }

  private boolean isRetired(Column column) {
    var name = Imputed.field(column.name()).orElse(column.name());
    return CompanyField.isOne(name) && standard.companyField(name).isEmpty();
  }

  /** The name from the standard or from here, the type and sensitivity from the table itself. */
  private Field field(FieldKey key, Column column, List<Field.Code> sources) {
    var inferred = Imputed.field(column.name()).filter(f -> key.entity().equals(Standard.CUSTOMER));
    if (inferred.isPresent()) return inferred(key, column, inferred.get());
    var added =
        key.entity().equals(Standard.CUSTOMER) || !OF_MOMENTS.containsKey(key.column())
            ? ADDED.get(key.toString())
            : OF_MOMENTS.get(key.column());
    var known =
        added != null
            ? Optional.of(added)
            : CompanyField.isOne(key.column())
                ? standard.companyField(key.column())
                : standard.field(key);
    return new Field(
        key,
        column.type(),
        known.map(Field::label).orElseGet(() -> Label.typed(column.name())),
        column.sensitivity(),
        false,
        key.column().equals(SOURCE) ? sources : known.map(Field::codes).orElse(List.of()));
  }

  /** Called after what it is a guess at, so that no list shows the one as the other. */
  private Field inferred(FieldKey key, Column column, String of) {
    var field = standard.field(new FieldKey(Standard.CUSTOMER, of));
    var label = field.map(Field::label).orElseGet(() -> Label.typed(of));
    return new Field(
        key,
        column.type(),
        new Label(label.zh() + "（推算）", label.en() + " (inferred)"),
        column.sensitivity(),
        false,
        field.map(Field::codes).orElse(List.of()));
  }
}
