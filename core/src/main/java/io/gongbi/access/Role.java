package io.gongbi.access;

import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Where;
import java.util.Set;

/**
 * Rights, the customers in sight, and the personal fields shown in clear. A shop's marketer in
 * Shanghai: {@code {VIEW, DEFINE, SEND}}, {@code customer.city = 上海}, nothing unmasked.
 */
public record Role(
    String name, Set<Right> rights, Where customers, boolean unmaskAll, Set<FieldKey> unmasked) {
  public Role {
    rights = Set.copyOf(rights);
    unmasked = Set.copyOf(unmasked);
  }

  public static Role administrator() {
    return new Role("administrator", Set.of(Right.values()), new Where.Always(), true, Set.of());
  }
}
