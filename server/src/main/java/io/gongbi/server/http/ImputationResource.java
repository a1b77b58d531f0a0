package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.profile.Accuracy;
import io.gongbi.profile.Imputation;
import io.gongbi.profile.Imputations;
import io.gongbi.server.login.Needs;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** By which rules what is missing of customers is inferred, and how right they are. */
@RestController
@About("By which rules what is missing of customers is inferred, and how right they are.")
@RequestMapping("/api/profile/imputation")
public class ImputationResource {
  private final Gongbi gongbi;

  public ImputationResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /**
   * How right a rule is on known values that were hidden from it.
   *
   * @param verdict {@code too_few no_better better}
   * @param from of the share of hits; with {@code to} its interval of 95 %
   * @param error how far it is off in the middle, in days for days
   */
  public record AccuracyView(
      long known,
      long missing,
      long hidden,
      long answered,
      long hits,
      long usualHits,
      Optional<Double> from,
      Optional<Double> to,
      Optional<Double> error,
      Optional<Double> usualError,
      String verdict) {
    static AccuracyView of(Accuracy accuracy) {
      return new AccuracyView(
          accuracy.known(),
          accuracy.missing(),
          accuracy.hidden(),
          accuracy.answered(),
          accuracy.hits(),
          accuracy.usualHits(),
          accuracy.interval().map(Accuracy.Interval::from),
          accuracy.interval().map(Accuracy.Interval::to),
          accuracy.error(),
          accuracy.usualError(),
          accuracy.verdict().name().toLowerCase(Locale.ROOT));
    }
  }

  /** What a method may go by. */
  public record KeyView(String name, Label label) {}

  /** A rule in force; {@code accuracy}: none before its first run. */
  public record InForceView(
      Imputation.Method method, Optional<AccuracyView> accuracy, long filled) {}

  /** A field, how many customers have it, of how many it is inferred, and by which rule. */
  public record OfFieldView(
      String field,
      Label label,
      String type,
      List<Field.Code> codes,
      List<KeyView> keys,
      long known,
      long imputed,
      Optional<InForceView> rule) {}

  /** All fields that may be inferred. */
  public record OverviewView(long customers, List<OfFieldView> fields) {}

  @Needs(value = Right.VIEW, overAll = "profile.impute-sees-some-only")
  @GetMapping
  @About("The fields that may be inferred, with the rules in force and how right they are.")
  public OverviewView overview(Viewer viewer) {
    var overview = gongbi.imputations().overview(viewer);
    return new OverviewView(
        overview.customers(),
        overview.fields().stream()
            .map(
                f ->
                    new OfFieldView(
                        f.field().key().column(),
                        f.field().label(),
                        f.field().type().name().toLowerCase(Locale.ROOT),
                        f.field().codes(),
                        f.keys().stream().map(k -> new KeyView(k.name(), k.label())).toList(),
                        f.known(),
                        f.imputed(),
                        f.rule()
                            .map(
                                r ->
                                    new InForceView(
                                        r.rule().method(),
                                        r.accuracy().map(AccuracyView::of),
                                        r.filled()))))
            .toList());
  }

  /** A rule for a field. */
  public record Asked(String field, Imputation.Method method) {
    Imputation asImputation() {
      return new Imputation(key(field), method);
    }
  }

  /** What a rule says of a customer, and what stands there, where that was hidden from it. */
  public record ExampleView(
      long customer, Optional<String> name, Optional<Value> known, Value guess) {
    static ExampleView of(Imputations.Example example) {
      return new ExampleView(
          example.customer().value(), example.name(), example.known(), example.guess());
    }
  }

  /** What a rule would do. */
  public record TrialView(
      AccuracyView accuracy, long filled, List<ExampleView> hidden, List<ExampleView> missing) {}

  @Needs(value = Right.CURATE, overAll = "profile.impute-sees-some-only")
  @PostMapping("/trial")
  @About("How right a rule is on hidden known values, and how many customers it would fill.")
  public TrialView tried(@RequestBody Asked asked, Viewer viewer) {
    var trial = gongbi.imputations().tried(asked.asImputation(), viewer);
    return new TrialView(
        AccuracyView.of(trial.accuracy()),
        trial.filled(),
        trial.hidden().stream().map(ExampleView::of).toList(),
        trial.missing().stream().map(ExampleView::of).toList());
  }

  @Needs(value = Right.CURATE, overAll = "profile.impute-sees-some-only")
  @PutMapping
  @About("Puts a rule in force, in place of the field's former one; a run begins at once.")
  public OverviewView put(@RequestBody Asked asked, Viewer viewer) {
    gongbi.imputations().put(asked.asImputation(), viewer);
    return overview(viewer);
  }

  @Needs(value = Right.CURATE, overAll = "profile.impute-sees-some-only")
  @DeleteMapping("/{field}")
  @About("Takes a field's rule out of force; what it inferred goes with the run that begins.")
  public OverviewView remove(@PathVariable String field, Viewer viewer) {
    gongbi.imputations().remove(key(field), viewer);
    return overview(viewer);
  }

  private static FieldKey key(String field) {
    return Names.field(Standard.CUSTOMER.value() + "." + field);
  }
}
