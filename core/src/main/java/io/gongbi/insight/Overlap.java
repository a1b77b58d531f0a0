package io.gongbi.insight;

import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether one row may meet two filters. {@code name = paid} and {@code name = refunded} never meet;
 * {@code name = paid} and {@code amount ≥ 100} may. In doubt they may.
 */
final class Overlap {
  private Overlap() {}

  static boolean possible(Where a, Where b) {
    var left = allowed(a);
    var right = allowed(b);
    return left.entrySet().stream()
        .noneMatch(
            l -> {
              var r = right.get(l.getKey());
              return r != null && r.stream().noneMatch(l.getValue()::contains);
            });
  }

  /** For some fields, the only values that a row can have. */
  private static Map<FieldKey, Set<Value>> allowed(Where where) {
    return switch (where) {
      case Where.Compare c when c.op() == Op.EQ -> only(c.field(), List.of(c.value()));
      case Where.In in -> only(in.field(), in.values());
      case Where.Both both -> {
        var all = new HashMap<FieldKey, Set<Value>>();
        for (var part : both.all()) {
          allowed(part)
              .forEach(
                  (field, values) ->
                      all.merge(
                          field,
                          values,
                          (x, y) -> {
                            var common = new HashSet<>(x);
                            common.retainAll(y);
                            return common;
                          }));
        }
        yield all;
      }
      case Where.Always _,
          Where.Compare _,
          Where.Missing _,
          Where.StartsWith _,
          Where.Contains _,
          Where.Either _,
          Where.Except _ ->
          Map.of();
    };
  }

  /** Only of texts do we know that unlike values are unlike: 1 and 1.0 are one number. */
  private static Map<FieldKey, Set<Value>> only(FieldKey field, List<Value> values) {
    return values.stream().allMatch(Value.Text.class::isInstance)
        ? Map.of(field, Set.copyOf(values))
        : Map.of();
  }
}
