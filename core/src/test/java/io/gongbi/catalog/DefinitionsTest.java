package io.gongbi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.catalog.Definition.Status;
import io.gongbi.catalog.DefinitionChange.What;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.warehouse.Feed.Entry;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dishes have steps; a menu names dishes. */
class DefinitionsTest {
  sealed interface Step {
    record Fry(int minutes) implements Step {}

    record Steam(int minutes) implements Step {}
  }

  record Dish(List<Step> steps) {}

  record Menu(List<String> dishes) {}

  private static final List<Shape> STEPS =
      List.of(Family.of(Step.class).with("fry", Step.Fry.class).with("steam", Step.Steam.class));
  private static final Kind<Dish> DISH = Kind.of("dish", Dish.class, STEPS);
  private static final Kind<Menu> MENU =
      Kind.of("menu", Menu.class, List.of())
          .naming(menu -> menu.dishes().stream().map(DISH::id).collect(Collectors.toSet()));

  private static final Label PORK = new Label("咕噜肉", "Sweet and sour pork");
  private static final Label FISH = new Label("清蒸鱼", "Steamed fish");
  private static final UserId LIN = new UserId("lin");
  private static final UserId CHEN = new UserId("chen");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /** A second passes between any two looks at the clock. */
  private final AtomicLong seconds = new AtomicLong();

  private final Clock clock =
      InstantSource.tick(() -> NOON.plusSeconds(seconds.getAndIncrement()), Duration.ofSeconds(1))
          .withZone(ZoneOffset.UTC);

  @TempDir Path folder;
  private Catalog catalog;
  private Definitions definitions;

  private void on(CatalogEngine engine) {
    catalog = engine.store(folder).open(List.of(), clock);
    definitions = new Definitions(catalog);
  }

  @AfterEach
  void close() {
    if (catalog != null) catalog.close();
  }

  @ParameterizedTest
  @EnumSource
  void save_keepsEveryVersion(CatalogEngine engine) {
    on(engine);
    var first = definitions.save(DISH, dish("pork", PORK, fry(8)));
    var second = definitions.save(DISH, first.withBody(fry(12)).withOwner(CHEN).with(FISH));
    assertThat(first)
        .isEqualTo(
            new Definition<>(
                DISH.id("pork"), 1, PORK, LIN, Status.PUBLISHED, first.changedAt(), fry(8)));
    assertThat(second)
        .isEqualTo(
            new Definition<>(
                DISH.id("pork"), 2, FISH, CHEN, Status.PUBLISHED, second.changedAt(), fry(12)));
    assertThat(second.changedAt()).isAfter(first.changedAt());
    assertThat(definitions.find(DISH, DISH.id("pork"))).contains(second);
    assertThat(definitions.get(DISH, DISH.id("pork"))).isEqualTo(second);
    assertThat(definitions.history(DISH, DISH.id("pork"))).containsExactly(second, first);
  }

  @ParameterizedTest
  @EnumSource
  void save_refusesAVersionThatIsNotTheNewest(CatalogEngine engine) {
    on(engine);
    var lins = definitions.save(DISH, dish("pork", PORK, fry(8)));
    definitions.save(DISH, lins.withBody(fry(12)).withOwner(CHEN));
    assertThat(refused(() -> definitions.save(DISH, lins.withBody(fry(9)))))
        .containsExactly(
            new Fault.Conflict(
                "definition.changed-meanwhile",
                "",
                Map.of("id", "dish/pork", "by", "chen", "yours", "1", "newest", "2")));
    assertThat(refused(() -> definitions.save(DISH, dish("pork", PORK, fry(1)))))
        .containsExactly(new Fault.Conflict("definition.id-taken", "", Map.of("id", "dish/pork")));
    assertThat(definitions.get(DISH, DISH.id("pork")).body()).isEqualTo(fry(12));
  }

  @ParameterizedTest
  @EnumSource
  void all_areThoseInUseByKey(CatalogEngine engine) {
    on(engine);
    definitions.save(DISH, dish("pork", PORK, fry(8)));
    definitions.save(DISH, dish("fish", FISH, steam(9)));
    definitions.save(DISH, dish("soup", PORK, steam(90)));
    definitions.save(DISH, dish("tea", PORK, steam(1)));
    definitions.save(MENU, Definition.fresh(MENU.id("lunch"), PORK, LIN, new Menu(List.of())));
    definitions.retire(DISH, DISH.id("soup"), LIN);
    definitions.delete(DISH, DISH.id("tea"), LIN);
    assertThat(definitions.all(DISH)).extracting(d -> d.id().key()).containsExactly("fish", "pork");
    assertThat(definitions.all(MENU))
        .extracting(Definition::body)
        .containsExactly(new Menu(List.of()));
  }

  @ParameterizedTest
  @EnumSource
  void references_areKnownAndProtected(CatalogEngine engine) {
    on(engine);
    definitions.save(DISH, dish("pork", PORK, fry(8)));
    definitions.save(DISH, dish("fish", FISH, steam(9)));
    var lunch = definitions.save(MENU, menu("lunch", "pork", "fish"));
    definitions.save(MENU, menu("dinner", "fish"));
    assertThat(definitions.usedBy(DISH.id("fish")))
        .isEqualTo(new TreeSet<>(Set.of(MENU.id("dinner"), MENU.id("lunch"))));
    assertThat(definitions.usedBy(DISH.id("pork"))).containsExactly(MENU.id("lunch"));
    assertThat(refused(() -> definitions.delete(DISH, DISH.id("fish"), LIN)))
        .containsExactly(
            new Fault.Conflict(
                "definition.in-use",
                "",
                Map.of("id", "dish/fish", "users", "menu/dinner, menu/lunch")));

    definitions.save(MENU, lunch.withBody(new Menu(List.of("fish"))));
    assertThat(definitions.usedBy(DISH.id("pork"))).isEmpty();
    definitions.retire(DISH, DISH.id("pork"), LIN);
    definitions.retire(MENU, MENU.id("lunch"), LIN);
    assertThat(definitions.usedBy(DISH.id("fish"))).containsExactly(MENU.id("dinner"));
    definitions.delete(MENU, MENU.id("dinner"), LIN);
    definitions.delete(DISH, DISH.id("fish"), LIN);
    assertThat(definitions.find(DISH, DISH.id("fish"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void save_refusesToNameWhatIsNotInUse(CatalogEngine engine) {
    on(engine);
    definitions.save(DISH, dish("pork", PORK, fry(8)));
    definitions.save(DISH, dish("fish", FISH, steam(9)));
    definitions.save(DISH, dish("soup", FISH, steam(9)));
    definitions.retire(DISH, DISH.id("soup"), LIN);
    definitions.delete(DISH, DISH.id("fish"), LIN);
    assertThat(refused(() -> definitions.save(MENU, menu("lunch", "soup", "pork", "fish", "rat"))))
        .containsExactly(
            unknownReference("dish/fish"),
            unknownReference("dish/rat"),
            unknownReference("dish/soup"));
    assertThat(definitions.find(MENU, MENU.id("lunch"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void deleted_leavesItsHistoryAndKeepsItsId(CatalogEngine engine) {
    on(engine);
    var pork = definitions.save(DISH, dish("pork", PORK, fry(8)));
    definitions.delete(DISH, DISH.id("pork"), CHEN);
    assertThat(definitions.history(DISH, DISH.id("pork"))).containsExactly(pork);
    assertThat(refused(() -> definitions.get(DISH, DISH.id("pork"))))
        .containsExactly(new Fault.NotFound("definition.unknown", "", Map.of("what", "dish/pork")));
    var taken = new Fault.Conflict("definition.id-taken", "", Map.of("id", "dish/pork"));
    assertThat(refused(() -> definitions.save(DISH, dish("pork", PORK, fry(9)))))
        .containsExactly(taken);
    assertThat(refused(() -> definitions.save(DISH, pork))).containsExactly(taken);
    assertThat(refused(() -> definitions.delete(DISH, DISH.id("pork"), LIN))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void retired_isFoundAndMayComeBack(CatalogEngine engine) {
    on(engine);
    definitions.save(DISH, dish("pork", PORK, fry(8)));
    var retired = definitions.retire(DISH, DISH.id("pork"), CHEN);
    assertThat(retired.status()).isEqualTo(Status.RETIRED);
    assertThat(definitions.find(DISH, DISH.id("pork"))).contains(retired);
    definitions.save(DISH, retired.with(Status.PUBLISHED));
    assertThat(definitions.all(DISH)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void add_numbersOnAndNeverReusesANumber(CatalogEngine engine) {
    on(engine);
    definitions.save(DISH, dish("sauce", PORK, fry(8)));
    assertThat(definitions.add(DISH, "s", PORK, LIN, fry(1)).id()).isEqualTo(DISH.id("s1"));
    assertThat(definitions.add(DISH, "s", PORK, LIN, fry(1)).id()).isEqualTo(DISH.id("s2"));
    definitions.delete(DISH, DISH.id("s2"), LIN);
    definitions.save(DISH, dish("s9", PORK, fry(8)));
    assertThat(definitions.add(DISH, "s", PORK, LIN, fry(1)).id()).isEqualTo(DISH.id("s10"));
  }

  @ParameterizedTest
  @EnumSource
  void changes_tellEveryChangeInOrder(CatalogEngine engine) {
    on(engine);
    var pork = definitions.save(DISH, dish("pork", PORK, fry(8)));
    definitions.save(DISH, pork);
    definitions.retire(DISH, DISH.id("pork"), LIN);
    definitions.delete(DISH, DISH.id("pork"), LIN);
    refused(() -> definitions.save(DISH, pork));
    assertThat(definitions.changes().after(Position.START, 10))
        .containsExactly(
            change(1, new DefinitionChange(DISH.id("pork"), 1, What.SAVED)),
            change(2, new DefinitionChange(DISH.id("pork"), 2, What.SAVED)),
            change(3, new DefinitionChange(DISH.id("pork"), 3, What.RETIRED)),
            change(4, new DefinitionChange(DISH.id("pork"), 4, What.DELETED)));
    assertThat(definitions.changes().end()).isEqualTo(new Position(4));
  }

  @ParameterizedTest
  @EnumSource
  void save_joinsTheTransactionAroundIt(CatalogEngine engine) {
    on(engine);
    assertThatThrownBy(
            () ->
                catalog.run(
                    t -> {
                      definitions.save(DISH, dish("pork", PORK, fry(8)));
                      throw new IllegalArgumentException("the audit failed");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(definitions.find(DISH, DISH.id("pork"))).isEmpty();
    assertThat(definitions.changes().end()).isEqualTo(Position.START);
  }

  /** What was stored when steps were called differently, and frying had no temperature. */
  @ParameterizedTest
  @EnumSource
  void olderForms_areStillRead(CatalogEngine engine) {
    record Dish2(List<Step2> steps, String cook) {}
    on(engine);
    definitions.save(
        DISH, dish("pork", PORK, new Dish(List.of(new Step.Fry(8), new Step.Steam(2)))));
    var shapes =
        List.of(
            Family.of(Step2.class).with("wok", Step2.Wok.class).with("steam", Step2.Steam.class));
    var kind =
        Kind.of("dish", Dish2.class, shapes)
            .changed(
                new Upcast.Renamed("fry", "minutes", "seconds"),
                new Upcast.Retyped("fry", "wok"),
                new Upcast.Added("wok", "degrees", "180"),
                new Upcast.Removed("steam", "minutes"),
                new Upcast.Added("", "cook", "\"lin\""));
    var pork = definitions.get(kind, kind.id("pork"));
    assertThat(pork.body())
        .isEqualTo(new Dish2(List.of(new Step2.Wok(8, 180), new Step2.Steam()), "lin"));
    definitions.save(kind, pork.withBody(new Dish2(List.of(new Step2.Wok(9, 200)), "chen")));
    assertThat(definitions.get(kind, kind.id("pork")).body())
        .isEqualTo(new Dish2(List.of(new Step2.Wok(9, 200)), "chen"));
    assertThat(refused(() -> definitions.get(DISH, DISH.id("pork"))))
        .containsExactly(
            new Fault.Conflict(
                "definition.from-newer-version",
                "dish/pork version 2",
                Map.of("id", "dish/pork version 2")));
  }

  sealed interface Step2 {
    record Wok(int seconds, int degrees) implements Step2 {}

    record Steam() implements Step2 {}
  }

  @ParameterizedTest
  @EnumSource
  void unreadable_isTheOperatorsToMend(CatalogEngine engine) {
    on(engine);
    definitions.save(DISH, dish("pork", PORK, fry(8)));
    catalog.run(
        t ->
            t.write(
                Sql.of("update catalog_definition set body = #body")
                    .with("body", Value.of("{\"steps\":[{\"type\":\"boil\"}]}"))));
    var fault = refused(() -> definitions.get(DISH, DISH.id("pork"))).getFirst();
    assertThat(fault).isInstanceOf(Fault.Unavailable.class);
    assertThat(fault.code()).isEqualTo("definition.unreadable");
    assertThat(fault.place()).isEqualTo("dish/pork version 1");
    assertThat(fault.words().get("detail")).contains("steps[0].type");
  }

  @ParameterizedTest
  @EnumSource
  void company_hasDefaultsAndRemembers(CatalogEngine engine) {
    on(engine);
    var settings = new CompanySettings(catalog, definitions);
    assertThat(settings.company())
        .isEqualTo(new Company("", ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY")));
    var next = new Company("宣和", ZoneId.of("Asia/Urumqi"), Currency.getInstance("EUR"));
    assertThat(settings.change(next, LIN)).isEqualTo(next);
    assertThat(settings.change(Company.DEFAULT, LIN)).isEqualTo(Company.DEFAULT);
    assertThat(settings.change(next, CHEN)).isEqualTo(next);
    assertThat(settings.company()).isEqualTo(next);
    assertThat(definitions.history(Company.KIND, Company.ID))
        .extracting(d -> d.owner().value())
        .containsExactly("chen", "lin", "lin");
  }

  private static Definition<Dish> dish(String key, Label label, Dish body) {
    return Definition.fresh(DISH.id(key), label, LIN, body);
  }

  private static Definition<Menu> menu(String key, String... dishes) {
    return Definition.fresh(MENU.id(key), PORK, LIN, new Menu(List.of(dishes)));
  }

  private static Dish fry(int minutes) {
    return new Dish(List.of(new Step.Fry(minutes)));
  }

  private static Dish steam(int minutes) {
    return new Dish(List.of(new Step.Steam(minutes)));
  }

  private static Fault unknownReference(String id) {
    return new Fault.BadQuestion("definition.unknown-reference", "", Map.of("id", id));
  }

  private static Entry<DefinitionChange> change(long position, DefinitionChange body) {
    return new Entry<>(new Position(position), body);
  }

  private static List<Fault> refused(Runnable work) {
    return Optional.ofNullable(catchThrowableOfType(FaultException.class, work::run))
        .map(FaultException::faults)
        .orElse(List.of());
  }
}
