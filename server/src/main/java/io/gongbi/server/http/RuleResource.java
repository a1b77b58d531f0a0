package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.quality.CleaningRule;
import io.gongbi.quality.Quality;
import io.gongbi.quality.Rule;
import io.gongbi.quality.Rules;
import io.gongbi.quality.Trials;
import io.gongbi.server.login.Needs;
import io.gongbi.source.FeedId;
import io.gongbi.source.SourceId;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rules that people lay on landed rows: tried before they are saved, kept, switched off. */
@RestController
@About("The rules that people lay on landed rows.")
@RequestMapping("/api/quality/rules")
public class RuleResource {
  private final Gongbi gongbi;
  private final Rules rules;

  public RuleResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.rules = gongbi.rules();
  }

  /** A rule as it is kept; {@code found}: rows that break it, as of the last run. */
  public record View(
      String id,
      int version,
      Label label,
      EntityName rows,
      Optional<SourceId> source,
      Optional<String> feed,
      Rule.Severity severity,
      boolean on,
      CleaningRule check,
      long found,
      Instant changedAt,
      Label owner) {}

  @Needs(Right.VIEW)
  @GetMapping
  @About("All rules, with the rows that break them as of the last run.")
  public List<View> all(Viewer viewer) {
    var doers = Doers.of(gongbi);
    var found = found(viewer);
    return rules.all().stream().map(r -> view(r, found, doers)).toList();
  }

  private Map<String, Long> found(Viewer viewer) {
    var found = new HashMap<String, Long>();
    for (var feed : gongbi.quality().counts(viewer)) {
      for (Quality.Reason reason : feed.reasons()) {
        found.merge(reason.reason(), reason.found(), Long::sum);
      }
    }
    return found;
  }

  private static View view(Definition<Rule> definition, Map<String, Long> found, Doers doers) {
    var rule = definition.body();
    var key = definition.id().key();
    return new View(
        key,
        definition.version(),
        definition.label(),
        rule.rows(),
        rule.source(),
        rule.feed(),
        rule.severity(),
        rule.on(),
        rule.check(),
        found.getOrDefault(Rule.reason(key), 0L),
        definition.changedAt(),
        doers.called(definition.owner()));
  }

  private View view(Definition<Rule> definition, Viewer viewer) {
    return view(definition, found(viewer), Doers.of(gongbi));
  }

  private static DefinitionId id(String key) {
    return Keys.named(Rules.KIND, key);
  }

  /** A rule to be saved; without {@code english} it has one name on every screen. */
  public record Saved(String label, Optional<String> english, Rule rule) {
    Label named() {
      var one = Names.typed(label);
      return english.map(e -> new Label(one.zh(), Names.typed(e).en())).orElse(one);
    }
  }

  /** A rule about outliers that comes without fences is measured as it is saved. */
  private Rule measured(Saved saved, Optional<String> key, Viewer viewer) {
    return saved.rule().check() instanceof CleaningRule.Outlier
        ? gongbi.trials().measured(saved.rule(), key, viewer)
        : saved.rule();
  }

  @Needs(Right.DEFINE)
  @PostMapping
  @About("Saves a rule; a run that cleans by it begins at once.")
  public View add(@RequestBody Saved saved, Viewer viewer) {
    return view(
        rules.add(viewer, saved.named(), measured(saved, Optional.empty(), viewer)), viewer);
  }

  @Needs(Right.DEFINE)
  @PutMapping("/{key}")
  @About("Changes a rule, or switches it on or off.")
  public View change(@PathVariable String key, @RequestBody Saved saved, Viewer viewer) {
    return view(
        rules.change(viewer, id(key), saved.named(), measured(saved, Optional.of(key), viewer)),
        viewer);
  }

  @Needs(Right.DEFINE)
  @DeleteMapping("/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Deletes a rule; its rows come back.")
  public void delete(@PathVariable String key, Viewer viewer) {
    rules.delete(viewer, id(key));
  }

  /** A rule to be tried; {@code id} when it is a saved one that is being changed. */
  public record Tried(Optional<String> id, Rule rule) {}

  /**
   * What would happen: rows that stand now, those that break the rule, and some of them; of a rule
   * about outliers its fences.
   */
  public record TrialView(
      long standing,
      long broken,
      List<FieldKey> fields,
      List<CleaningRule.Fence> fences,
      List<FeedTrial> feeds) {}

  /** The same of one feed. */
  public record FeedTrial(
      String source,
      String feed,
      long standing,
      long broken,
      List<Trials.Sample> samples,
      Optional<Trials.Capping> capping) {}

  @Needs(Right.DEFINE)
  @PostMapping("/try")
  @About("What a rule would do to the rows that are here, without saving it.")
  public TrialView tried(@RequestBody Tried tried, Viewer viewer) {
    var trial = gongbi.trials().tried(tried.rule(), tried.id(), viewer);
    return new TrialView(
        trial.standing(),
        trial.broken(),
        trial.fields(),
        trial.fences(),
        trial.feeds().stream()
            .map(
                f ->
                    new FeedTrial(
                        f.feed().source().value(),
                        f.feed().feed(),
                        f.standing(),
                        f.broken(),
                        f.samples(),
                        f.capping()))
            .toList());
  }

  /** A rule that nobody has made yet, for one feed, and the rows that would break it. */
  public record SuggestionView(
      Label label,
      String source,
      String feed,
      EntityName rows,
      Rule.Severity severity,
      CleaningRule check,
      long standing,
      long broken) {}

  @Needs(Right.DEFINE)
  @GetMapping("/suggestions")
  @About(
      "Rules that fit the data and that nobody has made yet, with the rows that would break them.")
  public List<SuggestionView> suggestions(Viewer viewer) {
    return gongbi.trials().suggestions(viewer).stream()
        .map(
            s -> {
              FeedId feed = s.feed();
              return new SuggestionView(
                  s.idea().label(),
                  feed.source().value(),
                  feed.feed(),
                  s.idea().rows(),
                  s.idea().severity(),
                  s.idea().check(),
                  s.standing(),
                  s.broken());
            })
        .toList();
  }
}
