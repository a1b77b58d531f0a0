package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.campaign.CampaignState;
import io.gongbi.server.login.Needs;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The first page: the size of the business, and how far the loop has been walked. */
@RestController
@About("The first page.")
public class HomeResource {
  private final Gongbi gongbi;

  public HomeResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /** What the first page shows. */
  public record Home(CompanyView company, Counts counts, List<Done> checklist) {}

  /**
   * {@code identified}: the share of revenue whose buyer is known; absent for who sees some
   * customers only, and so no sale of nobody known.
   */
  public record Counts(
      long customers, long orders, BigDecimal revenue, Optional<Double> identified) {}

  /** One step of the way from data to effect. */
  public record Done(String step, boolean done) {}

  @Needs(Right.VIEW)
  @GetMapping("/api/home")
  @About("The size of the business, and how far the way has been walked.")
  public Home home(Viewer viewer) {
    var totals = gongbi.profiles().totals(viewer);
    var company = CompanyView.of(gongbi);
    var campaigns = gongbi.campaigns().all(viewer, gongbi.asOf());
    return new Home(
        company,
        new Counts(
            totals.customers(),
            totals.orders(),
            totals.revenue(),
            Optional.of(totals.identified()).filter(_ -> viewer.seesEverybody())),
        List.of(
            new Done("import", !company.empty()),
            new Done("quality", totals.customers() > 0),
            new Done("identity", totals.customers() > 0),
            new Done("segment", !gongbi.segments().all(viewer).isEmpty()),
            new Done("campaign", !campaigns.isEmpty()),
            new Done(
                "effect",
                campaigns.stream()
                    .anyMatch(
                        c ->
                            c.state() == CampaignState.SENT
                                || c.state() == CampaignState.CLOSED))));
  }
}
