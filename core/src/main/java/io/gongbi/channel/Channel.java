package io.gongbi.channel;

import io.gongbi.catalog.Label;
import io.gongbi.catalog.Settings;
import io.gongbi.catalog.Spec;
import io.gongbi.fault.Faults;
import java.util.List;

/**
 * One way to reach customers. Open family, found by {@link java.util.ServiceLoader}; each passes
 * {@code ChannelContract}. A channel keeps nothing between calls: what a person filled in for its
 * {@link Spec} comes with every one of them. May be called for several connections at once; may
 * block; never throws for a single bad message but answers {@link Receipt.Failed} for it.
 */
public interface Channel {
  /**
   * Its id, {@code file}, stands in stored connections and campaigns, so it never changes. One that
   * asks for nothing needs no connection and is there from the start.
   */
  Spec spec();

  default String id() {
    return spec().id();
  }

  default Label label() {
    return spec().label();
  }

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

  /**
   * How many messages to hand over at once. What is handed over when the process dies is uncertain,
   * so whoever is slow takes few.
   */
  int atOnce(Settings settings);

  /** How many messages leave in a second at most, 0 where nothing limits it. */
  default int perSecond(Settings settings) {
    return 0;
  }

  /** Collects what is wrong with settings beyond what their {@link Spec} says. */
  default void check(Settings settings, Faults faults) {}

  /**
   * For whom the secrets are, such as a host: when that changes, they must be entered anew, or
   * whoever may change an address could have them sent to himself.
   */
  default String secretsAreFor(Settings settings) {
    return "";
  }

  /** Throws what would keep it from sending anything at all. Sends nothing. */
  default void mustBeReady(Line line) {}

  /** One receipt a message. */
  List<Receipt> send(Batch batch, Line line);

  /** What the other side told us by itself. */
  default Heard hear(Settings settings, String contentType, byte[] body) {
    return new Heard(List.of(), 1);
  }

  /** What the other side wants to hear in answer. */
  default String thanks(Settings settings) {
    return "";
  }
}
