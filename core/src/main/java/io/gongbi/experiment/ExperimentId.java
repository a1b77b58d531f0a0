package io.gongbi.experiment;

/** Names one experiment; for a campaign, the campaign's own id. */
public record ExperimentId(String value) {
  public ExperimentId {
    if (value.isBlank()) throw new IllegalArgumentException("an experiment has a name");
  }
}
