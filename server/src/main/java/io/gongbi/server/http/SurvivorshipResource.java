package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.profile.Survivorship;
import io.gongbi.profile.SurvivorshipTrials;
import io.gongbi.profile.Survivorships;
import io.gongbi.server.login.Needs;
import io.gongbi.standard.Field;
import io.gongbi.warehouse.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** By which rules one customer is made of several records. */
@RestController
@About("By which rules one customer is made of several records.")
@RequestMapping("/api/profile/survivorship")
public class SurvivorshipResource {
  private final Gongbi gongbi;

  public SurvivorshipResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /**
   * A rule and what may be chosen instead; {@code usual}: as the product comes.
   *
   * @param fields that it holds for: one, or the parts of a place, which go together
   */
  public record RuleView(
      List<String> fields,
      List<Label> labels,
      Survivorship.Rule rule,
      Survivorship.Rule usual,
      List<Survivorship.Rule> choices) {}

  /**
   * {@code trusted}: the most trusted first; {@code sources}: all that say anything of customers.
   */
  public record RulesView(List<RuleView> rules, List<String> trusted, List<String> sources) {}

  @Needs(Right.VIEW)
  @GetMapping
  @About("The rule of each field, and the order of sources by trust.")
  public RulesView rules() {
    return shown(gongbi.survivorship().chosen());
  }

  private RulesView shown(Survivorships chosen) {
    var settings = gongbi.survivorship();
    var rules = new ArrayList<RuleView>();
    var place = settings.fields().stream().filter(SurvivorshipResource::isPlace).toList();
    for (var field : settings.fields()) {
      if (!isPlace(field)) rules.add(rule(List.of(field), chosen));
      else if (field.equals(place.getFirst())) rules.add(rule(place, chosen));
    }
    return new RulesView(rules, chosen.trusted(), settings.sources());
  }

  private static boolean isPlace(Field field) {
    return Survivorship.PLACE.contains(field.key().column());
  }

  private static RuleView rule(List<Field> fields, Survivorships chosen) {
    var column = fields.getFirst().key().column();
    return new RuleView(
        fields.stream().map(f -> f.key().column()).toList(),
        fields.stream().map(Field::label).toList(),
        chosen.rule(column),
        Survivorship.usual(column),
        List.copyOf(Survivorship.choices(fields.getFirst().asColumn())));
  }

  /**
   * Rules by field, such as {@code {"level": "mostTrusted"}}: what is not named gets its usual one.
   */
  public record Asked(Map<String, Survivorship.Rule> rules, List<String> trusted) {
    Survivorships asSurvivorships() {
      return new Survivorships(rules, trusted);
    }
  }

  @Needs(Right.CURATE)
  @PutMapping
  @About("Changes the rules; a run that begins at once puts all customers together anew.")
  public RulesView change(@RequestBody Asked asked, Viewer viewer) {
    return shown(gongbi.survivorship().change(asked.asSurvivorships(), viewer));
  }

  /** How many customers get another value, of any field and of each, with examples. */
  public record TrialView(long customers, List<OfFieldView> fields) {}

  public record OfFieldView(
      String field, Label label, long customers, List<ExampleView> examples) {}

  /** {@code masked}: both values are shown only in part, as this viewer may see them. */
  public record ExampleView(
      long customer, Optional<String> name, boolean masked, SaidView before, SaidView after) {}

  public record SaidView(Value value, String source) {}

  @Needs(Right.CURATE)
  @PostMapping("/trial")
  @About("What other rules would change, before they are saved.")
  public TrialView tried(@RequestBody Asked asked, Viewer viewer) {
    var trial = gongbi.survivorshipTrials().tried(asked.asSurvivorships(), viewer);
    return new TrialView(
        trial.customers(),
        trial.fields().stream()
            .map(
                f ->
                    new OfFieldView(
                        f.field().key().column(),
                        f.field().label(),
                        f.customers(),
                        f.examples().stream().map(SurvivorshipResource::view).toList()))
            .toList());
  }

  private static ExampleView view(SurvivorshipTrials.Example example) {
    return new ExampleView(
        example.customer().value(),
        example.name(),
        example.masked(),
        view(example.before()),
        view(example.after()));
  }

  private static SaidView view(SurvivorshipTrials.Said said) {
    return new SaidView(said.value(), said.source());
  }
}
