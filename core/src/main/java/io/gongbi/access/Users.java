package io.gongbi.access;

import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Codec;
import io.gongbi.catalog.Transaction;
import io.gongbi.catalog.UserId;
import io.gongbi.catalog.Violation;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Value;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who may log in, and in which role. The first administrator comes in by a one-time link and
 * chooses name and password; every login, failed or not, is in the {@link AuditTrail}.
 *
 * <p>Example: on a new folder {@link #isSetUpNeeded} holds. {@code setUp(token, "林", "…")} makes 林
 * the administrator and uses the token up; the same token again is {@code access.link-unknown}.
 */
public final class Users {
  /** Tables of this package in the catalog. */
  public static final List<Migration> MIGRATIONS =
      List.of(
          new Migration("catalog", "access", 1, "users"),
          new Migration("catalog", "access", 2, "scope"),
          new Migration("catalog", "access", 3, "contacts"),
          new Migration("catalog", "access", 4, "chosen_language"));

  /** A scope is kept as conditions on rows are kept everywhere. */
  private static final Codec CODEC = Codec.of(Standard.SHAPES);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LONGEST_NAME = 40;
  private static final int SHORTEST_PASSWORD = 8;

  /** What bcrypt reads; it would silently ignore the rest. */
  private static final int LONGEST_PASSWORD = 72;

  private final Catalog catalog;
  private final OneTimeLinks links;
  private final AuditTrail audit;

  public Users(Catalog catalog, OneTimeLinks links, AuditTrail audit) {
    this.catalog = catalog;
    this.links = links;
    this.audit = audit;
  }

  /** Until the first administrator exists. */
  public boolean isSetUpNeeded() {
    return catalog.read(Users::isSetUpNeeded);
  }

  /** The first run: makes the administrator and uses up the link, or neither. */
  public User setUp(String token, String name, String password, Passwords how) {
    check(name, Optional.of(password));
    var hash = how.hash(password);
    return catalog.in(
        t -> {
          if (!isSetUpNeeded(t))
            throw new FaultException(new Fault.Conflict("access.already-set-up", "", Map.of()));
          links.useForSetUp(t, token);
          var user = insert(t, name, Role.administrator(), Value.of(hash));
          audit.record(user.id(), Act.SET_UP, user.name(), "");
          return user;
        });
  }

  /** Somebody who comes in by one-time links until there is a password. */
  public User add(UserId by, String name, Role role) {
    check(name, Optional.empty());
    Role.named(role.name());
    try {
      return catalog.in(
          t -> {
            var user = insert(t, name, role, Value.missing());
            audit.record(by, Act.USER_ADDED, user.name(), said(role));
            return user;
          });
    } catch (Violation e) {
      if (e.rule() != Violation.Rule.UNIQUE) throw e;
      throw new FaultException(
          new Fault.Conflict("access.name-taken", "name", Map.of("name", name.strip())));
    }
  }

  /** By name and password. Never says which of the two is wrong. */
  public User login(String name, String password, Passwords how) {
    var known = catalog.read(t -> t.query(UserQuery.byName(folded(name))).first());
    var hash = known.flatMap(row -> row.textIfAny("password"));
    if (hash.isEmpty()) {
      how.pretend(password);
    } else if (how.matches(password, hash.get())) {
      var user = user(known.orElseThrow());
      audit.record(user.id(), Act.LOGIN, user.name(), "password");
      return user;
    }
    // An unknown name may well be a password typed into the wrong field: it is not written down.
    var who = known.map(Users::user);
    audit.record(
        who.map(User::id).orElse(UserId.SYSTEM),
        Act.LOGIN_FAILED,
        who.map(User::name).orElse(""),
        "");
    throw Faults.bad("access.wrong-name-or-password", "");
  }

  /** By a link, once. */
  public User loginByLink(String token) {
    return catalog.in(
        t -> {
          var user = find(t, links.useForLogin(t, token)).orElseThrow(OneTimeLinks::unknown);
          audit.record(user.id(), Act.LOGIN, user.name(), "link");
          return user;
        });
  }

  /** Nobody who is disabled. */
  public Optional<User> find(UserId id) {
    return catalog.read(t -> find(t, id));
  }

  public Optional<User> named(String name) {
    return catalog.read(t -> t.query(UserQuery.byName(folded(name))).first()).map(Users::user);
  }

  public List<User> all() {
    return catalog.read(t -> t.query(UserQuery.all()).stream().map(Users::user).toList());
  }

  /** What everybody is called who ever could log in, for what they made and did. */
  public Map<UserId, String> names() {
    return catalog.read(
        t ->
            t.query(UserQuery.names()).stream()
                .collect(
                    Collectors.toMap(row -> new UserId(row.text("id")), row -> row.text("name"))));
  }

  /** Whether this is the user's password; nothing is for one who comes in by links. */
  public boolean isPassword(User user, String password, Passwords how) {
    var kept =
        catalog
            .read(t -> t.query(UserQuery.byId(user.id())).first())
            .flatMap(row -> row.textIfAny("password"));
    if (kept.isEmpty()) how.pretend(password);
    return kept.isPresent() && how.matches(password, kept.get());
  }

  public boolean hasPassword(User user) {
    return catalog
        .read(t -> t.query(UserQuery.byId(user.id())).first())
        .flatMap(row -> row.textIfAny("password"))
        .isPresent();
  }

  /** Ends every session that began with the old password. */
  public void setPassword(User user, String password, Passwords how) {
    check(user.name(), Optional.of(password));
    var hash = how.hash(password);
    catalog.run(
        t -> {
          t.write(UserQuery.password(user.id(), hash));
          audit.record(user.id(), Act.USER_CHANGED, user.name(), "password");
        });
  }

  /** From now on, wherever they log in; until then each browser speaks its own. */
  public void setLanguage(User user, Language language) {
    catalog.run(t -> t.write(UserQuery.language(user.id(), language)));
  }

  private static boolean isSetUpNeeded(Transaction t) {
    return t.query(UserQuery.count(Role.administrator().name())).only().whole("n") == 0;
  }

  private static Optional<User> find(Transaction t, UserId id) {
    return t.query(UserQuery.byId(id)).first().map(Users::user);
  }

  private static User insert(Transaction t, String name, Role role, Value password) {
    var bytes = new byte[8];
    RANDOM.nextBytes(bytes);
    var id = new UserId("u" + HexFormat.of().formatHex(bytes));
    var user = new User(id, name.strip(), role, Optional.empty(), 1);
    t.write(UserQuery.add(user, folded(name), password, scope(role), t.now()));
    return user;
  }

  static User user(Row row) {
    var role =
        Role.named(row.text("role"))
            .showing(row.textIfAny("contacts").flatMap(Contacts::of).orElse(Contacts.MASKED));
    return new User(
        new UserId(row.text("id")),
        row.text("name"),
        row.textIfAny("customers").map(c -> role.over(CODEC.read(c, Where.class))).orElse(role),
        row.textIfAny("language").flatMap(Language::of),
        row.whole("stamp"));
  }

  /** Which customers a role sees, as it is kept; nothing for everybody. */
  static Value scope(Role role) {
    return role.customers() instanceof Where.Always
        ? Value.missing()
        : Value.of(CODEC.write(role.customers()));
  }

  /** For the trail: a scope is no secret to whoever reads that. */
  static String said(Role role) {
    var scope = scope(role);
    var contacts =
        role.unmaskAll() || role.contacts() == Contacts.MASKED
            ? ""
            : ", contacts " + role.contacts().code();
    return role.name() + contacts + (scope instanceof Value.Text text ? ", " + text.value() : "");
  }

  /** 林, LIN and ｌｉｎ (full width) must not be three people. */
  private static String folded(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static void check(String name, Optional<String> password) {
    var faults = new Faults();
    if (name.isBlank()) faults.bad("access.name-blank", "name", Map.of());
    if (name.strip().length() > LONGEST_NAME)
      faults.bad("access.name-too-long", "name", Map.of("limit", "" + LONGEST_NAME));
    if (name.strip().codePoints().anyMatch(c -> c != ' ' && isHidden(c)))
      faults.bad("access.name-unfit", "name", Map.of());
    password.ifPresent(p -> check(p, name, faults));
    faults.throwIfAny();
  }

  private static void check(String password, String name, Faults faults) {
    if (password.length() < SHORTEST_PASSWORD)
      faults.bad("access.password-too-short", "password", Map.of("limit", "" + SHORTEST_PASSWORD));
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD)
      faults.bad("access.password-too-long", "password", Map.of("limit", "" + LONGEST_PASSWORD));
    if (!password.isEmpty() && folded(password).equals(folded(name)))
      faults.bad("access.password-is-name", "password", Map.of());
  }

  private static boolean isHidden(int c) {
    return Character.isWhitespace(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.SURROGATE;
  }
}
