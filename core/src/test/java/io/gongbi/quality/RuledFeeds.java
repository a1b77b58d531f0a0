package io.gongbi.quality;

import static io.gongbi.quality.CleanFolder.mapping;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.access.AuditTrail;
import io.gongbi.access.Authorship;
import io.gongbi.access.Gate;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Definitions;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.source.Mapping;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;

/** Feeds of orders and of members, and rules that people lay on their rows. */
abstract class RuledFeeds {
  static final String FATES =
      """
      select f.batch, f.line, f.fate
      from {quality.fate} f
      where f.fate <> 'clean'
      order by f.batch, f.line
      """;

  static final String FOUND =
      """
      select q.batch, q.line, q.field, q.value, q.severity, q.reason
      from {quality.quarantine} q
      order by q.batch, q.line, q.reason
      """;

  static final Mapping ORDERS =
      mapping(
          "orders",
          "order",
          List.of("no"),
          """
          no → order.order_no
          at → order.ordered_at
          paid → order.paid_at
          total → order.amount
          shop → order.shop
          phone → customer.phone""");

  static final Mapping MEMBERS =
      mapping(
          "members",
          "customer",
          List.of("card"),
          """
          card → customer.member_card
          phone → customer.phone
          born → customer.birthday
          level → customer.level""");

  @TempDir Path folder;

  static Rule out(String rows, CleaningRule check) {
    return rule(rows, Rule.Severity.QUARANTINE, check);
  }

  static Rule remind(String rows, CleaningRule check) {
    return rule(rows, Rule.Severity.REMIND, check);
  }

  static Rule cap(String rows, CleaningRule check) {
    return rule(rows, Rule.Severity.CAP, check);
  }

  private static Rule rule(String rows, Rule.Severity severity, CleaningRule check) {
    return new Rule(
        new EntityName(rows), Optional.empty(), Optional.empty(), severity, true, check);
  }

  static CleaningRule range(String field, String from, String to) {
    return new CleaningRule.Range(
        f(field),
        Optional.of(from).filter(n -> !n.isEmpty()).map(BigDecimal::new),
        Optional.of(to).filter(n -> !n.isEmpty()).map(BigDecimal::new));
  }

  static FieldKey f(String key) {
    return FieldKey.of(key);
  }

  static Trials trials(CleanFolder here) {
    return trials(here, here.rules());
  }

  static Trials trials(CleanFolder here, Rules rules) {
    return new Trials(
        here.warehouse,
        new Gate(here.warehouse),
        here.cleaning(),
        rules,
        () -> CleanFolder.SHANGHAI);
  }

  static Rules kept(CleanFolder here, Catalog catalog) {
    var definitions = new Definitions(catalog);
    return new Rules(
        definitions,
        new Authorship(catalog, definitions, new AuditTrail(catalog)),
        here.warehouse,
        new Standard(),
        (by, what) -> {});
  }

  static List<String> faults(ThrowingCallable call) {
    return catchThrowableOfType(FaultException.class, call).faults().stream()
        .map(Fault::code)
        .toList();
  }
}
