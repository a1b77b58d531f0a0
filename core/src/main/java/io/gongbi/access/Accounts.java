package io.gongbi.access;

import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Transaction;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What an administrator does with those who log in: role, scope, coming in no more. Every change is
 * in the {@link AuditTrail} and ends the sessions that began before it. One administrator always
 * remains.
 *
 * <p>Example: Lin makes Wang a marketer over {@code customer.city = 上海}. From the next request on
 * Wang sees the customers of Shanghai and nobody else.
 */
public final class Accounts {
  private final Catalog catalog;
  private final OneTimeLinks links;
  private final AuditTrail audit;
  private final Consumer<Where> fit;

  /** {@code fit} throws for a scope that no customer could be held to. */
  public Accounts(Catalog catalog, OneTimeLinks links, AuditTrail audit, Consumer<Where> fit) {
    this.catalog = catalog;
    this.links = links;
    this.audit = audit;
    this.fit = fit;
  }

  public List<Account> all() {
    return catalog.read(
        t -> t.query(UserQuery.accounts()).stream().map(Accounts::account).toList());
  }

  /** Throws {@code access.no-such-user}. */
  public Account get(UserId id) {
    return catalog.read(t -> get(t, id));
  }

  /**
   * Throws {@code access.last-administrator}, and {@code access.administrator-sees-all} for a scope
   * that would be none: an administrator could lift it.
   */
  public Account change(UserId by, UserId id, Role role) {
    mustFit(role);
    return catalog.in(
        t -> {
          var before = get(t, id);
          if (!role.equals(Role.administrator())) mustNotBeLast(t, before);
          t.write(UserQuery.role(id, role, Users.scope(role)));
          audit.record(by, Act.USER_CHANGED, before.user().name(), Users.said(role));
          return get(t, id);
        });
  }

  /** Comes in no more: sessions end, links are withdrawn. */
  public Account disable(UserId by, UserId id) {
    return catalog.in(
        t -> {
          var before = get(t, id);
          if (by.equals(id)) throw new FaultException(conflict("access.not-yourself"));
          mustNotBeLast(t, before);
          t.write(UserQuery.disabled(id, Value.of(t.now())));
          links.withdraw(t, id);
          audit.record(by, Act.USER_CHANGED, before.user().name(), "disabled");
          return get(t, id);
        });
  }

  public Account enable(UserId by, UserId id) {
    return catalog.in(
        t -> {
          var before = get(t, id);
          t.write(UserQuery.disabled(id, Value.missing()));
          audit.record(by, Act.USER_CHANGED, before.user().name(), "enabled");
          return get(t, id);
        });
  }

  /** Throws what is wrong with a role that somebody is to be given. */
  public void mustFit(Role role) {
    if (role.customers() instanceof Where.Always) return;
    if (role.name().equals(Role.administrator().name()))
      throw Faults.bad("access.administrator-sees-all", "customers");
    fit.accept(role.customers());
  }

  private static void mustNotBeLast(Transaction t, Account account) {
    var administrator = Role.administrator().name();
    boolean counts = !account.disabled() && account.user().role().name().equals(administrator);
    if (counts && t.query(UserQuery.count(administrator)).only().whole("n") == 1)
      throw new FaultException(conflict("access.last-administrator"));
  }

  private static Fault conflict(String code) {
    return new Fault.Conflict(code, "", Map.of());
  }

  private static Account get(Transaction t, UserId id) {
    return t.query(UserQuery.accounts()).stream()
        .filter(row -> row.text("id").equals(id.value()))
        .findFirst()
        .map(Accounts::account)
        .orElseThrow(() -> Faults.notFound("access.no-such-user", id.value()));
  }

  private static Account account(Row row) {
    return new Account(
        Users.user(row),
        !row.missing("password"),
        !row.missing("disabled_at"),
        row.moment("created_at"),
        row.momentIfAny("last_login_at"));
  }
}
