package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Account;
import io.gongbi.access.Act;
import io.gongbi.access.AuditTrail;
import io.gongbi.access.Contacts;
import io.gongbi.access.Language;
import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.server.login.Needs;
import io.gongbi.standard.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who may log in, in which role, over which customers; and who did what. */
@RestController
@About("Who may log in, in which role, over which customers; and who did what.")
@RequestMapping("/api/access")
public class AccessResource {
  /** Long enough for a message to be read on Monday that was sent on Friday. */
  private static final Duration LINK_VALID = Duration.ofDays(3);

  private static final int MOST_ROWS = 500;

  private final Gongbi gongbi;

  public AccessResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /**
   * Somebody who may log in. {@code password}: whether there is one yet; {@code locale}: the
   * language they chose.
   */
  public record UserView(
      String id,
      String name,
      String role,
      Where customers,
      String contacts,
      Optional<String> locale,
      boolean password,
      boolean disabled,
      Instant addedAt,
      Optional<Instant> lastLoginAt) {
    static UserView of(Account account) {
      var user = account.user();
      return new UserView(
          user.id().value(),
          user.name(),
          user.role().name(),
          user.role().customers(),
          user.role().contacts().code(),
          user.language().map(Language::code),
          account.password(),
          account.disabled(),
          account.addedAt(),
          account.lastLogin());
    }
  }

  @Needs(Right.ADMIN)
  @GetMapping("/users")
  @About("Everybody who may log in, and who no longer may.")
  public List<UserView> users() {
    return gongbi.accounts().all().stream().map(UserView::of).toList();
  }

  /** What a role allows; {@code unmasked}: whether phone numbers and the like are shown. */
  public record RoleView(String name, List<Right> rights, boolean unmasked) {}

  @Needs(Right.ADMIN)
  @GetMapping("/roles")
  @About("The roles that there are.")
  public List<RoleView> roles() {
    return Role.shipped().stream()
        .map(
            r ->
                new RoleView(
                    r.name(),
                    Arrays.stream(Right.values()).filter(r.rights()::contains).toList(),
                    r.unmaskAll()))
        .toList();
  }

  /** Somebody new; without {@code customers} over all of them, without {@code contacts} masked. */
  public record Added(
      String name, String role, Optional<Where> customers, Optional<String> contacts) {}

  /** Opens the door once; {@code /login?token=} goes before it. */
  public record LinkView(String token, Instant validUntil) {}

  /** Somebody who was added, and how they come in. */
  public record Invited(UserView user, LinkView link) {}

  @Needs(Right.ADMIN)
  @PostMapping("/users")
  @About("Adds somebody, who comes in by a one-time link.")
  public Invited add(@RequestBody Added added, Viewer viewer) {
    var role = role(added.role(), added.customers(), added.contacts());
    var user = gongbi.users().add(viewer.user(), added.name(), role);
    return new Invited(UserView.of(gongbi.accounts().get(user.id())), link(user.id()));
  }

  /** A role, the customers it is over, and how what identifies them is shown. */
  public record Changed(String role, Optional<Where> customers, Optional<String> contacts) {}

  @Needs(Right.ADMIN)
  @PutMapping("/users/{id}")
  @About("Gives somebody another role, or other customers.")
  public UserView change(@PathVariable String id, @RequestBody Changed changed, Viewer viewer) {
    var role = role(changed.role(), changed.customers(), changed.contacts());
    return UserView.of(gongbi.accounts().change(viewer.user(), new UserId(id), role));
  }

  @Needs(Right.ADMIN)
  @PostMapping("/users/{id}/link")
  @About("A new one-time link for somebody.")
  public LinkView renew(@PathVariable String id) {
    var account = gongbi.accounts().get(new UserId(id));
    if (account.disabled())
      throw new FaultException(
          new Fault.Conflict("access.disabled", "", Map.of("name", account.user().name())));
    return link(account.user().id());
  }

  @Needs(Right.ADMIN)
  @PostMapping("/users/{id}/disable")
  @About("Lets somebody in no more.")
  public UserView disable(@PathVariable String id, Viewer viewer) {
    return UserView.of(gongbi.accounts().disable(viewer.user(), new UserId(id)));
  }

  @Needs(Right.ADMIN)
  @PostMapping("/users/{id}/enable")
  @About("Lets somebody in again.")
  public UserView enable(@PathVariable String id, Viewer viewer) {
    return UserView.of(gongbi.accounts().enable(viewer.user(), new UserId(id)));
  }

  private Role role(String name, Optional<Where> customers, Optional<String> contacts) {
    var shown =
        contacts
            .map(
                c ->
                    Contacts.of(c)
                        .orElseThrow(() -> Faults.bad("access.contacts-unknown", "contacts")))
            .orElse(Contacts.MASKED);
    var named = Role.named(name).showing(shown);
    var role = customers.map(named::over).orElse(named);
    gongbi.accounts().mustFit(role);
    return role;
  }

  private LinkView link(UserId user) {
    var token = gongbi.links().forUser(user, LINK_VALID);
    return new LinkView(token, gongbi.catalog().now().plus(LINK_VALID));
  }

  /** One row of the audit trail; {@code user} is what whoever did it is called. */
  public record EntryView(
      long position, Instant happenedAt, Label user, String act, String what, String detail) {}

  /** The newest rows, and whether the whole chain of seals holds. */
  public record TrailView(List<EntryView> rows, boolean intact, Optional<Long> broken) {}

  @Needs(Right.ADMIN)
  @GetMapping("/audit")
  @About("Who did what, the latest first, and whether anybody tampered with it.")
  public TrailView audit(
      @RequestParam Optional<Act> act,
      @RequestParam Optional<String> user,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > MOST_ROWS) throw Faults.bad("server.unfit-parameter", "limit");
    var doers = Doers.of(gongbi);
    var which = new AuditTrail.Which(act, user.filter(u -> !u.isBlank()).map(UserId::new));
    var broken = gongbi.audit().firstBroken();
    return new TrailView(
        gongbi.audit().newest(limit, which).stream().map(e -> entry(e, doers)).toList(),
        broken.isEmpty(),
        broken);
  }

  private static EntryView entry(AuditTrail.Entry entry, Doers doers) {
    return new EntryView(
        entry.position(),
        entry.happenedAt(),
        doers.called(entry.user()),
        entry.act().name(),
        entry.what(),
        entry.detail());
  }
}
