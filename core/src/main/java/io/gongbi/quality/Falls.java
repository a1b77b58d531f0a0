package io.gongbi.quality;

import io.gongbi.access.Authorship;
import io.gongbi.access.Right;
import io.gongbi.access.Users;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import io.gongbi.source.FeedId;
import io.gongbi.source.SourceId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The alarm on scores that fall: how it is set, what it tells, and what somebody has seen of it. A
 * fall follows from what was measured and is kept nowhere; that somebody has seen it is.
 * Thread-safe.
 */
public final class Falls {
  /** Up to which run the falls of a feed have been seen. */
  record Seen(SourceId source, String feed, long number) {
    static final Kind<Seen> KIND = Kind.of("fallseen", Seen.class, List.of());

    FeedId id() {
      return new FeedId(source, feed);
    }
  }

  private final Definitions definitions;
  private final Authorship authors;
  private final Users users;
  private final Scores scores;
  private final Upkeep upkeep;

  public Falls(
      Definitions definitions, Authorship authors, Users users, Scores scores, Upkeep upkeep) {
    this.definitions = definitions;
    this.authors = authors;
    this.users = users;
    this.scores = scores;
    this.upkeep = upkeep;
  }

  public FallAlarm alarm() {
    return definitions
        .find(FallAlarm.KIND, FallAlarm.ID)
        .map(Definition::body)
        .orElse(FallAlarm.USUAL);
  }

  /**
   * The last to speak is right. Throws {@code quality.fall-points}, {@code quality.fall-least},
   * {@code quality.fall-told}, {@code quality.sees-some-only}.
   */
  public FallAlarm change(FallAlarm alarm, Viewer by) {
    by.must(Right.DEFINE);
    Rules.mustSeeAll(by);
    alarm.check();
    if (alarm.told().stream().anyMatch(u -> users.find(u).isEmpty()))
      throw Faults.bad("quality.fall-told", "told");
    var next =
        definitions
            .find(FallAlarm.KIND, FallAlarm.ID)
            .map(d -> d.withOwner(by.user()).withBody(alarm))
            .orElseGet(() -> Definition.fresh(FallAlarm.ID, FallAlarm.LABEL, by.user(), alarm));
    return authors.save(by, FallAlarm.KIND, next).body();
  }

  /** Those that nobody has seen, the newest first and then the deepest. */
  public List<Fall> unseen(Viewer viewer, AsOf asOf) {
    var seen =
        definitions.all(Seen.KIND).stream()
            .map(Definition::body)
            .collect(Collectors.toMap(Seen::id, Seen::number));
    return scores.falls(viewer, asOf, alarm()).stream()
        .filter(f -> f.number() > seen.getOrDefault(f.feed(), 0L))
        .toList();
  }

  /** Whether this is somebody to tell of a fall. */
  public boolean tells(Fall fall, Viewer viewer) {
    var told = alarm().told();
    var owner = upkeep.of(Care.Of.SOURCE, fall.feed().source().value()).owner();
    if (told.isEmpty() && owner.isEmpty())
      return viewer.seesEverybody() && viewer.role().rights().contains(Right.DEFINE);
    return told.contains(viewer.user()) || owner.filter(viewer.user()::equals).isPresent();
  }

  /**
   * Somebody has seen what fell in a feed up to a run: it is told no more. Whoever is told may say
   * so, and whoever may define. Throws {@code quality.fall-gone} where nothing fell.
   */
  public void see(FeedId feed, long number, Viewer by, AsOf asOf) {
    var fallen =
        unseen(by, asOf).stream()
            .filter(f -> f.feed().equals(feed) && f.number() <= number)
            .toList();
    if (fallen.isEmpty()) throw Faults.notFound("quality.fall-gone", feed.toString());
    if (fallen.stream().noneMatch(f -> tells(f, by))) by.must(Right.DEFINE);
    var id = id(feed);
    var seen = new Seen(feed.source(), feed.feed(), number);
    var label = Label.typed(feed.toString());
    var next =
        definitions
            .find(Seen.KIND, id)
            .map(d -> d.withOwner(by.user()).withBody(seen))
            .orElseGet(() -> Definition.fresh(id, label, by.user(), seen));
    authors.save(by, Seen.KIND, next);
  }

  /** A source has no underscore, so that no two feeds share a name. */
  private static DefinitionId id(FeedId feed) {
    return Seen.KIND.id(feed.source() + "_" + feed.feed());
  }
}
