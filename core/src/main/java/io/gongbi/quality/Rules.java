package io.gongbi.quality;

import io.gongbi.access.Authorship;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Family;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.Shape;
import io.gongbi.catalog.Written;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.refresh.Recount;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Sensitivity;
import io.gongbi.warehouse.SqlFailure;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rules that people lay on landed rows, in every version. Each change begins a run that cleans
 * everything anew.
 */
public final class Rules {
  /** How rules are written in JSON. */
  public static final List<Shape> SHAPES =
      Stream.concat(
              Standard.SHAPES.stream(),
              Stream.of(
                  Written.lower(Rule.Severity.class),
                  Written.lower(CleaningRule.Spread.class),
                  Family.of(TextForm.class)
                      .with("phone", TextForm.Phone.class)
                      .with("email", TextForm.Email.class)
                      .with("digits", TextForm.Digits.class)
                      .with("lettersAndDigits", TextForm.LettersAndDigits.class)
                      .with("matches", TextForm.Matches.class),
                  Family.of(CleaningRule.class)
                      .with("required", CleaningRule.Required.class)
                      .with("pattern", CleaningRule.Pattern.class)
                      .with("range", CleaningRule.Range.class)
                      .with("oneOf", CleaningRule.OneOf.class)
                      .with("comparison", CleaningRule.Comparison.class)
                      .with("unique", CleaningRule.Unique.class)
                      .with("plausibleDate", CleaningRule.PlausibleDate.class)
                      .with("outlier", CleaningRule.Outlier.class)))
          .toList();

  public static final Kind<Rule> KIND = Kind.of("rule", Rule.class, SHAPES);

  private final Definitions definitions;
  private final Authorship authors;
  private final Warehouse warehouse;
  private final Standard standard;
  private final Recount recount;

  /** {@code recount} is told of whatever is saved here. */
  public Rules(
      Definitions definitions,
      Authorship authors,
      Warehouse warehouse,
      Standard standard,
      Recount recount) {
    this.definitions = definitions;
    this.authors = authors;
    this.warehouse = warehouse;
    this.standard = standard;
    this.recount = recount;
  }

  public List<Definition<Rule>> all() {
    return definitions.all(KIND);
  }

  public Definition<Rule> get(DefinitionId id) {
    return definitions.get(KIND, id);
  }

  /** Those that are on, by their keys. */
  public SortedMap<String, Rule> inForce() {
    var inForce = new TreeMap<String, Rule>();
    for (var rule : all()) {
      if (rule.body().on()) inForce.put(rule.id().key(), rule.body());
    }
    return inForce;
  }

  /** What a rule is called, also one that is gone: its rows may still be listed. */
  public Optional<Label> called(String key) {
    return definitions.history(KIND, KIND.id(key)).stream().findFirst().map(Definition::label);
  }

  /** Throws {@code quality.rule-…} faults for one that cannot be laid on rows. */
  public void mustBeSound(Rule rule) {
    new RuleCheck(standard, this::isRegex).mustBeSound(rule);
  }

  /**
   * Throws {@code quality.sees-some-only} for who sees some customers only, and {@code
   * quality.rule-field-masked} for who does not see the values that the rule looks at.
   */
  public Definition<Rule> add(Viewer by, Label label, Rule rule) {
    by.must(Right.DEFINE);
    mustSeeAll(by);
    mustBeSound(rule);
    mustSee(rule.check(), by);
    return told(by, authors.add(by, KIND, "r", label, rule));
  }

  /** As {@link #add}; a rule that asks what it asked before may be renamed or switched off. */
  public Definition<Rule> change(Viewer by, DefinitionId id, Label label, Rule rule) {
    by.must(Right.DEFINE);
    mustSeeAll(by);
    mustBeSound(rule);
    var before = get(id);
    if (!rule.check().equals(before.body().check())) mustSee(rule.check(), by);
    return told(by, authors.save(by, KIND, before.with(label).withOwner(by.user()).withBody(rule)));
  }

  /** Its rows come back at once, or as soon as the run has ended. */
  public void delete(Viewer by, DefinitionId id) {
    by.must(Right.DEFINE);
    mustSeeAll(by);
    var before = get(id);
    authors.delete(by, KIND, id);
    told(by, before);
  }

  /** Nobody can say whose a landed row is. */
  static void mustSeeAll(Viewer viewer) {
    viewer.mustSeeEverybody("quality.sees-some-only");
  }

  /** How many rows break a rule tells what stands in them, digit by digit. */
  void mustSee(CleaningRule check, Viewer viewer) {
    if (check.fields().stream().anyMatch(field -> hides(viewer, field))) {
      throw new FaultException(
          new Fault.Forbidden("quality.rule-field-masked", "check.field", Map.of()));
    }
  }

  boolean hides(Viewer viewer, FieldKey field) {
    return standard.field(field).orElseThrow().sensitivity() != Sensitivity.OPEN
        && !viewer.role().shows(field);
  }

  private Definition<Rule> told(Viewer by, Definition<Rule> rule) {
    var label = rule.label();
    recount.begin(by.user(), new Label("按规则清洗：" + label.zh(), "Clean by rule: " + label.en()));
    return rule;
  }

  /** Asked of the engine that will use it; reads no table at all. */
  private boolean isRegex(String regex) {
    try {
      warehouse.query(RuleQuery.tried(regex), View.of(Map.of()));
      return true;
    } catch (SqlFailure e) {
      return false;
    }
  }
}
