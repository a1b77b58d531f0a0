package io.gongbi.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.calendar.Period;
import io.gongbi.catalog.Codec;
import io.gongbi.catalog.Family;
import io.gongbi.catalog.Kind;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What segments and tags keep. This text was stored by a release and must be read for ever: a
 * change here needs an upcast, not another text.
 */
class ConditionJsonTest {
  private static final FieldKey CITY = FieldKey.of("customer.city");
  private static final FieldKey AMOUNT = FieldKey.of("order.amount");

  private static final Condition EVERY_SORT =
      Condition.all(
          new Condition.Attribute(
              new Where.Both(
                  List.of(
                      new Where.Always(),
                      new Where.Compare(CITY, Op.NE, Value.of("上海")),
                      new Where.Compare(
                          FieldKey.of("customer.registered_at"),
                          Op.GE,
                          Value.of(Instant.parse("2026-01-31T00:00:00Z"))),
                      new Where.Compare(
                          FieldKey.of("customer.birthday"),
                          Op.LT,
                          Value.of(LocalDate.parse("1990-01-01"))),
                      new Where.In(CITY, List.of(Value.of("北京"), Value.of("广州"))),
                      new Where.Either(
                          List.of(
                              new Where.Missing(CITY),
                              new Where.StartsWith(CITY, "南"),
                              new Where.Contains(CITY, "州"))),
                      new Where.Except(new Where.Missing(CITY))))),
          Condition.any(
              new Condition.Behaviour(
                  new Measure(
                      Measure.ORDER,
                      new Where.Compare(AMOUNT, Op.GT, Value.of(new BigDecimal("99.50"))),
                      Aggregate.SUM,
                      Optional.of(AMOUNT),
                      new Window.LastDays(90)),
                  Op.GE,
                  new BigDecimal("500.5")),
              new Condition.Behaviour(
                  Measure.of(
                      Measure.EVENT,
                      new Where.Always(),
                      Aggregate.COUNT,
                      new Window.During(
                          new Period(
                              LocalDate.parse("2026-01-01"), LocalDate.parse("2026-02-01")))),
                  Op.EQ,
                  new BigDecimal("3")),
              new Condition.Behaviour(
                  Measure.of(
                      Measure.ORDER,
                      new Where.Always(),
                      Aggregate.DISTINCT_DAYS,
                      new Window.Ever()),
                  Op.LE,
                  new BigDecimal("2"))),
          new Condition.Not(new Condition.Holds(new TraitId("tag/vip"), Op.EQ, Value.of(true))),
          new Condition.Picked(
              new Measure(
                  Measure.ITEM,
                  new Where.Always(),
                  Aggregate.TOP_VALUE,
                  Optional.of(FieldKey.of("item.category")),
                  new Window.Ago(90, 30)),
              List.of(Value.of("coats"), Value.of("shoes"))),
          counted(new Window.Running(Window.Unit.MONTH)),
          counted(new Window.FirstDays(30)));

  private static Condition counted(Window window) {
    return new Condition.Behaviour(
        Measure.of(Measure.ORDER, new Where.Always(), Aggregate.COUNT, window),
        Op.GE,
        BigDecimal.ONE);
  }

  private static final String STORED =
      """
      {"type":"all","of":[
        {"type":"attribute","customer":{"type":"both","all":[
          {"type":"always"},
          {"type":"compare","field":"customer.city","op":"NE","value":"上海"},
          {"type":"compare","field":"customer.registered_at","op":"GE",
            "value":{"moment":"2026-01-31T00:00:00Z"}},
          {"type":"compare","field":"customer.birthday","op":"LT","value":{"day":"1990-01-01"}},
          {"type":"in","field":"customer.city","values":["北京","广州"]},
          {"type":"either","any":[
            {"type":"missing","field":"customer.city"},
            {"type":"startsWith","field":"customer.city","text":"南"},
            {"type":"contains","field":"customer.city","text":"州"}]},
          {"type":"except","not":{"type":"missing","field":"customer.city"}}]}},
        {"type":"any","of":[
          {"type":"behaviour","measure":{"entity":"order",
            "rows":{"type":"compare","field":"order.amount","op":"GT","value":99.50},
            "aggregate":"SUM","of":"order.amount","window":{"type":"lastDays","days":90}},
            "op":"GE","bound":500.5},
          {"type":"behaviour","measure":{"entity":"event","rows":{"type":"always"},
            "aggregate":"COUNT",
            "window":{"type":"during","period":{"from":"2026-01-01","until":"2026-02-01"}}},
            "op":"EQ","bound":3},
          {"type":"behaviour","measure":{"entity":"order","rows":{"type":"always"},
            "aggregate":"DISTINCT_DAYS","window":{"type":"ever"}},"op":"LE","bound":2}]},
        {"type":"not","of":{"type":"holds","trait":"tag/vip","op":"EQ","value":true}},
        {"type":"picked","measure":{"entity":"item","rows":{"type":"always"},
          "aggregate":"TOP_VALUE","of":"item.category",
          "window":{"type":"ago","from":90,"to":30}},
          "values":["coats","shoes"]},
        {"type":"behaviour","measure":{"entity":"order","rows":{"type":"always"},
          "aggregate":"COUNT","window":{"type":"running","unit":"MONTH"}},"op":"GE","bound":1},
        {"type":"behaviour","measure":{"entity":"order","rows":{"type":"always"},
          "aggregate":"COUNT","window":{"type":"firstDays","days":30}},"op":"GE","bound":1}]}
      """;

  private final Codec codec = Codec.of(Kind.of("segment", Condition.class, Conditions.SHAPES));

  @Test
  void condition_isReadAsItWasStored() {
    assertThat(codec.read(STORED, Condition.class)).isEqualTo(EVERY_SORT);
  }

  @Test
  void condition_isWrittenInThatForm() {
    var compact = STORED.lines().map(String::strip).reduce("", String::concat);
    assertThat(codec.write(EVERY_SORT)).isEqualTo(compact);
  }

  /** A member that is added to a family must be added to the text above. */
  @Test
  void text_holdsEveryMember() {
    var names =
        Conditions.SHAPES.stream()
            .flatMap(
                shape ->
                    shape instanceof Family<?> family
                        ? family.names().keySet().stream()
                        : Stream.<String>of());
    assertThat(names).allSatisfy(name -> assertThat(STORED).contains("\"type\":\"" + name + "\""));
  }
}
