package io.gongbi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.CatalogEngine;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
  private static final Where SHANGHAI =
      new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));

  @TempDir Path folder;

  private record Given(Users users, Accounts accounts) {
    User add(String name, Role role) {
      return users.add(UserId.SYSTEM, name, role);
    }
  }

  @ParameterizedTest
  @EnumSource
  void account_keepsItsScope(CatalogEngine engine) {
    on(
        engine,
        given -> {
          var wang = given.add("wang", Role.analyst().over(SHANGHAI));
          assertThat(given.users().find(wang.id()).orElseThrow().role())
              .isEqualTo(Role.analyst().over(SHANGHAI));
          var changed = given.accounts().change(UserId.SYSTEM, wang.id(), Role.marketer());
          assertThat(changed)
              .isEqualTo(
                  new Account(
                      new User(
                          wang.id(), "wang", Role.marketer(), Optional.empty(), wang.stamp() + 1),
                      false,
                      false,
                      NOW,
                      Optional.empty()));
          assertThat(given.accounts().all()).containsExactly(changed);
        });
  }

  @ParameterizedTest
  @EnumSource
  void account_keepsHowContactsAreShown(CatalogEngine engine) {
    on(
        engine,
        given -> {
          var phone = FieldKey.of("customer.phone");
          var wang = given.add("wang", Role.viewer().showing(Contacts.CLEAR));
          var role = given.users().find(wang.id()).orElseThrow().role();
          assertThat(role.shows(phone)).isTrue();
          assertThat(role.rights()).containsExactly(Right.VIEW);
          given.accounts().change(UserId.SYSTEM, wang.id(), Role.viewer().showing(Contacts.REVEAL));
          role = given.users().find(wang.id()).orElseThrow().role();
          assertThat(role.shows(phone)).isFalse();
          assertThat(role.rights()).containsExactlyInAnyOrder(Right.VIEW, Right.REVEAL);
          given.accounts().change(UserId.SYSTEM, wang.id(), Role.viewer());
          assertThat(given.users().find(wang.id()).orElseThrow().role()).isEqualTo(Role.viewer());
        });
  }

  /** Of two administrators one may go, then no more. */
  @ParameterizedTest
  @EnumSource
  void oneAdministrator_remains(CatalogEngine engine) {
    on(
        engine,
        given -> {
          var lin = given.add("lin", Role.administrator());
          var chen = given.add("chen", Role.administrator());
          assertThat(codes(() -> given.accounts().disable(lin.id(), lin.id())))
              .containsExactly("access.not-yourself");
          assertThat(given.accounts().disable(lin.id(), chen.id()).disabled()).isTrue();
          assertThat(given.users().find(chen.id())).isEmpty();
          assertThat(codes(() -> given.accounts().change(lin.id(), lin.id(), Role.viewer())))
              .containsExactly("access.last-administrator");
          assertThat(codes(() -> given.accounts().disable(chen.id(), lin.id())))
              .containsExactly("access.last-administrator");
          given.accounts().enable(lin.id(), chen.id());
          assertThat(given.accounts().change(lin.id(), lin.id(), Role.viewer()).user().role())
              .isEqualTo(Role.viewer());
          assertThat(
                  codes(
                      () ->
                          given
                              .accounts()
                              .change(chen.id(), chen.id(), Role.administrator().over(SHANGHAI))))
              .containsExactly("access.administrator-sees-all");
        });
  }

  private void on(CatalogEngine engine, Consumer<Given> test) {
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    try (Catalog catalog = engine.store(folder).open(Users.MIGRATIONS, clock)) {
      var links = new OneTimeLinks(catalog);
      var audit = new AuditTrail(catalog);
      var users = new Users(catalog, links, audit);
      test.accept(new Given(users, new Accounts(catalog, links, audit, _ -> {})));
      assertThat(audit.firstBroken()).isEmpty();
    }
  }

  private static List<String> codes(ThrowingCallable call) {
    return catchThrowableOfType(FaultException.class, call).faults().stream()
        .map(Fault::code)
        .toList();
  }
}
