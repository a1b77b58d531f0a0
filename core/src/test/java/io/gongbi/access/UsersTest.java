package io.gongbi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.CatalogEngine;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UsersTest {
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;
  private final Ticking clock = new Ticking();
  private final Reversed passwords = new Reversed();

  @ParameterizedTest
  @EnumSource
  void setUp_makesTheAdministrator_once(CatalogEngine engine) {
    on(
        engine,
        given -> {
          assertThat(given.users.isSetUpNeeded()).isTrue();
          var first = given.links.forSetUp(DAY);
          var second = given.links.forSetUp(DAY);
          assertThat(codes(() -> setUp(given, first, "林", "mountain-9")))
              .containsExactly("access.link-unknown");

          var lin = setUp(given, second, " 林 ", "mountain-9");
          assertThat(lin.name()).isEqualTo("林");
          assertThat(lin.role()).isEqualTo(Role.administrator());
          assertThat(given.users.isSetUpNeeded()).isFalse();
          assertThat(codes(() -> setUp(given, second, "王", "mountain-9")))
              .containsExactly("access.already-set-up");
          assertThat(given.users.all()).containsExactly(lin);
        });
  }

  /** Everything wrong is said at once, and a link that led to a refusal can be used again. */
  @ParameterizedTest
  @EnumSource
  void setUp_refusesNonsense_andKeepsTheLink(CatalogEngine engine) {
    on(
        engine,
        given -> {
          var token = given.links.forSetUp(DAY);
          assertThat(codes(() -> setUp(given, token, " ", "short")))
              .containsExactly("access.name-blank", "access.password-too-short");
          assertThat(codes(() -> setUp(given, token, "l\u202ein", "工".repeat(25))))
              .containsExactly("access.name-unfit", "access.password-too-long");
          assertThat(codes(() -> setUp(given, token, "lin.meihua", "LIN.meihua")))
              .containsExactly("access.password-is-name");
          assertThat(setUp(given, token, "lin", "mountain-9").name()).isEqualTo("lin");
        });
  }

  @ParameterizedTest
  @EnumSource
  void login_asksForNameAndPassword_andTellsNeither(CatalogEngine engine) {
    on(
        engine,
        given -> {
          var lin = setUp(given, given.links.forSetUp(DAY), "Lin", "mountain-9");
          assertThat(given.users.login("ｌｉｎ ", "mountain-9", passwords)).isEqualTo(lin);
          assertThat(codes(() -> given.users.login("lin", "mountain-8", passwords)))
              .containsExactly("access.wrong-name-or-password");
          assertThat(codes(() -> given.users.login("mountain-9", "mountain-9", passwords)))
              .containsExactly("access.wrong-name-or-password");
          assertThat(passwords.pretended).isEqualTo(1);
          assertThat(given.audit.newest(9))
              .extracting(AuditTrail.Entry::act, AuditTrail.Entry::what)
              .containsExactly(
                  tuple(Act.LOGIN_FAILED, ""),
                  tuple(Act.LOGIN_FAILED, "Lin"),
                  tuple(Act.LOGIN, "Lin"),
                  tuple(Act.SET_UP, "Lin"));
        });
  }

  @ParameterizedTest
  @EnumSource
  void link_logsInOnce_andNotAfterItsTime(CatalogEngine engine) {
    on(
        engine,
        given -> {
          var wang = given.users.add(UserId.SYSTEM, "wang", Role.viewer());
          var token = given.links.forUser(wang.id(), Duration.ofMinutes(10));
          assertThat(given.users.loginByLink(token)).isEqualTo(wang);
          assertThat(codes(() -> given.users.loginByLink(token)))
              .containsExactly("access.link-unknown");

          var late = given.links.forUser(wang.id(), Duration.ofMinutes(10));
          clock.now = clock.now.plus(Duration.ofMinutes(10));
          assertThat(codes(() -> given.users.loginByLink(late)))
              .containsExactly("access.link-unknown");
          assertThat(codes(() -> given.users.loginByLink(given.links.forSetUp(DAY))))
              .containsExactly("access.link-unknown");
        });
  }

  @ParameterizedTest
  @EnumSource
  void password_changed_raisesTheStamp(CatalogEngine engine) {
    on(
        engine,
        given -> {
          var wang = given.users.add(UserId.SYSTEM, "wang", Role.analyst());
          given.users.setPassword(wang, "mountain-9", passwords);
          var now = given.users.login("wang", "mountain-9", passwords);
          assertThat(now)
              .isEqualTo(
                  new User(wang.id(), "wang", Role.analyst(), Optional.empty(), wang.stamp() + 1));
          given.users.setLanguage(now, Language.EN);
          assertThat(given.users.named("Wang"))
              .contains(
                  new User(
                      wang.id(), "wang", Role.analyst(), Optional.of(Language.EN), now.stamp()));
        });
  }

  @ParameterizedTest
  @EnumSource
  void name_isTakenInAnySpelling(CatalogEngine engine) {
    on(
        engine,
        given -> {
          given.users.add(UserId.SYSTEM, "wang", Role.viewer());
          assertThat(codes(() -> given.users.add(UserId.SYSTEM, "ＷANG", Role.viewer())))
              .containsExactly("access.name-taken");
        });
  }

  private record Given(Users users, OneTimeLinks links, AuditTrail audit) {}

  private void on(CatalogEngine engine, Consumer<Given> test) {
    try (Catalog catalog = engine.store(folder).open(Users.MIGRATIONS, clock)) {
      var links = new OneTimeLinks(catalog);
      var audit = new AuditTrail(catalog);
      test.accept(new Given(new Users(catalog, links, audit), links, audit));
      assertThat(audit.firstBroken()).isEmpty();
    }
  }

  private User setUp(Given given, String token, String name, String password) {
    return given.users.setUp(token, name, password, passwords);
  }

  private static List<String> codes(ThrowingCallable call) {
    return catchThrowableOfType(FaultException.class, call).faults().stream()
        .map(Fault::code)
        .toList();
  }

  /** Not a hash; enough to see that what is kept is not what was typed. */
  private static final class Reversed implements Passwords {
    private int pretended;

    @Override
    public String hash(String password) {
      return new StringBuilder(password).reverse().toString();
    }

    @Override
    public boolean matches(String password, String hash) {
      return hash(password).equals(hash);
    }

    @Override
    public void pretend(String password) {
      pretended++;
    }
  }

  private static final class Ticking extends Clock {
    private Instant now = Instant.parse("2026-06-01T08:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
