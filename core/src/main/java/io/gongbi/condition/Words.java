package io.gongbi.condition;

import static io.gongbi.standard.Field.code;
import static io.gongbi.standard.Field.open;

import io.gongbi.catalog.Label;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.trait.Trait;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.TableSpec;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names the columns that conditions stand on. Fields of the standard keep its names; what the
 * profile adds is named here; a field that a company added is called by its key.
 */
final class Words {
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
              open("event.name", ColumnType.TEXT, "事件", "Event")
                  .coded(
                      code("registered", "注册", "Registered"),
                      code("ordered", "下单", "Ordered"),
                      code("paid", "付款", "Paid"),
                      code("refunded", "退款", "Refunded"),
                      code("sent", "已发送触达", "Message sent"),
                      code("delivered", "触达送达", "Message delivered")),
              open("event.source", ColumnType.TEXT, "来源系统", "Source system"),
              open("event.happened_at", ColumnType.MOMENT, "发生时间", "Time"),
              open("event.day", ColumnType.DAY, "发生日期", "Day"),
              open("event.amount", ColumnType.DECIMAL, "金额", "Amount"))
          .stream()
          .collect(Collectors.toMap(f -> f.key().toString(), Function.identity()));

  /** Columns that say where a row came from, not what it is. */
  private static final List<String> KEYS = List.of("customer_id", "order_key", "ref");

  private Words() {}

  static Vocabulary of(Ground ground, Standard standard, List<Trait> traits) {
    return new Vocabulary(
        fields(Standard.CUSTOMER, ground.customer(), standard),
        List.of(
            new Vocabulary.Counted(
                Measure.ORDER,
                new Label("订单", "Orders"),
                fields(Measure.ORDER, ground.order(), standard),
                List.of(Aggregate.values())),
            new Vocabulary.Counted(
                Measure.EVENT,
                new Label("事件", "Events"),
                fields(Measure.EVENT, ground.event(), standard),
                List.of(Aggregate.values()))),
        traits);
  }

  private static List<Field> fields(EntityName entity, TableSpec table, Standard standard) {
    return table.columns().stream()
        .filter(c -> !KEYS.contains(c.name()))
        .map(c -> field(new FieldKey(entity, c.name()), c, standard))
        .toList();
  }

  /** The name from the standard or from here, the type and sensitivity from the table itself. */
  private static Field field(FieldKey key, Column column, Standard standard) {
    var added = ADDED.get(key.toString());
    var known = added == null ? standard.field(key) : java.util.Optional.of(added);
    return new Field(
        key,
        column.type(),
        known.map(Field::label).orElseGet(() -> Label.typed(column.name())),
        column.sensitivity(),
        false,
        known.map(Field::codes).orElse(List.of()));
  }
}
