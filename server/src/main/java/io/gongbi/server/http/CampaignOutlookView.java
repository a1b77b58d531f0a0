package io.gongbi.server.http;

import io.gongbi.campaign.Outlook;
import java.util.List;
import java.util.Optional;

/** How many there are, and what each size of the control group could show. */
public record CampaignOutlookView(
    long audience, long of, long noAddress, double baseRate, List<ShareView> shares) {
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
        outlook.baseRate(),
        outlook.shares().stream().map(ShareView::of).toList());
  }
}
