package io.gongbi;

import static io.gongbi.Way.ANNABEL;
import static io.gongbi.Way.CYRANO;
import static io.gongbi.Way.csv;
import static io.gongbi.Way.view;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.tag.Tag;
import io.gongbi.trait.TraitId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Ways to what is said of customers: tags, segments, conditions. */
record SaidWays(DefinitionId segment) {
  static final Measure ORDERS =
      Measure.of(Measure.ORDER, new Where.Always(), Aggregate.COUNT, new Window.LastDays(90));
  static final Condition BOUGHT = new Condition.Behaviour(ORDERS, Op.GE, BigDecimal.ONE);

  static final DefinitionId RFM = Tag.KIND.id("rfm");

  /** Of all, and of one. */
  List<Way> statements() {
    var ways = new ArrayList<Way>();
    ways.add(
        new Way(
            "traits.heldBy",
            "100003",
            (g, v) -> g.traits().heldBy(List.of(ANNABEL, CYRANO), view(g, v))));
    ways.add(new Way("traits.holders", "3", (g, v) -> g.traits().holders(view(g, v))));
    ways.add(
        new Way(
            "traits.values", "3", (g, v) -> g.traits().values(TraitId.of(segment), view(g, v))));
    ways.add(
        new Way(
            "traits.history",
            "3",
            (g, v) -> g.traits().history(TraitId.of(segment), g.asOf(), view(g, v))));
    ways.add(
        new Way(
            "conditions.count",
            "3",
            (g, v) -> g.conditions().count(Condition.everyone(), g.asOf(), view(g, v))));
    ways.add(
        new Way(
            "conditions.parts",
            "3",
            (g, v) ->
                g.conditions().parts(Condition.holds(TraitId.of(segment)), g.asOf(), view(g, v))));
    ways.add(new Way("tags.views", "3", (g, v) -> g.tags().views(v)));
    ways.add(new Way("tags.view", "3", (g, v) -> g.tags().view(Tag.KIND.id("rfm"), v)));
    ways.add(
        new Way(
            "conditions.occurring",
            "o-cyr",
            (g, v) -> g.conditions().occurring(FieldKey.of("order.order_no"), "", view(g, v))));
    ways.add(
        new Way(
            "tags.preview",
            "3",
            (g, v) ->
                g.tags().preview(Tag.flag("x", Label.typed("x"), Condition.everyone()).rule(), v)));
    ways.add(new Way("tags.history", "3", (g, v) -> g.tags().history(Tag.KIND.id("rfm"), v)));
    ways.add(new Way("tags.rfm", "1554.5", (g, v) -> g.tags().rfm(Tag.KIND.id("rfm"), v)));
    ways.add(new Way("segments.count", "3", (g, v) -> g.segments().count(Condition.everyone(), v)));
    ways.add(
        new Way(
            "segments.parts",
            "3",
            (g, v) -> g.segments().parts(Condition.holds(TraitId.of(segment)), v)));
    ways.add(new Way("segments.all", "3", (g, v) -> g.segments().all(v)));
    ways.add(new Way("segments.get", "3", (g, v) -> g.segments().get(segment, v)));
    ways.add(new Way("segments.history", "3", (g, v) -> g.segments().history(segment, v)));
    ways.add(
        new Way(
            "segments.occurring",
            "o-cyr",
            (g, v) -> g.segments().occurring(FieldKey.of("order.order_no"), "", v)));
    ways.add(
        new Way(
            "segments.list",
            "Cyrano",
            (g, v) ->
                csv(
                    g.segments()
                        .list(segment, List.of("name", "phone", "net_revenue"), v)
                        .file(Label::en))));
    ways.add(
        new Way(
            "traits.valueHistory",
            "2026",
            (g, v) -> g.traits().valueHistory(TraitId.of(RFM), g.asOf(), view(g, v))));
    ways.add(
        new Way(
            "traits.latest",
            "Cyrano",
            (g, v) -> g.traits().latest(TraitId.of(segment), 9, view(g, v))));
    ways.add(new Way("tags.valueHistory", "2026", (g, v) -> g.tags().valueHistory(RFM, v)));
    ways.add(new Way("segments.latest", "Cyrano", (g, v) -> g.segments().latest(segment, 9, v)));
    ways.add(new Way("tags.latest", "Cyrano", (g, v) -> g.tags().latest(RFM, 9, v)));
    for (var customer : List.of(ANNABEL, CYRANO)) {
      var order = customer.equals(CYRANO) ? "o-cyr" : "o-ann";
      ways.add(
          new Way(
              "tags.why " + customer,
              "2026",
              (g, v) -> g.tags().why(Tag.KIND.id("rfm"), customer, v)));
      ways.add(
          new Way(
              "conditions.explain " + customer,
              order,
              (g, v) -> g.conditions().explain(BOUGHT, customer, g.asOf(), view(g, v))));
      ways.add(
          new Way(
              "conditions.measured " + customer,
              order,
              (g, v) -> g.conditions().measured(ORDERS, customer, g.asOf(), view(g, v))));
      ways.add(
          new Way(
              "conditions.sees " + customer,
              "true",
              (g, v) -> g.conditions().sees(customer, view(g, v))));
      ways.add(
          new Way(
              "traits.changesOf " + customer,
              "segment/s1",
              (g, v) -> g.traits().changesOf(customer, TraitId.of(segment), view(g, v))));
      ways.add(
          new Way(
              "traits.valueOf " + customer,
              "true",
              (g, v) -> g.traits().valueOf(TraitId.of(segment), customer, view(g, v))));
      ways.add(
          new Way(
              "segments.why " + customer,
              "2026",
              (g, v) -> g.segments().why(segment, customer, v)));
    }
    return ways;
  }
}
