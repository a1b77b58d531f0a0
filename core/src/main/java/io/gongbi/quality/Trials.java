package io.gongbi.quality;

import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.source.FeedId;
import io.gongbi.standard.FieldKey;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What a rule would do, before it is saved: of 50,636 orders 312 would go to quarantine, and here
 * are twenty of them.
 */
public final class Trials {
  /** A rule under trial goes by this key, which no saved one has. */
  private static final String TRIED = "tried";

  private static final int SAMPLES = 20;

  private final Warehouse warehouse;
  private final Gate gate;
  private final Readings readings;
  private final Rules rules;
  private final Supplier<ZoneId> zone;

  public Trials(
      Warehouse warehouse, Gate gate, Cleaning cleaning, Rules rules, Supplier<ZoneId> zone) {
    this.warehouse = warehouse;
    this.gate = gate;
    this.readings = cleaning.readings();
    this.rules = rules;
    this.zone = zone;
  }

  /**
   * What stands in the cells that the rule looks at, with its place; {@code becomes}: what the
   * first of them would be read as, under a rule that caps.
   */
  public record Sample(
      String file, long line, List<Optional<String>> cells, Optional<String> becomes) {
    public Sample {
      cells = List.copyOf(cells);
    }
  }

  /** Numbers of many rows: what they come to, the smallest and the largest of them. */
  public record Span(BigDecimal sum, BigDecimal least, BigDecimal most) {}

  /**
   * The numbers of a feed before a rule caps them and after: orders that came to 1,204,300 with one
   * of 90,000 among them come to 1,118,420, the largest 4,120.
   */
  public record Capping(Span before, Span after) {}

  /**
   * One feed: rows that stand now, those of them that break the rule, and the newest of these;
   * {@code capping}: of a rule that caps, where there is any number.
   */
  public record OfFeed(
      FeedId feed, long standing, long broken, List<Sample> samples, Optional<Capping> capping) {
    public OfFeed {
      samples = List.copyOf(samples);
    }
  }

  /**
   * {@code fences}: of a rule about outliers, as they are measured today; {@code feeds}: those that
   * have all columns that the rule looks at.
   */
  public record Trial(List<FieldKey> fields, List<CleaningRule.Fence> fences, List<OfFeed> feeds) {
    public Trial {
      fields = List.copyOf(fields);
      fences = List.copyOf(fences);
      feeds = List.copyOf(feeds);
    }

    public long standing() {
      return feeds.stream().mapToLong(OfFeed::standing).sum();
    }

    public long broken() {
      return feeds.stream().mapToLong(OfFeed::broken).sum();
    }
  }

  /** A rule that fits what is there, and how many rows break it today. */
  public record Suggestion(RuleIdea idea, FeedId feed, long standing, long broken) {}

  /**
   * {@code saved}: the key of the rule when a saved one is changed; rows that it has put into
   * quarantine count as standing. Throws what {@link Rules#mustBeSound} does, {@code
   * quality.rule-field-masked} for whom does not see such values, {@code quality.sees-some-only}
   * for whom sees some customers only.
   */
  public Trial tried(Rule asked, Optional<String> saved, Viewer viewer) {
    viewer.must(Right.DEFINE);
    Rules.mustSeeAll(viewer);
    rules.mustBeSound(asked);
    rules.mustSee(asked.check(), viewer);
    // All of it is in sight of whoever comes here: the rows, and the cells that the rule looks at.
    var view = gate.view(Viewer.system());
    var key = saved.filter(k -> k.matches("r[0-9]{1,15}")).orElse(TRIED);
    var rule = fenced(asked, key, view);
    var feeds = new ArrayList<OfFeed>();
    for (var reading :
        readings.under(
            new TreeMap<>(Map.of(key, rule)), sql -> warehouse.query(sql, view), zone.get())) {
      for (var broken : reading.allRules()) {
        var count = warehouse.query(RuleQuery.tried(reading, broken), view).only();
        var samples =
            warehouse.query(RuleQuery.samples(reading, broken, SAMPLES), view).stream()
                .map(
                    r ->
                        new Sample(
                            r.textIfAny("file_name").orElse(""),
                            r.whole("line"),
                            IntStream.range(0, broken.on().size())
                                .mapToObj(i -> r.textIfAny("cell" + i))
                                .toList(),
                            r.textIfAny("becomes")))
                .toList();
        feeds.add(
            new OfFeed(
                reading.mapping().id(),
                count.whole("standing"),
                count.whole("broken"),
                samples,
                capping(reading, broken, view)));
      }
    }
    return new Trial(rule.check().fields(), fences(rule), feeds);
  }

  private Optional<Capping> capping(Reading reading, Broken rule, View view) {
    if (rule.cap().isEmpty()) return Optional.empty();
    var row = warehouse.query(RuleQuery.capped(reading, rule), view).only();
    return row.missing("sum_was")
        ? Optional.empty()
        : Optional.of(new Capping(span(row, "was"), span(row, "becomes")));
  }

  private static Span span(Row row, String which) {
    return new Span(
        row.decimal("sum_" + which), row.decimal("least_" + which), row.decimal("most_" + which));
  }

  /**
   * The rule as it is to be saved: one about outliers with its fences, measured now unless it has
   * any. Throws {@code quality.rule-too-few} where there is too little to measure by, and what
   * {@link #tried} does.
   */
  public Rule measured(Rule rule, Optional<String> saved, Viewer viewer) {
    viewer.must(Right.DEFINE);
    Rules.mustSeeAll(viewer);
    rules.mustBeSound(rule);
    if (rule.check() instanceof CleaningRule.Outlier) rules.mustSee(rule.check(), viewer);
    return fenced(rule, saved.orElse(TRIED), gate.view(Viewer.system()));
  }

  private Rule fenced(Rule rule, String key, View view) {
    if (!(rule.check() instanceof CleaningRule.Outlier outlier)) return rule;
    if (!outlier.fences().isEmpty()) return rule;
    var feeds =
        readings
            .under(new TreeMap<>(Map.of(key, rule)), sql -> warehouse.query(sql, view), zone.get())
            .stream()
            .flatMap(r -> r.allRules().stream().map(b -> RuleQuery.valued(r, b)))
            .toList();
    var fences =
        feeds.isEmpty()
            ? List.<CleaningRule.Fence>of()
            : warehouse.query(OutlierQuery.fences(outlier, feeds), view).stream()
                .map(OutlierQuery::fence)
                .toList();
    if (fences.isEmpty()) {
      throw new FaultException(
          new Fault.BadQuestion(
              "quality.rule-too-few",
              "check.field",
              Map.of("least", Integer.toString(OutlierQuery.ENOUGH))));
    }
    return rule.withCheck(outlier.within(fences));
  }

  private static List<CleaningRule.Fence> fences(Rule rule) {
    return rule.check() instanceof CleaningRule.Outlier outlier ? outlier.fences() : List.of();
  }

  /**
   * Rules that most companies want, of those that the columns here allow and that nobody has made
   * yet; those that rows break today come first.
   */
  public List<Suggestion> suggestions(Viewer viewer) {
    viewer.must(Right.DEFINE);
    Rules.mustSeeAll(viewer);
    var view = gate.view(Viewer.system());
    var made = new HashSet<List<Object>>();
    for (var rule : rules.all()) made.add(List.of(rule.body().rows(), rule.body().check()));
    var ideas = new TreeMap<String, RuleIdea>();
    for (var idea : RuleIdea.ALL) {
      if (made.contains(List.of(idea.rows(), idea.check()))) continue;
      if (idea.check().fields().stream().anyMatch(f -> rules.hides(viewer, f))) continue;
      ideas.put("idea" + ideas.size(), idea);
    }
    var asRules = new TreeMap<String, Rule>();
    ideas.forEach((key, idea) -> asRules.put(key, idea.asRule()));
    var found = new ArrayList<Suggestion>();
    for (var reading : readings.under(asRules, sql -> warehouse.query(sql, view), zone.get())) {
      var counts = counted(reading, view);
      ideas.forEach(
          (key, idea) ->
              Optional.ofNullable(counts.get(key))
                  .map(c -> new Suggestion(idea, reading.mapping().id(), c.of(), c.broken()))
                  .ifPresent(found::add));
    }
    found.sort(
        Comparator.comparing((Suggestion s) -> s.broken())
            .reversed()
            .thenComparing(Suggestion::feed)
            .thenComparing(s -> s.idea().label().zh()));
    return found;
  }

  private record Count(long of, long broken) {}

  /** One pass over the rows for all that look at single rows; one each for the others. */
  private Map<String, Count> counted(Reading reading, View view) {
    var counts = new HashMap<String, Count>();
    var single = reading.rules();
    if (!single.isEmpty()) {
      var row = warehouse.query(RuleQuery.counted(reading, single), view).only();
      for (int i = 0; i < single.size(); i++) {
        counts.put(single.get(i).key(), new Count(row.whole("standing"), row.whole("broken" + i)));
      }
    }
    for (var rule : reading.repeats()) {
      var row = warehouse.query(RuleQuery.tried(reading, rule), view).only();
      counts.put(rule.key(), new Count(row.whole("standing"), row.whole("broken")));
    }
    return counts;
  }
}
