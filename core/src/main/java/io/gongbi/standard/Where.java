package io.gongbi.standard;

import io.gongbi.warehouse.Value;
import java.util.List;

/**
 * Which rows of one entity. Two-valued: a comparison with something missing is false, and its
 * negation therefore true ({@code Except(city = 上海)} includes those without a city). Of a field
 * that holds several values, equal means that the value is among them, {@code In} that any of these
 * is.
 */
public sealed interface Where {
  record Always() implements Where {}

  record Compare(FieldKey field, Op op, Value value) implements Where {}

  record In(FieldKey field, List<Value> values) implements Where {
    public In {
      values = List.copyOf(values);
    }
  }

  record Missing(FieldKey field) implements Where {}

  record StartsWith(FieldKey field, String text) implements Where {}

  record Contains(FieldKey field, String text) implements Where {}

  record Both(List<Where> all) implements Where {
    public Both {
      all = List.copyOf(all);
    }
  }

  record Either(List<Where> any) implements Where {
    public Either {
      any = List.copyOf(any);
    }
  }

  record Except(Where not) implements Where {}
}
