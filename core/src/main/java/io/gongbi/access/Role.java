package io.gongbi.access;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.standard.CompanyField;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Sensitivity;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

  /**
   * Reads, defines, takes lists out and answers for what the data says, and sees nobody's phone
   * number.
   */
  public static Role analyst() {
    return masked("analyst", Right.VIEW, Right.EXPORT, Right.DEFINE, Right.CURATE);
  }

  /** Defines audiences and sends to them; the product addresses people, the marketer does not. */
  public static Role marketer() {
    return masked("marketer", Right.VIEW, Right.DEFINE, Right.SEND);
  }

  /** Reads boards, tags and customers. */
  public static Role viewer() {
    return masked("viewer", Right.VIEW);
  }

  /** The roles that the product brings, by which a user's role is named. */
  public static List<Role> shipped() {
    return List.of(administrator(), analyst(), marketer(), viewer());
  }

  /** Throws {@code access.no-such-role}. */
  public static Role named(String name) {
    return shipped().stream()
        .filter(r -> r.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new FaultException(
                    new Fault.BadQuestion("access.no-such-role", "role", Map.of("role", name))));
  }

  /** Whether a personal field of the standard is shown in clear. */
  public boolean shows(FieldKey field) {
    return unmaskAll || unmasked.contains(field);
  }

  /**
   * Whether a field that is not open is shown in clear. Who sees contacts in clear also sees what
   * else is personal, as a company added it; what is sensitive is shown to those who see all.
   */
  public boolean shows(FieldKey field, Sensitivity sensitivity) {
    return shows(field)
        || (CompanyField.isOne(field.column())
            && sensitivity == Sensitivity.PERSONAL
            && contacts() == Contacts.CLEAR);
  }

  /** The same rights over these customers only, such as those of one city. */
  public Role over(Where only) {
    return new Role(name, rights, only, unmaskAll, unmasked);
  }

  /** The same with what identifies a customer shown so. An administrator sees everything anyway. */
  public Role showing(Contacts contacts) {
    if (unmaskAll) return this;
    var with = EnumSet.noneOf(Right.class);
    with.addAll(rights);
    with.remove(Right.REVEAL);
    if (contacts == Contacts.REVEAL) with.add(Right.REVEAL);
    var clear =
        contacts == Contacts.CLEAR
            ? Standard.columns(Standard.CUSTOMER).stream()
                .filter(c -> c.sensitivity() == Sensitivity.PERSONAL)
                .map(c -> new FieldKey(Standard.CUSTOMER, c.name()))
                .collect(Collectors.toSet())
            : Set.<FieldKey>of();
    return new Role(name, with, customers, false, clear);
  }

  public Contacts contacts() {
    if (unmaskAll || !unmasked.isEmpty()) return Contacts.CLEAR;
    return rights.contains(Right.REVEAL) ? Contacts.REVEAL : Contacts.MASKED;
  }

  private static Role masked(String name, Right... rights) {
    return new Role(name, Set.of(rights), new Where.Always(), false, Set.of());
  }
}
