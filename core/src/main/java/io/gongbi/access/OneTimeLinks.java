package io.gongbi.access;

import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Transaction;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Tokens that let somebody in once: 256 random bits, kept as their hash only, expiring. The first
 * start prints a link that sets up the administrator; later ones log a known user in, for the demo
 * and for whoever lost the password but holds the terminal.
 */
public final class OneTimeLinks {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private final Catalog catalog;

  public OneTimeLinks(Catalog catalog) {
    this.catalog = catalog;
  }

  /** A token for setting up the first administrator; those given out before no longer work. */
  public String forSetUp(Duration validity) {
    return catalog.in(
        t -> {
          t.write(LinkQuery.forget(t.now(), true));
          return issue(t, Optional.empty(), validity);
        });
  }

  /** A token that logs this user in. */
  public String forUser(UserId user, Duration validity) {
    return catalog.in(
        t -> {
          t.write(LinkQuery.forget(t.now(), false));
          return issue(t, Optional.of(user), validity);
        });
  }

  /** None of this user's links opens anything any more. */
  void withdraw(Transaction t, UserId user) {
    t.write(LinkQuery.forget(user));
  }

  private static String issue(Transaction t, Optional<UserId> user, Duration validity) {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    t.write(LinkQuery.add(AuditTrail.sha256(token), user, t.now().plus(validity)));
    return token;
  }

  /** Uses up a token that sets up; the use is undone with the transaction. */
  void useForSetUp(Transaction t, String token) {
    if (use(t, token).isPresent()) throw unknown();
  }

  /** Uses up a token that logs in, and says whom. */
  UserId useForLogin(Transaction t, String token) {
    return use(t, token).orElseThrow(OneTimeLinks::unknown);
  }

  private static Optional<UserId> use(Transaction t, String token) {
    var used = t.query(LinkQuery.use(AuditTrail.sha256(token), t.now())).first();
    return used.orElseThrow(OneTimeLinks::unknown).textIfAny("user_id").map(UserId::new);
  }

  static FaultException unknown() {
    return Faults.bad("access.link-unknown", "token");
  }
}
