package io.gongbi.profile;

import io.gongbi.catalog.Kind;
import java.util.List;

/**
 * A way of looking at the list of customers that somebody keeps: its filters, columns and order as
 * they stand in the address. 华东金卡, by net spend, with their stage and birthday.
 *
 * @param address what stands after the question mark, {@code city=上海&sort=-netRevenue}
 * @param shared whether everybody finds it, or only whoever keeps it
 */
public record ListView(String address, boolean shared) {
  public static final Kind<ListView> KIND = Kind.of("list", ListView.class, List.of());
}
