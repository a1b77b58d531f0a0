package io.gongbi;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.gongbi.catalog.Definitions;
import io.gongbi.refresh.Step;
import io.gongbi.warehouse.View;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house that a test can hold. */
final class ArchitectureTest {
  /** Lowest first: a package uses only those above it in this list. */
  static final List<String> ORDER =
      List.of(
          "fault",
          "calendar",
          "warehouse",
          "catalog",
          "standard",
          "access",
          "refresh",
          "privacy",
          "source",
          "quality",
          "identity",
          "profile",
          "account",
          "text",
          "metric",
          "trait",
          "condition",
          "tag",
          "segment",
          "experiment",
          "model",
          "insight",
          "persona",
          "channel",
          "delivery",
          "campaign",
          "journey",
          "dashboard",
          "ask");

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(
              location ->
                  !location.contains("gongbi-sample") && !location.contains("sample/target"))
          .importPackages("io.gongbi");

  @TestFactory
  Stream<DynamicTest> packages_lookOnlyUpTheList() {
    var tests = new ArrayList<DynamicTest>();
    for (int i = 0; i < ORDER.size(); i++) {
      var below =
          ORDER.subList(i + 1, ORDER.size()).stream().map(p -> "io.gongbi." + p + "..").toList();
      if (below.isEmpty()) continue;
      var name = ORDER.get(i);
      tests.add(
          rule(
              noClasses()
                  .that()
                  .resideInAPackage("io.gongbi." + name + "..")
                  .should()
                  .dependOnClassesThat(resideInAnyPackage(below.toArray(String[]::new)))
                  .allowEmptyShould(true)
                  .because(name + " stands above them in the list: nobody calls down the walk")));
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> rules() {
    return Stream.of(
        rule(
            SlicesRuleDefinition.slices()
                .matching("io.gongbi.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a circle of packages is one package that nobody dares to change")),
        rule(
            noClasses()
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage("org.springframework..", "jakarta.servlet.."))
                .because("core is the product; frameworks are the server's")),
        rule(
            noClasses()
                .that()
                .resideOutsideOfPackages(
                    "io.gongbi.catalog..",
                    "io.gongbi.source..",
                    "io.gongbi.channel..",
                    "io.gongbi.ask..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("tools.jackson.."))
                .because("JSON is an edge: stored definitions, files, messages, questions")),
        rule(
            noClasses()
                .that()
                .resideOutsideOfPackages(
                    "io.gongbi.warehouse.duckdb..",
                    "io.gongbi.catalog..",
                    "io.gongbi.source.jdbc..",
                    "io.gongbi.source.parquet..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql.."))
                .because(
                    "everybody else asks the warehouse or the catalog; a Parquet file is read by a"
                        + " store of its own")),
        rule(
            classes()
                .that(describe("are members of sealed families", ArchitectureTest::inSealedFamily))
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .because("closed families are values: a switch without default must be enough")),
        rule(
            noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|VO|BO)")
                .because("such names say nothing of the business")),
        rule(
            noClasses()
                .should()
                .resideInAnyPackage("..common..", "..util..", "..misc..")
                .because("they are rooms for whatever has no room")),
        rule(
            noClasses()
                .should()
                .callMethodWhere(
                    describe("reads the clock or rolls dice itself", ArchitectureTest::clockOrDice))
                .because("take a Clock, an as-of moment, a seed: then a test can hold the answer")),
        rule(
            noClasses()
                .that(describe("are no steps, nor read for one", ArchitectureTest::readsForPeople))
                .should()
                .callMethod(View.class, "everything")
                .because("what a person gets has gone through the gate, in that person's name")),
        rule(
            noClasses()
                .that(describe("are not Authorship", t -> !WRITE_FOR_NOBODY.contains(shortName(t))))
                .should()
                .callMethodWhere(describe("writes definitions", ArchitectureTest::defines))
                .because("what people define is in the trail, under their names")),
        rule(
            classes()
                .that()
                .resideInAPackage("io.gongbi..")
                .and()
                .areTopLevelClasses()
                .and(inPackageOfTheList().negate())
                .should()
                .resideInAPackage("io.gongbi")
                .allowEmptyShould(true)
                .because("a new package takes its place in the list first")));
  }

  /**
   * Who may read everything beside the steps: the engine and the refresh themselves; what steps do
   * their work with; landing, which sees files and no customers; and the entering of a campaign's
   * audience, which was frozen in its owner's view.
   */
  private static final Set<String> READ_FOR_NOBODY =
      Set.of(
          "warehouse.duckdb.DuckDbWarehouse",
          "warehouse.duckdb.DuckDbWrite",
          "refresh.Refresher",
          "refresh.Runs",
          "refresh.Standing",
          "source.Landing",
          "source.Landing$Landed",
          "quality.CleaningWork",
          "identity.Approach",
          "identity.Contradictions",
          "identity.Cores",
          "identity.Match",
          "identity.Reach",
          "identity.Weights",
          "profile.PerCustomer",
          "trait.Traits",
          "campaign.Launcher");

  private static boolean readsForPeople(JavaClass type) {
    return !type.isAssignableTo(Step.class) && !READ_FOR_NOBODY.contains(shortName(type));
  }

  private static String shortName(JavaClass type) {
    return type.getName().replace("io.gongbi.", "");
  }

  /**
   * Who may write definitions: Authorship for people; the ready tags and the first board, which the
   * product makes itself; and what is recorded with the act that it is a part of, an import or a
   * setting. A company's fields stand above people in the list and are given the trail to write.
   */
  private static final Set<String> WRITE_FOR_NOBODY =
      Set.of(
          "access.Authorship",
          "catalog.CompanySettings",
          "catalog.Definitions",
          "source.Mappings",
          "standard.CompanyFields",
          "tag.Tags",
          "dashboard.Boards");

  private static boolean defines(JavaMethodCall call) {
    return call.getTargetOwner().isEquivalentTo(Definitions.class)
        && Set.of("add", "save", "retire", "delete").contains(call.getName());
  }

  private static DescribedPredicate<JavaClass> inPackageOfTheList() {
    return resideInAnyPackage(
        ORDER.stream().map(p -> "io.gongbi." + p + "..").toArray(String[]::new));
  }

  private static boolean inSealedFamily(JavaClass type) {
    return type.getAllRawInterfaces().stream()
        .filter(i -> i.getPackageName().startsWith("io.gongbi"))
        .anyMatch(i -> i.reflect().isSealed());
  }

  private static boolean clockOrDice(JavaMethodCall call) {
    var owner = call.getTargetOwner();
    boolean bare = call.getTarget().getRawParameterTypes().isEmpty();
    if (call.getName().equals("now")) return bare && owner.isAssignableTo(Temporal.class);
    if (call.getName().equals("random")) return owner.isEquivalentTo(Math.class);
    return false;
  }

  private static DynamicTest rule(ArchRule rule) {
    return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CORE));
  }

  static Set<String> above(String concept) {
    return Set.copyOf(ORDER.subList(0, ORDER.indexOf(concept) + 1));
  }
}
