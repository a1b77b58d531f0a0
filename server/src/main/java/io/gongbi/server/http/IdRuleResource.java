package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.identity.IdRuleSettings;
import io.gongbi.identity.IdRuleTrial;
import io.gongbi.identity.IdRules;
import io.gongbi.identity.IdType;
import io.gongbi.refresh.RunId;
import io.gongbi.server.login.Needs;
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
import org.springframework.web.bind.annotation.RestController;

/** How far identifiers are believed, and what other settings would make of customers. */
@RestController
@About("How far identifiers are believed, and what other settings would make of customers.")
@RequestMapping("/api/identity")
public class IdRuleResource {
  private static final String SEES_SOME = "identity.sees-some-only";

  private final Gongbi gongbi;

  public IdRuleResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /**
   * What is set for a type: {@code use} whether a value is one person's, a hint among others, or
   * says nothing; {@code records} and {@code names} how many may have one value, {@code values} how
   * many a customer may have, any number where it is missing.
   */
  public record SetView(IdRules.Use use, int records, int names, Optional<Integer> values) {
    static SetView of(IdRules.Rule rule) {
      return new SetView(rule.use(), rule.records(), rule.names(), rule.values());
    }
  }

  /** A type and what is set for it; {@code usual}: as the product comes. */
  public record RuleView(
      String idType, Label label, boolean ofItsSource, SetView set, SetView usual) {}

  /** All types, the most trusted first; {@code usualOrder}: as the product comes. */
  public record RulesView(List<RuleView> types, List<String> usualOrder) {
    static RulesView of(IdRules rules) {
      return new RulesView(
          rules.trust().stream()
              .map(
                  t ->
                      new RuleView(
                          t.column(),
                          t.label(),
                          t.isOfItsSource(),
                          SetView.of(rules.of(t)),
                          SetView.of(IdRules.DEFAULT.of(t))))
              .toList(),
          IdRules.DEFAULT.trust().stream().map(IdType::column).toList());
    }
  }

  @Needs(Right.VIEW)
  @GetMapping("/rules")
  @About("How far each type of identifier is believed.")
  public RulesView rules() {
    return RulesView.of(gongbi.idRules().rules());
  }

  /** What the rule of a type is to be. */
  public record RuleBody(
      String idType, IdRules.Use use, int records, int names, Optional<Integer> values) {
    IdRuleSettings.Ask asked() {
      return new IdRuleSettings.Ask(idType, use, records, names, values);
    }
  }

  private static List<IdRuleSettings.Ask> asked(List<RuleBody> rules) {
    return rules.stream().map(RuleBody::asked).toList();
  }

  @Needs(value = Right.ADMIN, overAll = SEES_SOME)
  @PutMapping("/rules")
  @About("Changes the rules, most trusted first; a run that begins at once recognises everybody.")
  public RulesView change(@RequestBody List<RuleBody> rules, Viewer viewer) {
    return RulesView.of(gongbi.idRules().change(asked(rules), viewer));
  }

  /** The run that tries rules. */
  public record TrialBegun(long run) {}

  @Needs(value = Right.ADMIN, overAll = SEES_SOME)
  @PostMapping("/rules/trials")
  @About("Begins a run that tells what other rules would change, and changes nothing.")
  public TrialBegun tryRules(@RequestBody List<RuleBody> rules, Viewer viewer) {
    return new TrialBegun(gongbi.idRuleTrials().begin(asked(rules), viewer).value());
  }

  /**
   * Rules that were tried; {@code current}: whether those of today are still what they were
   * compared with; {@code outcome}: once the run has ended.
   */
  public record TrialView(RulesView rules, boolean current, Optional<OutcomeView> outcome) {}

  /** What the rules would change. */
  public record OutcomeView(
      IdRuleTrial.Totals totals,
      List<ValuesView> values,
      long contradicted,
      List<ExampleView> parted,
      List<ExampleView> joined) {}

  /** Values of a type that mean nobody: how many more there would be, and how many fewer. */
  public record ValuesView(String idType, Label label, long gained, long lost) {}

  /** A customer, the largest parts of it, {@code of} how many, and why. */
  public record ExampleView(
      long customer, long records, List<PartView> parts, long of, List<ReasonView> reasons) {}

  /** Some records of a part, and how many it has. */
  public record PartView(long customer, long records, List<CalledView> some) {}

  /** A record, and the name on it. */
  public record CalledView(String source, String recordKey, Optional<String> name) {}

  /** A value that ties parts, or did, or what they have in common. */
  public record ReasonView(
      IdRuleTrial.Because because,
      Optional<Label> label,
      Optional<String> value,
      List<Label> alike) {}

  @Needs(value = Right.ADMIN, overAll = SEES_SOME)
  @GetMapping("/rules/trials/{run}")
  @About("Rules that were tried, and what they would change.")
  public TrialView trial(@PathVariable long run, Viewer viewer) {
    var trial = gongbi.idRuleTrials().find(new RunId(run), viewer);
    return new TrialView(
        RulesView.of(trial.after()),
        trial.before().equals(gongbi.idRules().rules()),
        trial.outcome().map(IdRuleResource::view));
  }

  private static OutcomeView view(IdRuleTrial.Outcome outcome) {
    return new OutcomeView(
        outcome.totals(),
        values(outcome.values().gained(), outcome.values().lost()),
        outcome.values().contradicted(),
        outcome.parted().stream().map(IdRuleResource::view).toList(),
        outcome.joined().stream().map(IdRuleResource::view).toList());
  }

  private static List<ValuesView> values(Map<IdType, Long> gained, Map<IdType, Long> lost) {
    return Arrays.stream(IdType.values())
        .filter(t -> gained.containsKey(t) || lost.containsKey(t))
        .map(
            t ->
                new ValuesView(
                    t.column(), t.label(), gained.getOrDefault(t, 0L), lost.getOrDefault(t, 0L)))
        .toList();
  }

  private static ExampleView view(IdRuleTrial.Example example) {
    return new ExampleView(
        example.customer().value(),
        example.records(),
        example.parts().stream()
            .map(
                p ->
                    new PartView(
                        p.customer().value(),
                        p.records(),
                        p.some().stream()
                            .map(
                                c ->
                                    new CalledView(
                                        c.record().source(), c.record().recordKey(), c.name()))
                            .toList()))
            .toList(),
        example.of(),
        example.reasons().stream()
            .map(
                r -> new ReasonView(r.because(), r.type().map(IdType::label), r.value(), r.alike()))
            .toList());
  }
}
