package io.gongbi.insight;

import io.gongbi.condition.Condition;
import java.util.List;

/**
 * What a group of customers is like, beside all customers: for each value of some fields and tags
 * its share in the group, its share among all, and the TGI, the one divided by the other times 100.
 * All customers include the group; whoever has no value is in neither share, and how many they are
 * is told. A TGI of fewer than 50 customers, in the group or with the value, is not shown.
 *
 * <p>Example: of 200 customers in the group 60 are from 上海, of all 1,000 customers 150: 30 % and 15
 * %, TGI 200. The significance is that of the difference between the group and everybody else, by a
 * two-proportion z test: {@code strong} from |z| 2.58 (1 in 100), {@code weak} from 1.96 (1 in 20).
 */
public record GroupProfile(Condition who, List<Split> by) implements Insight {
  static final int MOST = 12;

  public GroupProfile {
    by = List.copyOf(by);
  }
}
