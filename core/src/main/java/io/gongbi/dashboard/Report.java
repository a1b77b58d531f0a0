package io.gongbi.dashboard;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a company should know about its customers, or about one segment of them, on one page: who
 * they are, what they are worth, what they like, where they come from, when they buy, and what is
 * most worth doing next. Money is that of identified customers, refunds not subtracted.
 *
 * @param year the 365 whole days before the as-of day; {@code before} tells of the 365 before those
 * @param comparable whether orders were known all through the year before: a shop whose first order
 *     lies in its last months has not grown by 1,200 %
 * @param anonymous what nobody known bought in the year; nothing where the report is of some
 * @param opportunities the most money first; those that cannot be estimated last
 */
public record Report(
    AsOf asOf,
    Period year,
    Heads heads,
    Worth worth,
    Worth before,
    boolean comparable,
    Optional<BigDecimal> anonymous,
    Cards cards,
    List<Division> divisions,
    Concentration concentration,
    List<RfmShare> rfm,
    List<Beat> rhythm,
    Rhythm interval,
    List<Opportunity> opportunities) {
  public Report {
    divisions = List.copyOf(divisions);
    rfm = List.copyOf(rfm);
    rhythm = List.copyOf(rhythm);
    opportunities = List.copyOf(opportunities);
  }

  /**
   * How many they are. {@code of}: all customers in sight; {@code buyers}: those who ever bought.
   */
  public record Heads(long customers, long of, long buyers) {}

  /**
   * What they bought in a year. Two buyers of whom one bought on 1 and one on 3 days, 4 orders of
   * 400 in sum: 200 a buyer, 100 an order, and a repurchase rate of 0.5.
   *
   * @param again buyers with two purchase days or more
   */
  public record Worth(
      long buyers,
      long again,
      long orders,
      BigDecimal revenue,
      Optional<BigDecimal> perBuyer,
      Optional<BigDecimal> perOrder,
      Optional<Double> repurchase) {}

  /**
   * Cards that several people use. Twelve of staff are left out of every figure here: with them a
   * buyer would have spent 312 in the year, without them 287; eight more are suspected, still in,
   * and bought for 9,600.
   *
   * @param leftOut how many of each kind, such as {@code staff}
   * @param with the year as it would be with those
   * @param suspectedRevenue what the suspected ones bought in the year
   */
  public record Cards(
      Map<String, Long> leftOut,
      Optional<Worth> with,
      long suspected,
      BigDecimal suspectedRevenue) {
    public Cards {
      leftOut = Map.copyOf(leftOut);
    }
  }

  /**
   * Customers told apart by one thing, such as their city.
   *
   * @param id {@code gender age level province city source channel category product}
   * @param known of whom it is known; the shares are of these
   */
  public record Division(String id, long known, long unknown, List<Share> shares) {
    public Division {
      shares = List.copyOf(shares);
    }
  }

  /**
   * One value. Of 200 known customers 50 are of Shanghai, and of all known 10 %: a share of 0.25
   * and a TGI of 250.
   *
   * @param everyone how many of all in sight have it
   * @param revenue what was bought there, for what is bought; nothing for what people are
   * @param tgi share in the group ÷ share in all × 100; nothing where the report is of all, or of
   *     fewer than 50 known
   * @param differs whether the share differs from that of all by more than chance does (95 %)
   */
  public record Share(
      String value,
      long customers,
      double share,
      long everyone,
      Optional<BigDecimal> revenue,
      Optional<Double> tgi,
      boolean differs) {}

  /**
   * How much the best buyers of the year bring. {@code points}: the share of revenue of the best 5
   * %, 10 % … 100 % of buyers; {@code eighty}: the share of buyers who bring 80 %. Both are empty
   * where fewer than 20 bought.
   */
  public record Concentration(long buyers, List<Double> points, Optional<Double> eighty) {
    public Concentration {
      points = List.copyOf(points);
    }
  }

  /** One of the eight groups: its code ({@code 111}), customers, and revenue in the year. */
  public record RfmShare(String code, long customers, BigDecimal revenue) {}

  /** Orders of the year in one hour of one weekday, Monday being 1. */
  public record Beat(int weekday, int hour, long orders) {}

  /**
   * Days between one purchase day and the next, over all in sight: half come back within {@code
   * median}, four of five within {@code late}. Empty under 100 intervals.
   */
  public record Rhythm(long intervals, Optional<Long> median, Optional<Long> late) {}
}
