package io.gongbi.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 宣和生活, a company that does not exist: home, tea and stationery goods, sold over an online shop,
 * with a CRM for its members. {@code new SampleMall(42, 20_000, DEFAULT_END).write(folder)} writes
 * what its systems would export of the 24 months before {@code end}: some 15,500 members, 16,900
 * shop accounts, 33,000 orders of 5.9 million yuan, and the receipts of one campaign. The same seed
 * gives the same bytes; a tenth of the customers gives about a tenth of the rows.
 *
 * <p>The truth behind the files is written apart, to the second folder, for whoever judges the
 * product's answers; the product never reads it:
 *
 * <ul>
 *   <li>{@code persons.csv}: whose record each is. A record is a card number ({@code crm}), a user
 *       id ({@code shop}), or an order number where the order names no user ({@code shop-order})
 *   <li>{@code evidence.csv}: what a careful reader of a record can tell people by: identifiers as
 *       they were meant, a full name with a birthday, a full name with an address. Two records of a
 *       person without a line in common cannot be known to be theirs
 *   <li>{@code churned.csv}: whose buying has ended, and their last day
 *   <li>{@code campaign.csv}: everybody in the campaign's audience, their arm, what they would have
 *       done without the message and what they did
 *   <li>{@code replies.csv}: who answered the message, and who of them wants no more
 *   <li>{@code effect.json}: what the campaign was made to change, and what chance made of it
 *   <li>{@code flaws.csv}: lines of the files that must not come through as clean rows
 *   <li>{@code traps.csv}: where records mislead whoever brings them together, and how: see below
 *   <li>{@code people.json}: people, records, and how many pairs share an identifier at all
 * </ul>
 *
 * <p>A line of {@code traps.csv} names the {@link Trap.Kind}, the record, whose it is, the other
 * person where one is concerned, and what stands there by right. An order of the shop is named by
 * its number ({@code shop-order}) also where it is a record of its user. Each kind has chances of
 * its own; of one cell only one can be true. Of 100 cells or people that can have it, so many have
 * it:
 *
 * <ul>
 *   <li>names, on cards, in accounts, on parcels in full: a homophone 2.8, 0.7, 0.4; a look-alike
 *       1.6, 0.6, 0.2; pinyin 0.8, 2.4, 0.6; traditional characters 0.8, 1.4, 0.7; a nickname 1.1,
 *       2.0, 1.1; a title instead of the name 1.1 on cards and in accounts
 *   <li>phones: 1.3 mistyped on cards and 1.0 at the tills; on cards 1.1 of a front desk, 0.6 of
 *       the house, 0.4 of a shop's tablet; a second number 3.6 on cards, 2.8 in accounts; 1.3 of
 *       all records hold a number that two strangers had one after the other
 *   <li>e-mail addresses: 0.6 with a wrong letter, 1.7 with a misspelt host
 *   <li>birthdays: 3.4 the first that the form offered
 *   <li>addresses: 0.5 of cards and of parcels in full are a firm's, shared by colleagues
 *   <li>parcels: 1.4 are presents for another customer
 *   <li>people: 1.0 have the name of somebody of their city on purpose, 15 in 100 of these their
 *       birthday too; of the families with one phone 12, 20 and 35 in 100 are their head's twin,
 *       brother or sister, parent or child
 * </ul>
 */
public final class SampleMall {

  /** The campaign of 春季 then falls in April, and the data holds two 双11 and two 618. */
  public static final LocalDate DEFAULT_END = LocalDate.of(2026, 6, 1);

  public static final int DEFAULT_CUSTOMERS = 20_000;

  /** An Excel sheet holds 1,048,576 rows, and the CRM exports one sheet. */
  private static final int MOST_CUSTOMERS = 1_000_000;

  private final long seed;
  private final int customers;
  private final LocalDate end;

  /**
   * @param customers people, not records: 1 … 1,000,000
   * @param end the day after the last day of the data
   */
  public SampleMall(long seed, int customers, LocalDate end) {
    if (customers < 1 || customers > MOST_CUSTOMERS) {
      throw new IllegalArgumentException("customers: 1 … 1,000,000, not " + customers);
    }
    this.seed = seed;
    this.customers = customers;
    this.end = end;
  }

  /** Writes the files only. */
  public Written write(Path folder) throws IOException {
    return write(folder, Optional.empty());
  }

  /** Writes the files, and the truth to a folder of its own. */
  public Written write(Path folder, Path truth) throws IOException {
    return write(folder, Optional.of(truth));
  }

  private Written write(Path folder, Optional<Path> truthFolder) throws IOException {
    Files.createDirectories(folder);
    try (Truth truth = new Truth(truthFolder)) {
      World world = new World(seed, customers, end, truth);
      UsersFile users = new UsersFile(world, truth);
      ReceiptsFile receipts = new ReceiptsFile(world, truth);
      Written.File membersFile = new MembersFile(world, truth).write(folder);
      Written.File usersFile = users.write(folder);
      FeedbackFile feedback = new FeedbackFile(world, truth, folder);
      CouponsFile coupons = new CouponsFile(world, truth, folder);
      Written.File[] orders;
      try (feedback;
          coupons) {
        orders = new OrdersFiles(world, truth, List.of(feedback, coupons)).write(folder);
      }
      Written.File tillFile = new TillFile(world, truth).write(folder);
      Written.File receiptsFile = receipts.write(folder);
      truth.generic("phone", world.phones.house());
      for (Stores.Store store : Stores.ALL) {
        truth.generic("phone", world.phones.tablet(store.number()));
      }
      truth.text("people.json", users.people());
      truth.text("effect.json", receipts.effect());
      return new Written(
          membersFile,
          usersFile,
          orders[0],
          orders[1],
          tillFile,
          receiptsFile,
          new MiniUsersFile(world, truth).write(folder),
          new BehaviourFile(world).write(folder),
          feedback.written(),
          new PointsFile(world, truth).write(folder),
          coupons.written(),
          new CostsFile(world, truth).write(folder));
    }
  }

  /** {@code --out FOLDER [--truth FOLDER] [--seed N] [--customers N] [--end 2026-06-01]}. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      given.put(arguments[i], arguments[i + 1]);
    }
    String folder = given.remove("--out");
    Optional<Path> truth = Optional.ofNullable(given.remove("--truth")).map(Path::of);
    long seed = Long.parseLong(given.getOrDefault("--seed", "42"));
    String customers = given.getOrDefault("--customers", String.valueOf(DEFAULT_CUSTOMERS));
    LocalDate end = LocalDate.parse(given.getOrDefault("--end", DEFAULT_END.toString()));
    given.keySet().removeAll(java.util.Set.of("--seed", "--customers", "--end"));
    if (folder == null || !given.isEmpty() || arguments.length % 2 == 1) {
      out.println(
          "SampleMall --out FOLDER [--truth FOLDER] [--seed 42] [--customers 20000]"
              + " [--end 2026-06-01]");
      System.exit(2);
    }
    SampleMall mall = new SampleMall(seed, Integer.parseInt(customers), end);
    for (Written.File file : mall.write(Path.of(folder), truth).all()) {
      out.printf("%,12d  %s%n", file.rows(), file.path());
    }
  }
}
