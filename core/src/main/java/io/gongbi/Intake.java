package io.gongbi;

import io.gongbi.access.Viewer;
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
import io.gongbi.refresh.Recount;
import io.gongbi.source.ImportLog;
import io.gongbi.source.Landing;
import io.gongbi.source.Mappings;
import io.gongbi.source.Uploads;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/**
 * What arrives and what of it is clean: from an uploaded file to rows that a customer is made of.
 */
final class Intake {
  private static final long MOST_UPLOADED = 8L << 30;

  final Uploads uploads;
  final Landing landing;
  final Mappings mappings;
  final ImportLog importLog;
  final Rules rules;
  final Corrections corrections;
  final Repairs repairs;
  final Cleaning cleaning;
  final Dismissals dismissals;
  final Quality quality;
  final Scores scores;
  final Upkeep upkeep;
  final Completions completions;
  final Procedures procedures;
  final Falls falls;
  final Diagnoses diagnoses;
  final Trials trials;
  final Rehearsal rehearsal;

  Intake(Path path, Clock clock, Foundation on, Recount recount) {
    uploads = new Uploads(path.resolve("uploads"), MOST_UPLOADED, clock);
    landing = new Landing(on.warehouse, path.resolve("incoming"), clock);
    mappings = new Mappings(on.definitions);
    importLog = new ImportLog(on.catalog);
    rules = new Rules(on.definitions, on.authors, on.warehouse, on.standard, recount);
    corrections =
        new Corrections(on.definitions, on.authors, on.warehouse, on.gate, recount, on::zone);
    dismissals = new Dismissals(on.definitions, on.authors, on.warehouse, on.gate);
    repairs =
        new Repairs(
            on.definitions,
            on.authors,
            corrections,
            dismissals,
            on.warehouse,
            on.gate,
            recount,
            on::zone);
    cleaning =
        new Cleaning(mappings::all, rules::inForce, repairs::corrections, on.standard, clock);
    quality = new Quality(on.warehouse, on.gate, dismissals::inForce);
    scores = new Scores(on.warehouse, on.gate);
    upkeep =
        new Upkeep(
            on.definitions,
            on.authors,
            on.users,
            rules,
            mappings,
            () -> LocalDate.ofInstant(clock.instant(), on.zone()));
    procedures =
        new Procedures(
            on.definitions,
            on.authors,
            on.users,
            () -> LocalDate.ofInstant(clock.instant(), on.zone()));
    completions =
        new Completions(
            on.definitions,
            on.authors,
            on.users,
            on.warehouse,
            on.gate,
            cleaning,
            corrections,
            on.standard,
            on::zone,
            () -> LocalDate.ofInstant(clock.instant(), on.zone()));
    falls = new Falls(on.definitions, on.authors, on.users, scores, upkeep);
    diagnoses =
        new Diagnoses(
            on.warehouse, on.gate, quality, scores, rules, corrections, repairs, dismissals);
    trials = new Trials(on.warehouse, on.gate, cleaning, rules, on::zone);
    rehearsal = new Rehearsal(on.warehouse, on.standard);
    importLog.settle(on.warehouse, on.gate.view(Viewer.system()));
  }
}
