package io.gongbi.server.http;

import io.gongbi.campaign.Foreseen;
import java.util.Optional;

/**
 * What a launch can be expected to show. {@code base}, {@code worth} and {@code detectable} are
 * shares of people for CONVERSION, money a head for REVENUE; {@code history}: the people whose past
 * the base is told from; {@code detectable} is absent when nothing can be found.
 */
public record CampaignForeseenView(
    String metric,
    long history,
    double base,
    double worth,
    Optional<Double> detectable,
    double alpha,
    double chance,
    boolean knowingly) {
  static CampaignForeseenView of(Foreseen foreseen) {
    return new CampaignForeseenView(
        foreseen.metric().name(),
        foreseen.history(),
        foreseen.base(),
        foreseen.worth(),
        foreseen.detectable().stream().boxed().findFirst(),
        foreseen.power().alpha(),
        foreseen.power().chance(),
        foreseen.knowingly());
  }
}
