package io.gongbi.condition;

import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Where;

/** Reading the fields out of a filter. */
final class Fields {
  private Fields() {}

  /** The field of a filter that the normal form has taken apart to one field. */
  static FieldKey only(Where where) {
    return switch (where) {
      case Where.Compare c -> c.field();
      case Where.In in -> in.field();
      case Where.Missing m -> m.field();
      case Where.StartsWith s -> s.field();
      case Where.Contains c -> c.field();
      case Where.Always _, Where.Both _, Where.Either _, Where.Except _ ->
          throw new IllegalArgumentException("not about one field: " + where);
    };
  }
}
