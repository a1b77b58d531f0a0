package io.gongbi.access;

import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.standard.Where;
import java.util.Map;
import java.util.Set;

/** A person who looks, in the role that decides what is seen. */
public record Viewer(UserId user, Role role) {
  /** Throws {@code access.right-missing} unless the role has the right. */
  public void must(Right right) {
    if (!role.rights().contains(right)) {
      throw new FaultException(
          new Fault.Forbidden("access.right-missing", "", Map.of("right", right.name())));
    }
  }

  /** Whether all customers are in sight. */
  public boolean seesEverybody() {
    return role.customers() instanceof Where.Always;
  }

  /**
   * Throws {@code code} for who sees some customers only: what holds for everybody, or cannot be
   * told apart by whose it is, is none of theirs.
   */
  public void mustSeeEverybody(String code) {
    if (!seesEverybody()) {
      throw new FaultException(new Fault.Forbidden(code, "", Map.of()));
    }
  }

  /**
   * The same customers with nothing masked: for work done on this person's behalf, such as sending,
   * whose outcome is not shown to them in clear.
   */
  public Viewer inClear() {
    return new Viewer(user, new Role(role.name(), role.rights(), role.customers(), true, Set.of()));
  }

  /** The product itself, for work that no person asked for. Sees everything. */
  public static Viewer system() {
    return new Viewer(UserId.SYSTEM, Role.administrator());
  }
}
