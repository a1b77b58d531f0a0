package io.gongbi.source;

import io.gongbi.warehouse.TableName;

/**
 * One kind of file that a source delivers again and again: {@code shop/orders}. It has one mapping
 * and one landed table.
 */
public record FeedId(SourceId source, String feed) implements Comparable<FeedId> {
  public FeedId {
    if (!fits(feed)) throw new IllegalArgumentException("not a feed: " + feed);
  }

  public static FeedId of(String source, String feed) {
    return new FeedId(new SourceId(source), feed);
  }

  public static boolean fits(String feed) {
    return feed.matches("[a-z][a-z0-9_]{0,29}");
  }

  /** {@code source.shop_orders}. */
  public TableName landed() {
    return new TableName("source", source + "_" + feed);
  }

  @Override
  public int compareTo(FeedId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return source + "/" + feed;
  }
}
