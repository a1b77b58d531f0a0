package io.gongbi.server.http;

import io.gongbi.campaign.Outlook;
import io.gongbi.experiment.Sizing;
import java.util.List;
import java.util.Optional;

/** How many there are, what they did before, and what each size of the control group could show. */
public record CampaignOutlookView(
    long audience, long of, long noAddress, Optional<PlanView> plan, List<ShareView> shares) {
  /**
   * What people like these did one window before, and how many to hold back. {@code base}, {@code
   * worth}, {@code suggestion} and {@code best} are shares of people, or money a head when the goal
   * is revenue; {@code buying} is the share who bought; {@code advised} in thousandths; {@code
   * attainable}: whether that shows what is worth knowing; {@code best}: the smallest rise that any
   * size finds.
   */
  public record PlanView(
      long history,
      double base,
      double buying,
      double worth,
      double suggestion,
      int advised,
      boolean attainable,
      Optional<Double> best) {
    private static PlanView of(Sizing sizing) {
      return new PlanView(
          sizing.base().people(),
          sizing.base().level(),
          sizing.base().buying(),
          sizing.worth(),
          sizing.base().suggestion(),
          sizing.advised(),
          sizing.smallest().isPresent(),
          sizing.best().stream().boxed().findFirst());
    }
  }

  /** One size of the control group; {@code detectable} is absent when it could show nothing. */
  public record ShareView(
      int controlPerMille,
      long treated,
      long control,
      Optional<Double> detectable,
      boolean enough) {
    private static ShareView of(Outlook.Share share) {
      return new ShareView(
          share.controlPerMille(),
          share.treated(),
          share.control(),
          share.detectable().stream().boxed().findFirst(),
          share.enough());
    }
  }

  static CampaignOutlookView of(Outlook outlook) {
    return new CampaignOutlookView(
        outlook.audience(),
        outlook.of(),
        outlook.noAddress(),
        outlook.sizing().map(PlanView::of),
        outlook.shares().stream().map(ShareView::of).toList());
  }
}
