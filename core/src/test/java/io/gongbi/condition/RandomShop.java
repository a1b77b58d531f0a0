package io.gongbi.condition;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.profile.ProfileTables;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Random histories with many gaps and ties, and random conditions over them that use every record
 * of the family. Small ranges, so that conditions are neither always true nor always false.
 */
final class RandomShop {
  private final Random random;
  private final AsOf asOf;

  RandomShop(long seed, AsOf asOf) {
    this.random = new Random(seed);
    this.asOf = asOf;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private Value maybe(int oneIn, Supplier<Value> value) {
    return random.nextInt(oneIn) == 0 ? Value.missing() : value.get();
  }

  private Value city() {
    return Value.of(one(List.of("上海", "上饶", "北京", "a%b", "a_b", "", "o'hara", "x!y")));
  }

  private LocalDate someDay() {
    return asOf.day().plusDays(random.nextInt(120) - 115);
  }

  private BigDecimal money() {
    return BigDecimal.valueOf(random.nextInt(9) * 2_500L - 5_000, 2);
  }

  Table customers(int size) {
    return table(
        ProfileTables.CUSTOMER,
        size,
        (column, i) ->
            switch (column) {
              case "customer_id" -> Value.of(i + 1L);
              case "city", "province" -> maybe(4, this::city);
              case "gender" -> maybe(3, () -> Value.of(one(List.of("male", "female"))));
              case "birthday", "last_order_day", "registered_day" ->
                  maybe(3, () -> Value.of(someDay()));
              case "points" -> maybe(3, () -> Value.of(money()));
              case "registered_at" ->
                  maybe(3, () -> Value.of(someDay().atTime(12, 0).atZone(asOf.zone()).toInstant()));
              case "orders" -> Value.of(random.nextInt(4));
              default -> Value.missing();
            });
  }

  private List<LocalDate> days(int size) {
    return IntStream.range(0, size).mapToObj(i -> someDay()).toList();
  }

  /** Few hours, so that some rows are of one moment. */
  private Value moment(LocalDate day) {
    return Value.of(day.atTime(one(List.of(0, 9, 9, 23)), 0).atZone(asOf.zone()).toInstant());
  }

  Table items(int size, int customers) {
    var days = days(size);
    return table(
        ProfileTables.ITEM,
        size,
        (column, i) ->
            switch (column) {
              case "customer_id" -> maybe(10, () -> Value.of(1L + random.nextInt(customers)));
              case "day" -> Value.of(days.get(i));
              case "happened_at" -> moment(days.get(i));
              case "kind" -> maybe(9, () -> Value.of(one(List.of("sale", "sale", "return"))));
              case "category" -> maybe(4, () -> Value.of(one(List.of("coats", "shoes", "hats"))));
              case "quantity" -> maybe(9, () -> Value.of(BigDecimal.valueOf(random.nextInt(4))));
              case "amount" -> maybe(9, () -> Value.of(money()));
              default -> Value.missing();
            });
  }

  Table orders(int size, int customers) {
    var days = days(size);
    return table(
        ProfileTables.ORDER,
        size,
        (column, i) ->
            switch (column) {
              case "customer_id" ->
                  maybe(10, () -> Value.of(1L + random.nextInt(customers * 2 / 3)));
              case "day" -> Value.of(days.get(i));
              case "happened_at" -> moment(days.get(i));
              case "kind" -> maybe(9, () -> Value.of(one(List.of("sale", "sale", "return"))));
              case "channel" -> maybe(3, this::city);
              case "amount" -> maybe(9, () -> Value.of(money()));
              case "items" -> maybe(4, () -> Value.of(BigDecimal.valueOf(random.nextInt(4))));
              default -> Value.missing();
            });
  }

  Table events(int size, int customers) {
    var days = days(size);
    return table(
        ProfileTables.EVENT,
        size,
        (column, i) ->
            switch (column) {
              case "customer_id" -> Value.of(1L + random.nextInt(customers));
              case "day" -> Value.of(days.get(i));
              case "happened_at" -> moment(days.get(i));
              case "name" -> Value.of(one(List.of("paid", "ordered", "sent")));
              case "category" -> maybe(3, () -> Value.of(one(List.of("coats", "shoes"))));
              case "amount" -> maybe(3, () -> Value.of(money()));
              case "source" -> maybe(3, this::city);
              default -> Value.missing();
            });
  }

  /** Rows of {@code trait.held}: a flag, a text, a number; some customers have no row. */
  Table held(int customers) {
    var columns =
        List.of(
            Column.open("customer_id", io.gongbi.warehouse.ColumnType.WHOLE),
            Column.open("tag_vip", io.gongbi.warehouse.ColumnType.FLAG),
            Column.open("tag_rfm", io.gongbi.warehouse.ColumnType.TEXT),
            Column.open("tag_spent", io.gongbi.warehouse.ColumnType.DECIMAL));
    var rows = new ArrayList<List<Value>>();
    for (long id = 1; id <= customers; id++) {
      if (random.nextInt(5) == 0) continue;
      rows.add(
          List.of(
              Value.of(id),
              maybe(2, () -> Value.of(true)),
              maybe(3, () -> Value.of(one(List.of("111", "011", "000")))),
              maybe(3, () -> Value.of(money()))));
    }
    return new Table(columns, rows);
  }

  private interface Cell {
    Value of(String column, int row);
  }

  private static Table table(TableSpec spec, int size, Cell cell) {
    return new Table(
        spec.columns(),
        IntStream.range(0, size)
            .mapToObj(i -> spec.columns().stream().map(c -> cell.of(c.name(), i)).toList())
            .toList());
  }

  Condition condition(int depth) {
    return switch (random.nextInt(depth <= 0 ? 4 : 8)) {
      case 0 -> new Condition.Attribute(where("customer", depth));
      case 1 -> behaviour(depth);
      case 2 -> holds();
      case 3 -> picked(depth);
      case 4 -> new Condition.Not(condition(depth - 1));
      case 5 -> new Condition.Any(conditions(depth - 1));
      default -> new Condition.All(conditions(depth - 1));
    };
  }

  private List<Condition> conditions(int depth) {
    return IntStream.range(0, random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3))
        .mapToObj(i -> condition(depth))
        .toList();
  }

  private Op op() {
    return one(List.of(Op.values()));
  }

  private Condition holds() {
    return switch (random.nextInt(4)) {
      case 0 ->
          new Condition.Holds(
              new TraitId("tag/vip"), one(List.of(Op.EQ, Op.NE)), Value.of(random.nextBoolean()));
      case 1 ->
          new Condition.Holds(
              new TraitId("tag/rfm"), op(), Value.of(one(List.of("111", "011", "x"))));
      case 2 -> new Condition.Holds(new TraitId("tag/spent"), op(), Value.of(money()));
      default -> new Condition.Holds(new TraitId("segment/never_stated"), Op.EQ, Value.of(true));
    };
  }

  private Condition picked(int depth) {
    var entity = one(List.of("order", "item", "event"));
    var of =
        switch (entity) {
          case "order" -> one(List.of("channel", "weekday", "hour", "occasion"));
          case "item" -> one(List.of("category", "category", "hour"));
          default -> one(List.of("name", "category", "weekday"));
        };
    var aggregate = one(List.of(Aggregate.FIRST_VALUE, Aggregate.LAST_VALUE, Aggregate.TOP_VALUE));
    var measure =
        new Measure(
            new EntityName(entity),
            where(entity, depth - 1),
            aggregate,
            Optional.of(FieldKey.of(entity + "." + of)),
            window());
    return new Condition.Picked(
        measure, IntStream.range(0, 1 + random.nextInt(3)).mapToObj(i -> shown(of)).toList());
  }

  private Value shown(String of) {
    return switch (of) {
      case "channel" -> city();
      case "weekday" -> Value.of(Integer.toString(1 + random.nextInt(7)));
      case "hour" -> Value.of(one(List.of("00", "09", "23")));
      case "occasion" -> Value.of(one(List.of("spring_festival", "double_twelve", "new_year")));
      case "name" -> Value.of(one(List.of("paid", "sent")));
      default -> Value.of(one(List.of("coats", "shoes", "hats")));
    };
  }

  private Condition behaviour(int depth) {
    var measure = measure(depth);
    var bound =
        switch (measure.aggregate()) {
          case DAYS_SINCE_LAST, DAYS_SINCE_FIRST -> BigDecimal.valueOf(random.nextInt(60));
          case TREND -> BigDecimal.valueOf(random.nextInt(5) * 50 - 100);
          case DISTINCT_VALUES, COUNT, DISTINCT_DAYS -> BigDecimal.valueOf(random.nextInt(4));
          case SUM, AVERAGE, MIN, MAX, FIRST_VALUE, LAST_VALUE, TOP_VALUE -> money();
        };
    return new Condition.Behaviour(measure, op(), bound);
  }

  private Measure measure(int depth) {
    var entity = one(List.of("order", "item", "event"));
    var aggregate = one(List.of(Aggregate.values()));
    boolean of = aggregate.needsField() || (aggregate == Aggregate.TREND && random.nextBoolean());
    var numbers =
        switch (entity) {
          case "order" -> List.of("order.amount", "order.items");
          case "item" -> List.of("item.amount", "item.quantity");
          default -> List.of("event.amount");
        };
    var field =
        aggregate == Aggregate.DISTINCT_VALUES && !entity.equals("order")
            ? entity + ".category"
            : one(numbers);
    return new Measure(
        new EntityName(entity),
        where(entity, depth - 1),
        aggregate,
        of ? Optional.of(FieldKey.of(field)) : Optional.empty(),
        aggregate == Aggregate.TREND ? bounded() : window());
  }

  private Window window() {
    return switch (random.nextInt(4)) {
      case 0 -> new Window.Ever();
      case 1 -> new Window.FirstDays(1 + random.nextInt(60));
      default -> bounded();
    };
  }

  private Window bounded() {
    return switch (random.nextInt(4)) {
      case 0 -> {
        var from = someDay();
        yield new Window.During(new Period(from, from.plusDays(1 + random.nextInt(60))));
      }
      case 1 -> {
        int to = random.nextInt(30);
        yield new Window.Ago(to + random.nextInt(60), to);
      }
      case 2 -> new Window.Running(one(List.of(Window.Unit.values())));
      default -> new Window.LastDays(1 + random.nextInt(100));
    };
  }

  private Where where(String entity, int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      return switch (random.nextInt(3)) {
        case 0 -> new Where.Both(wheres(entity, depth - 1));
        case 1 -> new Where.Either(wheres(entity, depth - 1));
        default -> new Where.Except(where(entity, depth - 1));
      };
    }
    return switch (entity) {
      case "customer" ->
          switch (random.nextInt(5)) {
            case 0 -> text("customer.city");
            case 1 -> new Where.Compare(FieldKey.of("customer.points"), op(), Value.of(money()));
            case 2 ->
                new Where.Compare(FieldKey.of("customer.birthday"), op(), Value.of(someDay()));
            case 3 ->
                new Where.Compare(
                    FieldKey.of("customer.registered_at"),
                    op(),
                    Value.of(someDay().atTime(12, 0).atZone(asOf.zone()).toInstant()));
            default ->
                new Where.Compare(
                    FieldKey.of("customer.orders"), op(), Value.of(random.nextInt(4)));
          };
      case "order" ->
          switch (random.nextInt(5)) {
            case 0 -> new Where.Always();
            case 4 ->
                new Where.In(FieldKey.of("order.weekday"), List.of(Value.of("6"), Value.of("7")));
            case 1 -> new Where.Compare(FieldKey.of("order.kind"), Op.EQ, Value.of("sale"));
            case 2 -> text("order.channel");
            default -> new Where.Compare(FieldKey.of("order.amount"), op(), Value.of(money()));
          };
      case "item" ->
          switch (random.nextInt(3)) {
            case 0 -> new Where.Always();
            case 1 -> new Where.Compare(FieldKey.of("item.category"), op(), Value.of("hats"));
            default -> new Where.Compare(FieldKey.of("item.amount"), op(), Value.of(money()));
          };
      default ->
          switch (random.nextInt(5)) {
            case 0 -> new Where.Always();
            case 4 -> new Where.Except(new Where.Missing(FieldKey.of("event.occasion")));
            case 1 ->
                new Where.In(
                    FieldKey.of("event.name"), List.of(Value.of("paid"), Value.of("sent")));
            case 2 -> text("event.source");
            default -> new Where.Compare(FieldKey.of("event.day"), op(), Value.of(someDay()));
          };
    };
  }

  private List<Where> wheres(String entity, int depth) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(i -> where(entity, depth)).toList();
  }

  private Where text(String field) {
    var key = FieldKey.of(field);
    return switch (random.nextInt(5)) {
      case 0 -> new Where.Compare(key, op(), city());
      case 1 ->
          new Where.In(key, IntStream.range(0, random.nextInt(3)).mapToObj(i -> city()).toList());
      case 2 -> new Where.Missing(key);
      case 3 -> new Where.StartsWith(key, one(List.of("上", "a%", "a_", "x!", "o'")));
      default -> new Where.Contains(key, one(List.of("海", "%", "_", "!", "'h", "")));
    };
  }
}
