package io.gongbi.condition;

import io.gongbi.calendar.AsOf;
import io.gongbi.condition.NormalForm.Tree;
import io.gongbi.metric.Measure;
import io.gongbi.metric.MeasureQuery;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.standard.WhereQuery;
import io.gongbi.warehouse.Among;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The only translation of {@link Condition}: customers, left-joined with one row of measures each
 * for what they did, and one row of traits for what is said of them. Everyone, one customer or the
 * changed ones are the same text; another {@code View} stands in the slots.
 */
public final class ConditionQuery {
  private static final List<EntityName> COUNTED =
      List.of(Measure.ORDER, Measure.ITEM, Measure.EVENT);

  private final NormalForm form;
  private final AsOf asOf;
  private final Ground ground;
  private final WhereQuery who = new WhereQuery("c");
  private final WhereQuery held = new WhereQuery("t");
  private final Map<String, Value> bounds = new HashMap<>();

  private ConditionQuery(NormalForm form, AsOf asOf, Ground ground) {
    this.form = form;
    this.asOf = asOf;
    this.ground = ground;
  }

  /** {@code customer_id} of everybody who meets the condition, each once. */
  public static Sql members(Condition condition, AsOf asOf, Ground ground) {
    var query = new ConditionQuery(NormalForm.of(condition), asOf, ground);
    return query.over("c.customer_id", "\nwhere " + query.text(query.form.tree()));
  }

  /**
   * {@code customer_id} and {@code matched}, the number of the first condition that the customer
   * meets, counted from 0; who meets none is not in it. What the conditions share is read once.
   */
  public static Sql firstMatch(List<Condition> conditions, AsOf asOf, Ground ground) {
    var shared = NormalForm.Shared.of(conditions);
    var query = new ConditionQuery(shared.any(), asOf, ground);
    var cases = new StringBuilder("case");
    for (int i = 0; i < shared.trees().size(); i++) {
      cases.append("\n         when ").append(query.text(shared.trees().get(i)));
      cases.append(" then ").append(i);
    }
    cases.append("\n       end");
    var matched = query.over("c.customer_id,\n       " + cases + " as matched", "");
    return Sql.of(
            "select m.customer_id,\n       m.matched\nfrom matches m\nwhere m.matched is not null")
        .step("matches", matched);
  }

  /**
   * For every customer in view, whether each atom holds ({@code a0, a1 …}) and the value that it
   * was decided by ({@code f0, f1 …}).
   */
  static Sql atoms(NormalForm form, AsOf asOf, Ground ground) {
    var query = new ConditionQuery(form, asOf, ground);
    var columns = new StringBuilder("c.customer_id");
    for (int i = 0; i < form.atoms().size(); i++) {
      var atom = form.atoms().get(i);
      columns.append(",\n       ").append(query.holds(atom)).append(" as a").append(i);
      columns.append(",\n       ").append(query.found(atom)).append(" as f").append(i);
    }
    return query.over(columns.toString(), "");
  }

  /**
   * How many customers in view meet each leaf ({@code n0, n1 …}), and for counted leaves the value
   * that comes nearest to the bound ({@code x0, x1 …}).
   */
  static Sql parts(NormalForm form, AsOf asOf, Ground ground) {
    var columns = new StringBuilder("select ");
    var leaves = form.leaves();
    for (int i = 0; i < leaves.size(); i++) {
      var leaf = leaves.get(i);
      if (i > 0) columns.append(",\n       ");
      columns
          .append("count(*) filter (where ")
          .append(leaf.holds() ? "" : "not ")
          .append("s.a%s) as n%s".formatted(leaf.atom(), i));
      if (form.atoms().get(leaf.atom()) instanceof Condition.Behaviour behaviour) {
        boolean upward = behaviour.op() != Op.LE && behaviour.op() != Op.LT;
        columns.append(
            ",\n       %s(s.f%s) as x%s".formatted(upward ? "max" : "min", leaf.atom(), i));
      }
    }
    return Sql.of(columns.append("\nfrom seen s").toString())
        .step("seen", atoms(form, asOf, ground));
  }

  private Sql over(String columns, String where) {
    var text = new StringBuilder("select ").append(columns);
    text.append("\nfrom {profile.customer} c");
    for (var entity : COUNTED) {
      if (measures(entity).isEmpty()) continue;
      text.append(
          "\nleft join %1$s_measures %2$s on %2$s.customer_id = c.customer_id"
              .formatted(entity, alias(entity)));
    }
    if (form.traits().stream().anyMatch(t -> ground.held().find(t.column()).isPresent())) {
      text.append("\nleft join {trait.held} h on h.customer_id = c.customer_id");
    }
    text.append(where);
    var sql = held.bindInto(who.bindInto(Sql.of(text.toString()))).with(bounds);
    for (var entity : COUNTED) {
      var measures = measures(entity);
      if (measures.isEmpty()) continue;
      var table = ground.rowsOf(entity).orElseThrow();
      sql = sql.step(entity + "_measures", MeasureQuery.byCustomer(measures, table, asOf));
    }
    return sql;
  }

  private static String alias(EntityName entity) {
    if (entity.equals(Measure.ORDER)) return "o";
    return entity.equals(Measure.ITEM) ? "i" : "v";
  }

  private List<Measure> measures(EntityName entity) {
    return form.measures().stream().filter(m -> m.entity().equals(entity)).toList();
  }

  private String text(Tree tree) {
    return switch (tree) {
      case Tree.And and -> joined(and.of(), " and ", "true");
      case Tree.Or or -> joined(or.of(), " or ", "false");
      case Tree.Leaf leaf ->
          leaf.holds()
              ? kept(form.atoms().get(leaf.atom()))
              : "not " + holds(form.atoms().get(leaf.atom()));
    };
  }

  private String joined(List<Tree> parts, String word, String ofNone) {
    return parts.isEmpty()
        ? ofNone
        : parts.stream().map(this::text).collect(Collectors.joining(word, "(", ")"));
  }

  /**
   * {@link #holds} where people are kept or left: what is missing leaves them as false does.
   * Written so where nobody without rows can meet it, the engine joins only those who have some.
   */
  private String kept(Condition.Atom atom) {
    return switch (atom) {
      case Condition.Attribute attribute -> who.kept(attribute.customer(), ground.customer(), "c");
      case Condition.Holds trait when ground.held().find(trait.trait().column()).isPresent() ->
          held.kept(compared(trait), ground.held(), "h");
      case Condition.Behaviour behaviour when needsRows(behaviour) ->
          compared(column(behaviour.measure()), behaviour);
      case Condition.Picked picked -> among(picked);
      case Condition.Behaviour _, Condition.Holds _ -> holds(atom);
    };
  }

  private static Where compared(Condition.Holds trait) {
    return new Where.Compare(
        FieldKey.of("trait." + trait.trait().column()), trait.op(), trait.value());
  }

  /** True or false, never missing. */
  private String holds(Condition.Atom atom) {
    return switch (atom) {
      case Condition.Attribute attribute -> who.text(attribute.customer(), ground.customer(), "c");
      case Condition.Behaviour behaviour -> {
        var comparison = compared(found(atom), behaviour);
        yield behaviour.measure().aggregate().ofNothingIsZero()
            ? comparison
            : "coalesce(" + comparison + ", false)";
      }
      case Condition.Picked picked -> "coalesce(" + among(picked) + ", false)";
      case Condition.Holds trait ->
          // A trait that was never stated has no column, and nobody holds it.
          ground.held().find(trait.trait().column()).isEmpty()
              ? "false"
              : held.text(compared(trait), ground.held(), "h");
    };
  }

  /** The value that decides an atom. */
  private String found(Condition.Atom atom) {
    return switch (atom) {
      case Condition.Attribute attribute ->
          "c." + ground.customer().column(Fields.only(attribute.customer()).column()).name();
      case Condition.Behaviour behaviour -> measured(behaviour.measure());
      case Condition.Picked picked -> measured(picked.measure());
      case Condition.Holds trait ->
          ground
              .held()
              .find(trait.trait().column())
              .map(c -> "h." + c.name())
              .orElse("cast(null as varchar)");
    };
  }

  private String measured(Measure measure) {
    return MeasureQuery.ofNothing(measure, column(measure));
  }

  /** Of {@link MeasureQuery#byCustomer}; missing of whoever has no rows. */
  private String column(Measure measure) {
    return alias(measure.entity()) + ".m" + measures(measure.entity()).indexOf(measure);
  }

  private String compared(String value, Condition.Behaviour behaviour) {
    return "(%s %s %s)".formatted(value, behaviour.op().sql(), bound(Value.of(behaviour.bound())));
  }

  private String among(Condition.Picked picked) {
    return Among.text(column(picked.measure()), picked.values().stream().map(this::bound).toList());
  }

  /** Whether the condition fails of everybody who has no rows. */
  private static boolean needsRows(Condition.Behaviour behaviour) {
    return !behaviour.measure().aggregate().ofNothingIsZero()
        || !behaviour.op().holds(BigDecimal.ZERO.compareTo(behaviour.bound()));
  }

  private String bound(Value value) {
    var name = "b" + bounds.size();
    bounds.put(name, value);
    return "#" + name;
  }
}
