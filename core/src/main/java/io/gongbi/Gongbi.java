package io.gongbi;

import io.gongbi.access.Accounts;
import io.gongbi.access.AuditTrail;
import io.gongbi.access.Gate;
import io.gongbi.access.OneTimeLinks;
import io.gongbi.access.Users;
import io.gongbi.calendar.AsOf;
import io.gongbi.campaign.Campaigns;
import io.gongbi.campaign.Forecast;
import io.gongbi.campaign.Launches;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.CompanySettings;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.channel.Connections;
import io.gongbi.condition.Conditions;
import io.gongbi.dashboard.Boards;
import io.gongbi.dashboard.Reports;
import io.gongbi.delivery.Callbacks;
import io.gongbi.delivery.ChannelDays;
import io.gongbi.delivery.Deliveries;
import io.gongbi.delivery.OptOuts;
import io.gongbi.delivery.Replies;
import io.gongbi.delivery.TrialMessages;
import io.gongbi.identity.Decisions;
import io.gongbi.identity.Growths;
import io.gongbi.identity.IdRuleSettings;
import io.gongbi.identity.IdRuleTrials;
import io.gongbi.identity.Identities;
import io.gongbi.identity.Judgements;
import io.gongbi.identity.MatchQuality;
import io.gongbi.identity.Relations;
import io.gongbi.identity.Review;
import io.gongbi.identity.WhyNots;
import io.gongbi.insight.Insights;
import io.gongbi.profile.Cards;
import io.gongbi.profile.Imputations;
import io.gongbi.profile.ListViews;
import io.gongbi.profile.Profiles;
import io.gongbi.profile.SurvivorshipSettings;
import io.gongbi.profile.SurvivorshipTrials;
import io.gongbi.quality.Cleaning;
import io.gongbi.quality.Completions;
import io.gongbi.quality.Corrections;
import io.gongbi.quality.Diagnoses;
import io.gongbi.quality.Dismissals;
import io.gongbi.quality.Falls;
import io.gongbi.quality.Procedures;
import io.gongbi.quality.Quality;
import io.gongbi.quality.Rehearsal;
import io.gongbi.quality.Repairs;
import io.gongbi.quality.Rules;
import io.gongbi.quality.Scores;
import io.gongbi.quality.Trials;
import io.gongbi.quality.Upkeep;
import io.gongbi.refresh.Refresher;
import io.gongbi.refresh.RunId;
import io.gongbi.refresh.Runs;
import io.gongbi.refresh.Step;
import io.gongbi.segment.Segments;
import io.gongbi.source.ImportLog;
import io.gongbi.source.Imports;
import io.gongbi.source.Landing;
import io.gongbi.source.Mappings;
import io.gongbi.source.OutboundSettings;
import io.gongbi.source.Uploads;
import io.gongbi.standard.CompanyFields;
import io.gongbi.standard.Standard;
import io.gongbi.tag.Tags;
import io.gongbi.trait.Traits;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The whole product over one data folder, room by room in reading order: {@link Foundation}, what
 * lands and is clean ({@link Intake}), who is who ({@link Customers}), what is said of them ({@link
 * Statements}), what is asked ({@link Answers}), what is done with it ({@link Sending}). Open it,
 * use its concepts, close it; no other process may have the folder open meanwhile.
 */
public final class Gongbi implements AutoCloseable {
  private final Folder folder;
  private final Foundation foundation;
  private final Intake intake;
  private final Customers customers;
  private final Statements statements;
  private final Answers answers;
  private final Sending sending;
  private final Refresher refresher;
  private final Imports imports;

  private Gongbi(Path path, Folder folder, Catalog catalog, Warehouse warehouse, Clock clock) {
    this.folder = folder;
    foundation = new Foundation(catalog, warehouse, this::recount);
    intake = new Intake(path, clock, foundation, this::recount);
    customers = new Customers(clock, foundation, intake.mappings, this::recount);
    refresher =
        new Refresher(
            warehouse,
            intake.landing.landed(),
            this::steps,
            customers.profiles::asOf,
            Profiles.DATES);
    statements = new Statements(foundation, intake.mappings, customers, this::recount);
    answers = new Answers(foundation, statements);
    sending = new Sending(path, foundation, customers, statements, refresher);
    imports =
        new Imports(
            intake.landing,
            intake.mappings,
            intake.uploads,
            intake.importLog,
            foundation.runs,
            refresher,
            clock,
            customers.profiles::tally);
    refresher.mustFitItsFeed();
    sending.deliveries.mustFitItsFeed(warehouse);
  }

  /**
   * Opens the folder, or makes one. Throws faults that an operator can act on: {@code
   * folder.in-use}, {@code folder.unusable}, {@code store.from-newer-version}, {@code
   * store.reader-ahead}, {@code warehouse.damaged}, {@code catalog.damaged}.
   */
  public static Gongbi open(Path folder, Clock clock) {
    return open(folder, clock, DuckDbWarehouse.Settings.DEFAULT);
  }

  public static Gongbi open(Path path, Clock clock, DuckDbWarehouse.Settings settings) {
    var folder = Folder.hold(path);
    try {
      var catalog = Catalog.open(path.resolve("catalog.sqlite"), Schema.CATALOG_MIGRATIONS, clock);
      try {
        var fields =
            new CompanyFields(
                catalog, new Definitions(catalog), (by, field) -> {}, (by, what) -> {});
        var tables = Schema.tables(new Standard(fields::all));
        var warehouse =
            DuckDbWarehouse.open(path, tables, Schema.WAREHOUSE_MIGRATIONS, settings).locked();
        try {
          return new Gongbi(path, folder, catalog, warehouse, clock);
        } catch (RuntimeException e) {
          warehouse.close();
          throw e;
        }
      } catch (RuntimeException e) {
        catalog.close();
        throw e;
      }
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** Everything that follows from landed rows, asked anew at each refresh. */
  private List<Step> steps() {
    return Stream.of(
            intake.cleaning.steps(),
            customers.identities.steps(),
            customers.profiles.steps(),
            customers.imputations.steps(),
            customers.cards.steps(),
            statements.traits.steps(),
            statements.tags.steps(),
            statements.segments.steps(),
            sending.deliveries.steps())
        .flatMap(List::stream)
        .toList();
  }

  /** A saved definition is one more step that is due, and mostly the only one. */
  private void recount(UserId by, Label what) {
    refresh(by, what, false);
  }

  /**
   * Begins a run that does what is due, with {@code all} everything over, or gives the one that
   * waits to do so.
   */
  public RunId refresh(UserId by, Label what, boolean all) {
    return foundation.runs.beginRefresh(
        by,
        what,
        all,
        (run, progress) -> {
          var report = refresher.refresh(run, foundation.catalog.now(), all, progress);
          return Map.of("steps", Integer.toString(report.ran().size()));
        });
  }

  /** The moment that answers are true for: now, or the end of the data when it has stopped. */
  public AsOf asOf() {
    return customers.profiles.asOf();
  }

  public Catalog catalog() {
    return foundation.catalog;
  }

  public Warehouse warehouse() {
    return foundation.warehouse;
  }

  public Definitions definitions() {
    return foundation.definitions;
  }

  public CompanySettings company() {
    return foundation.company;
  }

  public CompanyFields companyFields() {
    return foundation.companyFields;
  }

  public Standard standard() {
    return foundation.standard;
  }

  public AuditTrail audit() {
    return foundation.audit;
  }

  public OneTimeLinks links() {
    return foundation.links;
  }

  public Users users() {
    return foundation.users;
  }

  public Accounts accounts() {
    return foundation.accounts;
  }

  public Gate gate() {
    return foundation.gate;
  }

  public Runs runs() {
    return foundation.runs;
  }

  public Refresher refresher() {
    return refresher;
  }

  public Uploads uploads() {
    return intake.uploads;
  }

  public Landing landing() {
    return intake.landing;
  }

  public Mappings mappings() {
    return intake.mappings;
  }

  public Cleaning cleaning() {
    return intake.cleaning;
  }

  public Rules rules() {
    return intake.rules;
  }

  public Corrections corrections() {
    return intake.corrections;
  }

  public Trials trials() {
    return intake.trials;
  }

  public Scores scores() {
    return intake.scores;
  }

  public Repairs repairs() {
    return intake.repairs;
  }

  public Upkeep upkeep() {
    return intake.upkeep;
  }

  public Completions completions() {
    return intake.completions;
  }

  public Procedures procedures() {
    return intake.procedures;
  }

  public Falls falls() {
    return intake.falls;
  }

  public Diagnoses diagnoses() {
    return intake.diagnoses;
  }

  public Dismissals dismissals() {
    return intake.dismissals;
  }

  public Quality quality() {
    return intake.quality;
  }

  public Rehearsal rehearsal() {
    return intake.rehearsal;
  }

  public ImportLog importLog() {
    return intake.importLog;
  }

  public Imports imports() {
    return imports;
  }

  public IdRuleSettings idRules() {
    return customers.idRules;
  }

  public IdRuleTrials idRuleTrials() {
    return customers.idRuleTrials;
  }

  public WhyNots whyNots() {
    return customers.whyNots;
  }

  public Growths growths() {
    return customers.growths;
  }

  public Relations relations() {
    return customers.relations;
  }

  public Decisions identityDecisions() {
    return customers.decisions;
  }

  public Judgements judgements() {
    return customers.judgements;
  }

  public Review review() {
    return customers.review;
  }

  public MatchQuality matchQuality() {
    return customers.matchQuality;
  }

  public Identities identities() {
    return customers.identities;
  }

  public ListViews listViews() {
    return customers.listViews;
  }

  public SurvivorshipSettings survivorship() {
    return customers.survivorship;
  }

  public SurvivorshipTrials survivorshipTrials() {
    return customers.survivorshipTrials;
  }

  public Imputations imputations() {
    return customers.imputations;
  }

  public Profiles profiles() {
    return customers.profiles;
  }

  public Cards cards() {
    return customers.cards;
  }

  public Traits traits() {
    return statements.traits;
  }

  public Conditions conditions() {
    return statements.conditions;
  }

  public Tags tags() {
    return statements.tags;
  }

  public Insights insights() {
    return answers.insights;
  }

  public Boards boards() {
    return answers.boards;
  }

  public Reports reports() {
    return answers.reports;
  }

  public Segments segments() {
    return statements.segments;
  }

  public Replies replies() {
    return sending.replies;
  }

  public OptOuts optOuts() {
    return sending.optOuts;
  }

  public OutboundSettings outbound() {
    return sending.outbound;
  }

  public Connections connections() {
    return sending.connections;
  }

  public Deliveries deliveries() {
    return sending.deliveries;
  }

  public TrialMessages trialMessages() {
    return sending.trialMessages;
  }

  public Callbacks callbacks() {
    return sending.callbacks;
  }

  public ChannelDays channelDays() {
    return sending.channelDays;
  }

  public Campaigns campaigns() {
    return sending.campaigns;
  }

  public Forecast forecast() {
    return sending.forecast;
  }

  public Launches launches() {
    return sending.launches;
  }

  @Override
  public void close() {
    foundation.runs.close();
    foundation.warehouse.close();
    foundation.catalog.close();
    folder.close();
  }
}
