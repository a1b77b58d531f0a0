package io.gongbi.channel;

import io.gongbi.catalog.Label;
import java.util.List;

/**
 * One way to reach customers. Open family, found by {@link java.util.ServiceLoader}; each passes
 * {@code ChannelContract}. Called by one thread at a time for one origin; may block; never throws
 * for a single bad message but answers {@link Receipt.Failed} for it.
 */
public interface Channel {
  /** {@code file}; stands in stored campaigns, so it never changes. */
  String id();

  Label label();

  /** Which field of the customer is the address: {@code phone}, {@code email}. */
  String addressField();

  /**
   * Whether sending the same batch twice has the effect of sending it once. After a crash such a
   * batch is simply sent again; any other is listed as uncertain.
   */
  boolean repeatable();

  /**
   * Whether messages reach people as soon as they are sent, so that they must wait out the night.
   * Whoever is handed a list keeps to the hours themselves.
   */
  boolean reachesAtOnce();

  /** One receipt a message. */
  List<Receipt> send(Batch batch);
}
