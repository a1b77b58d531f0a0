package io.gongbi.profile;

import io.gongbi.access.Authorship;
import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.refresh.Recount;
import io.gongbi.refresh.Step;
import io.gongbi.standard.CompanyField;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Imputed;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sensitivity;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.Warehouse;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules by which what is missing of customers is inferred: tried first, then in force by a run.
 *
 * <p>Nothing that is inferred stands where somebody's word would: it has columns of its own ({@link
 * Imputed}), which identity does not read and scores do not count.
 */
public final class Imputations {
  /**
   * What of every company's fields may be inferred; not what identifies, was agreed, or is kept.
   */
  private static final Set<String> FIELDS =
      Set.of("gender", "birthday", "country", "province", "city", "district", "occupation");

  private static final Set<ColumnType> TYPES =
      Set.of(ColumnType.TEXT, ColumnType.DAY, ColumnType.DECIMAL);
  private static final int MOST_KEYS = 5;
  private static final int MOST_GROUPING = 3;
  private static final int MOST_LEAST = 10_000;
  private static final int EXAMPLES = 5;
  private static final int LONGEST = 200;

  private final Warehouse warehouse;
  private final Gate gate;
  private final Definitions definitions;
  private final Authorship authors;
  private final Standard standard;
  private final Recount recount;

  public Imputations(
      Warehouse warehouse,
      Gate gate,
      Definitions definitions,
      Authorship authors,
      Standard standard,
      Recount recount) {
    this.warehouse = warehouse;
    this.gate = gate;
    this.definitions = definitions;
    this.authors = authors;
    this.standard = standard;
    this.recount = recount;
  }

  /** Whether a field of a customer may be inferred at all. */
  static boolean mayBe(Column field) {
    return (FIELDS.contains(field.name()) || CompanyField.isOne(field.name()))
        && TYPES.contains(field.type())
        && field.sensitivity() != Sensitivity.SENSITIVE;
  }

  public List<Step> steps() {
    return List.of(new ImputationStep(inForce(), standard.now()));
  }

  private List<Definition<Imputation>> inForce() {
    var now = standard.now();
    return definitions.all(Imputation.KIND).stream()
        .filter(d -> now.field(d.body().field()).isPresent())
        .toList();
  }

  /** A rule and what the last run made of it; nothing before that run. */
  public record InForce(Imputation rule, Optional<Accuracy> accuracy, long filled) {}

  /** A field with how many customers have it, how many a guess at it, and its rule. */
  public record OfField(
      Field field, List<ImputationKey> keys, long known, long imputed, Optional<InForce> rule) {
    public OfField {
      keys = List.copyOf(keys);
    }
  }

  /** All fields that may be inferred, of so many customers. */
  public record Overview(long customers, List<OfField> fields) {
    public Overview {
      fields = List.copyOf(fields);
    }
  }

  /** For who sees all customers: counts of some tell nothing of a rule that holds for all. */
  public Overview overview(Viewer viewer) {
    viewer.mustSeeEverybody("profile.impute-sees-some-only");
    var customer = customer();
    var now = standard.now();
    var fields =
        now.entity(Standard.CUSTOMER).orElseThrow().fields().stream()
            .filter(f -> mayBe(f.asColumn()))
            .filter(f -> customer.find(Imputed.column(f.key().column())).isPresent())
            .toList();
    var columns = fields.stream().map(f -> f.key().column()).toList();
    var shares = ask(ImputationQuery.shares(columns)).only();
    var rules = byField();
    return new Overview(
        shares.whole("customers"),
        fields.stream()
            .map(
                f ->
                    new OfField(
                        f,
                        ImputationKey.of(f.key(), now),
                        shares.whole(f.key().column()),
                        shares.whole(Imputed.column(f.key().column())),
                        Optional.ofNullable(rules.get(f.key().column()))))
            .toList());
  }

  /** The fields of which anything is inferred, by their columns. */
  public Map<String, InForce> byField() {
    var all = new HashMap<String, InForce>();
    var ran = ask(ImputationQuery.accuracy());
    for (var rule : inForce()) {
      var row =
          ran.stream()
              .filter(r -> r.text("field").equals(rule.id().key()))
              .filter(r -> r.whole("version") == rule.version())
              .findFirst();
      all.put(
          rule.id().key(),
          new InForce(
              rule.body(), row.map(Accuracy::of), row.map(r -> r.whole("filled")).orElse(0L)));
    }
    return Map.copyOf(all);
  }

  /** What a rule says of a customer; {@code known}: what was hidden from it, where there is any. */
  public record Example(
      CustomerId customer, Optional<String> name, Optional<Value> known, Value guess) {}

  /** What a rule would do: how right it is, and how many customers it would fill. */
  public record Trial(Accuracy accuracy, long filled, List<Example> hidden, List<Example> missing) {
    public Trial {
      hidden = List.copyOf(hidden);
      missing = List.copyOf(missing);
    }
  }

  /**
   * Before it is saved. Throws {@code profile.impute-…} for a rule that cannot be, {@code
   * profile.impute-masked} for who does not see such values, {@code profile.impute-sees-some-only}.
   */
  public Trial tried(Imputation rule, Viewer viewer) {
    mustDecide(viewer);
    mustBeSound(rule);
    mustSee(rule.field(), viewer);
    var query = new ImputationQuery(rule, customer(), standard.now());
    return new Trial(
        Accuracy.of(ask(query.measured()).only()),
        ask(query.filled()).only().whole("filled"),
        examples(ask(query.hiddenExamples(EXAMPLES)), viewer),
        examples(ask(query.filledExamples(EXAMPLES)), viewer));
  }

  private List<Example> examples(Table found, Viewer viewer) {
    var customers =
        found.stream().map(r -> new CustomerId(r.whole("customer_id"))).distinct().toList();
    var names = new HashMap<Long, String>();
    if (!customers.isEmpty()) {
      warehouse.query(ProfileQuery.names(customers), gate.view(viewer)).stream()
          .forEach(r -> names.put(r.whole("customer_id"), r.text("name")));
    }
    return found.stream().map(r -> example(r, names)).toList();
  }

  private static Example example(Row row, Map<Long, String> names) {
    boolean told = row.table().columns().stream().anyMatch(c -> c.name().equals("known"));
    return new Example(
        new CustomerId(row.whole("customer_id")),
        Optional.ofNullable(names.get(row.whole("customer_id"))),
        told ? Optional.of(row.value("known")) : Optional.empty(),
        row.value("guess"));
  }

  /** One rule a field, in force with the run that begins now. Throws what {@link #tried} does. */
  public void put(Imputation rule, Viewer by) {
    mustDecide(by);
    mustBeSound(rule);
    mustSee(rule.field(), by);
    var field = standard.field(rule.field()).orElseThrow();
    var label = new Label("推算：" + field.label().zh(), "Inferred: " + field.label().en());
    var id = id(rule.field());
    authors.save(
        by,
        Imputation.KIND,
        definitions
            .find(Imputation.KIND, id)
            .map(d -> d.withOwner(by.user()).withBody(rule))
            .orElseGet(() -> Definition.fresh(id, label, by.user(), rule)));
    recount.begin(by.user(), label);
  }

  /** What it has inferred goes with the run that begins now. */
  public void remove(FieldKey field, Viewer by) {
    mustDecide(by);
    var label = definitions.get(Imputation.KIND, id(field)).label();
    authors.delete(by, Imputation.KIND, id(field));
    recount.begin(
        by.user(),
        new Label("停止" + label.zh(), "No longer " + label.en().toLowerCase(Locale.ROOT)));
  }

  private static DefinitionId id(FieldKey field) {
    return Imputation.KIND.id(field.column());
  }

  private static void mustDecide(Viewer viewer) {
    viewer.must(Right.CURATE);
    viewer.mustSeeEverybody("profile.impute-sees-some-only");
  }

  /** How often a guess is right tells what stands there. */
  private void mustSee(FieldKey field, Viewer viewer) {
    var sensitivity = standard.field(field).orElseThrow().sensitivity();
    if (sensitivity != Sensitivity.OPEN && !viewer.role().shows(field, sensitivity)) {
      throw new FaultException(new Fault.Forbidden("profile.impute-masked", "field", Map.of()));
    }
  }

  private void mustBeSound(Imputation rule) {
    var faults = new Faults();
    var field =
        standard
            .field(rule.field())
            .filter(f -> f.key().entity().equals(Standard.CUSTOMER))
            .filter(f -> mayBe(f.asColumn()))
            .filter(f -> customer().find(Imputed.column(f.key().column())).isPresent())
            .orElseThrow(() -> Faults.bad("profile.impute-field", "field"));
    switch (rule.method()) {
      case Imputation.Constant c -> constant(c.value(), field, faults);
      case Imputation.Typical _ -> {}
      case Imputation.Grouped g -> {
        keys(g.by(), field, MOST_GROUPING, faults);
        if (g.least() < 1 || g.least() > MOST_LEAST) {
          faults.bad(
              "profile.impute-least", "method.least", Map.of("most", Integer.toString(MOST_LEAST)));
        }
        percent(g.percent(), faults);
      }
      case Imputation.Model m -> {
        keys(m.by(), field, MOST_KEYS, faults);
        percent(m.percent(), faults);
      }
    }
    faults.throwIfAny();
  }

  private static void constant(String value, Field field, Faults faults) {
    boolean fits;
    try {
      ImputationQuery.constant(field.type(), value);
      fits = !value.isBlank() && value.length() <= LONGEST;
    } catch (DateTimeException | NumberFormatException e) {
      fits = false;
    }
    boolean coded =
        field.codes().isEmpty() || field.codes().stream().anyMatch(c -> c.value().equals(value));
    if (!fits || !coded) faults.bad("profile.impute-value", "method.value", Map.of());
  }

  private void keys(List<String> by, Field field, int most, Faults faults) {
    if (by.isEmpty() || by.size() > most || new HashSet<>(by).size() < by.size()) {
      faults.bad("profile.impute-by", "method.by", Map.of("most", Integer.toString(most)));
    }
    for (int i = 0; i < by.size(); i++) {
      if (ImputationKey.find(by.get(i), field.key(), standard).isEmpty()) {
        faults.bad("profile.impute-key", "method.by[" + i + "]", Map.of("key", by.get(i)));
      }
    }
  }

  private static void percent(int percent, Faults faults) {
    if (percent < 0 || percent > 100)
      faults.bad("profile.impute-percent", "method.percent", Map.of());
  }

  private TableSpec customer() {
    return warehouse.spec(ProfileTables.CUSTOMER.name()).orElse(ProfileTables.CUSTOMER);
  }

  private Table ask(Sql sql) {
    return warehouse.query(sql, gate.view(Viewer.system()));
  }
}
