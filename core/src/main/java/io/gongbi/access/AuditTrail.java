package io.gongbi.access;

import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Transaction;
import io.gongbi.catalog.UserId;
import io.gongbi.warehouse.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who did what, when: logins, exports, definitions changed. A row commits with what it records, and
 * its seal is the SHA-256 of the row and the seal before it, so that a row which was changed, taken
 * out or put in later breaks the chain from there on. Only rows cut off at the end leave no mark
 * here; compare {@link #head} with one noted elsewhere to see that.
 *
 * <p>Example: lin exports segment/s4 at 09:30. Should somebody later turn "segment/s4" into
 * "segment/s5" in the file, {@link #firstBroken} names that row.
 */
public final class AuditTrail {
  private static final String START = "0".repeat(64);
  private static final int PAGE = 1_000;

  private final Catalog catalog;

  public AuditTrail(Catalog catalog) {
    this.catalog = catalog;
  }

  /** One row of the trail. */
  public record Entry(
      long position, Instant happenedAt, UserId user, Act act, String what, String detail) {}

  /** Records alone, or with the transaction that this thread is in. */
  public void record(UserId user, Act act, String what, String detail) {
    catalog.run(t -> append(t, user, act, what, detail));
  }

  /** Does something and records it, both or neither. */
  public <R> R recorded(Viewer viewer, Act act, String what, Supplier<R> work) {
    return recorded(viewer, act, what, "", work);
  }

  /** The same, with what more is to be said of it. */
  public <R> R recorded(Viewer viewer, Act act, String what, String detail, Supplier<R> work) {
    return catalog.in(
        t -> {
          R done = work.get();
          append(t, viewer.user(), act, what, detail);
          return done;
        });
  }

  /** Which rows: of one kind of act, by one person, or all where nothing is said. */
  public record Which(Optional<Act> act, Optional<UserId> user) {
    public static final Which ALL = new Which(Optional.empty(), Optional.empty());
  }

  /** The newest rows first. */
  public List<Entry> newest(int limit) {
    return newest(limit, Which.ALL);
  }

  /** The newest of these rows first. */
  public List<Entry> newest(int limit, Which which) {
    return catalog.read(
        t -> t.query(AuditQuery.newest(limit, which)).stream().map(AuditTrail::entry).toList());
  }

  /** The seal of the last row, which stands for the whole trail. */
  public String head() {
    return catalog.read(AuditTrail::lastSeal);
  }

  /** The first row whose seal does not fit, empty when the chain holds. */
  public Optional<Long> firstBroken() {
    return catalog.read(
        t -> {
          var seal = START;
          long reached = 0;
          while (true) {
            var page = t.query(AuditQuery.after(reached, PAGE));
            for (var row : page.stream().toList()) {
              var entry = entry(row);
              seal = seal(seal, entry);
              if (entry.position() != reached + 1 || !seal.equals(row.text("seal")))
                return Optional.of(entry.position());
              reached = entry.position();
            }
            if (page.size() < PAGE) return Optional.empty();
          }
        });
  }

  private static void append(Transaction t, UserId user, Act act, String what, String detail) {
    long position = t.query(AuditQuery.last()).first().map(r -> r.whole("position")).orElse(0L) + 1;
    var entry = new Entry(position, t.now(), user, act, what, detail);
    t.write(AuditQuery.add(entry, seal(lastSeal(t), entry)));
  }

  private static String lastSeal(Transaction t) {
    return t.query(AuditQuery.last()).first().map(r -> r.text("seal")).orElse(START);
  }

  private static Entry entry(Row row) {
    return new Entry(
        row.whole("position"),
        row.moment("happened_at"),
        new UserId(row.text("user_id")),
        Act.valueOf(row.text("act")),
        row.text("what"),
        row.text("detail"));
  }

  /** Each part goes in with its length, so that no two rows can look the same to the hash. */
  private static String seal(String before, Entry entry) {
    var parts =
        List.of(
            before,
            Long.toString(entry.position()),
            entry.happenedAt().toString(),
            entry.user().value(),
            entry.act().name(),
            entry.what(),
            entry.detail());
    var text = new StringBuilder();
    for (var part : parts) text.append(part.length()).append(':').append(part).append('\n');
    return sha256(text.toString());
  }

  static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
