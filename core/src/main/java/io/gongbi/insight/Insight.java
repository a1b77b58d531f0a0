package io.gongbi.insight;

/** A question that boards keep and charts draw. Each has an answer, and customers behind it. */
public sealed interface Insight permits Trend, Funnel, Breakdown {}
