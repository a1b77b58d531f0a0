package io.gongbi.access;

import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Imputed;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import io.gongbi.standard.WhereQuery;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.Sensitivity;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Row scope and masks as one {@link View}: a hidden column is masked before it can be filtered,
 * sorted or joined on, a customer out of scope is in no count. Tables without customers (landed and
 * cleaned rows) are closed to viewers with a scope as soon as they hold anything personal, because
 * nobody can say whose the row is.
 */
public final class Gate {
  private static final TableName CUSTOMER = TableName.of("profile.customer");
  private static final TableName ALIAS = TableName.of("identity.alias");

  /**
   * Whom figures leave out, as a layer over what is shown: {@code ask} reads what is there, so that
   * nothing is laid over where there is nobody to leave out.
   */
  @FunctionalInterface
  public interface Figures {
    View layer(Function<Sql, Table> ask);
  }

  private final Warehouse warehouse;
  private volatile Figures figures = ask -> View.of(Map.of());

  public Gate(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  public View view(Viewer viewer) {
    var role = viewer.role();
    boolean scoped = !(role.customers() instanceof Where.Always);
    if (!scoped && role.unmaskAll()) return View.of(Map.of());
    var standIns = new HashMap<TableName, Sql>();
    for (var table : warehouse.specs()) {
      standIn(table, role, scoped).ifPresent(sql -> standIns.put(table.name(), sql));
    }
    return View.of(standIns);
  }

  /** A package above tells whom figures leave out. */
  public void figuresAre(Figures figures) {
    this.figures = figures;
  }

  /**
   * What the viewer sees, as figures count it: without the customers who are held to be no customer
   * at all. Whoever counts, sums or compares reads through this; lists and pages of one customer
   * through {@link #view}.
   */
  public View figures(Viewer viewer) {
    return figures(view(viewer));
  }

  /** The same over a view that somebody was given already. */
  public View figures(View view) {
    return figures.layer(sql -> warehouse.query(sql, view)).over(view);
  }

  /** Throws {@code where.…} faults for a scope that no customer could be held to. */
  public void mustFit(Where customers) {
    new WhereQuery("scope").text(customers, warehouse.spec(CUSTOMER).orElseThrow(), "c");
  }

  private Optional<Sql> standIn(TableSpec table, Role role, boolean scoped) {
    boolean personal = table.columns().stream().anyMatch(c -> c.sensitivity() != Sensitivity.OPEN);
    if (!personal && !(scoped && table.customerColumn().isPresent())) return Optional.empty();
    var columns =
        table.columns().stream()
            .map(
                c ->
                    c.sensitivity() == Sensitivity.OPEN || shown(role, c)
                        ? "t." + c.name()
                        : masked(c))
            .collect(Collectors.joining(", "));
    var select = "select " + columns + " from {" + table.name() + "} t";
    if (!scoped) return Optional.of(Sql.of(select));
    if (table.customerColumn().isEmpty()) return Optional.of(Sql.of(select + " where false"));
    var where = new WhereQuery("scope");
    var customers = warehouse.spec(CUSTOMER).orElseThrow();
    var rows =
        table.name().equals(CUSTOMER)
            ? " where " + where.kept(role.customers(), table, "t")
            : " where t."
                + table.customerColumn().get()
                + " in ("
                + ids(where.kept(role.customers(), customers, "c"))
                + ")";
    return Optional.of(where.bindInto(Sql.of(select + rows)));
  }

  /** What was kept under a former id is about the customer who has taken it over. */
  private String ids(String scope) {
    var today = "select c.customer_id from {profile.customer} c where " + scope;
    if (warehouse.spec(ALIAS).isEmpty()) return today;
    return today
        + " union all select l.customer_id from {identity.alias} l"
        + " join {profile.customer} c on c.customer_id = l.now_id where "
        + scope;
  }

  private static boolean shown(Role role, Column column) {
    // A guess at a birthday is shown to whoever is shown birthdays.
    var name = Imputed.field(column.name()).orElse(column.name());
    return role.shows(new FieldKey(Standard.CUSTOMER, name), column.sensitivity())
        || role.unmasked().stream().anyMatch(f -> f.column().equals(name));
  }

  /** Text keeps a hint of itself; anything else personal (a birthday) is not shown at all. */
  private static String masked(Column column) {
    return switch (column.type()) {
      case TEXT -> "gb_mask(t." + column.name() + ") as " + column.name();
      case DAY -> "cast(null as date) as " + column.name();
      case MOMENT -> "cast(null as timestamp) as " + column.name();
      case WHOLE -> "cast(null as bigint) as " + column.name();
      case DECIMAL -> "cast(null as decimal(18,4)) as " + column.name();
      case REAL -> "cast(null as double) as " + column.name();
      case FLAG -> "cast(null as boolean) as " + column.name();
      case TEXT_LIST -> "cast(null as varchar[]) as " + column.name();
    };
  }
}
