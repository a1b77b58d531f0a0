package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.Period;
import io.gongbi.condition.Condition;
import io.gongbi.dashboard.Opportunity;
import io.gongbi.dashboard.Report;
import io.gongbi.server.login.Needs;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The report that nobody has to arrange. */
@RestController
@About("The report about all customers, or about some.")
public class ReportResource {
  private final Gongbi gongbi;

  public ReportResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /** Whom the report is about; without a condition, all in sight. */
  public record Asked(Optional<Condition> who) {}

  /** The report, with the day that it is true for. */
  public record View(
      LocalDate asOf,
      Period year,
      Report.Heads heads,
      Report.Worth worth,
      Report.Worth before,
      boolean comparable,
      Optional<BigDecimal> anonymous,
      Report.Cards cards,
      List<Report.Division> divisions,
      Report.Concentration concentration,
      List<Report.RfmShare> rfm,
      List<Report.Beat> rhythm,
      Report.Rhythm interval,
      List<Opportunity> opportunities) {
    static View of(Report report) {
      return new View(
          report.asOf().day(),
          report.year(),
          report.heads(),
          report.worth(),
          report.before(),
          report.comparable(),
          report.anonymous(),
          report.cards(),
          report.divisions(),
          report.concentration(),
          report.rfm(),
          report.rhythm(),
          report.interval(),
          report.opportunities());
    }
  }

  @Needs(Right.VIEW)
  @PostMapping("/api/dashboards/report")
  @About("Who the customers are, what they are worth, and what is most worth doing next.")
  public View write(@RequestBody Asked asked, Viewer viewer) {
    return View.of(gongbi.reports().write(asked.who(), gongbi.asOf(), viewer));
  }

  @Needs(Right.VIEW)
  @GetMapping("/api/dashboards/worthwhile")
  @About("What the report says is most worth doing next, the most money first.")
  public List<Opportunity> worthwhile(Viewer viewer) {
    return gongbi.reports().worthwhile(gongbi.asOf(), viewer);
  }
}
