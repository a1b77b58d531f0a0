package io.gongbi.identity;

import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import io.gongbi.identity.IdRuleTrial.Because;
import io.gongbi.identity.IdRuleTrial.Called;
import io.gongbi.identity.IdRuleTrial.Example;
import io.gongbi.identity.IdRuleTrial.Outcome;
import io.gongbi.identity.IdRuleTrial.Part;
import io.gongbi.identity.IdRuleTrial.Reason;
import io.gongbi.identity.IdRuleTrial.Totals;
import io.gongbi.identity.IdRuleTrial.Values;
import io.gongbi.identity.TrialQuery.Side;
import io.gongbi.identity.match.Comparison;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Run;
import io.gongbi.refresh.RunId;
import io.gongbi.refresh.Runs;
import io.gongbi.refresh.Step;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.Write;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tries other {@link IdRules} before they are applied: recognises everybody by them as a run would,
 * in one transaction that is never committed, and keeps what differs from what stands. Nobody sees
 * anything of it but whoever asked. Thread-safe.
 */
public final class IdRuleTrials {
  /** So many are remembered, and none when the process ends. */
  private static final int KEPT = 5;

  private static final Label TRIAL = new Label("试算标识设置", "Try settings of identifiers");
  private static final Label HOLD = new Label("记下现状", "Note what stands");
  private static final Label COMPARE = new Label("与现状比较", "Compare with what stands");
  private static final int STRETCHES = 3;

  private final Warehouse warehouse;
  private final Gate gate;
  private final IdRuleSettings settings;
  private final Function<IdRules, Step> resolving;
  private final Runs runs;
  private final Clock clock;
  private final Supplier<ZoneId> zone;
  private final Map<RunId, IdRuleTrial> kept = new LinkedHashMap<>();

  /** {@code resolving}: the step that recognises everybody by given rules. */
  public IdRuleTrials(
      Warehouse warehouse,
      Gate gate,
      IdRuleSettings settings,
      Function<IdRules, Step> resolving,
      Runs runs,
      Clock clock,
      Supplier<ZoneId> zone) {
    this.warehouse = warehouse;
    this.gate = gate;
    this.settings = settings;
    this.resolving = resolving;
    this.runs = runs;
    this.clock = clock;
    this.zone = zone;
  }

  /** Queues the run that tries them. Throws what {@link IdRuleSettings#change} does. */
  public RunId begin(List<IdRuleSettings.Ask> asked, Viewer by) {
    var after = settings.asked(asked, by);
    var before = settings.rules();
    var open = new IdRuleTrial(before, after, Optional.empty());
    var run =
        runs.begin(
            by.user(),
            Run.Kind.TRIAL,
            TRIAL,
            (id, progress) -> {
              keep(id, new IdRuleTrial(before, after, Optional.of(tried(after, progress))));
              return Map.of();
            });
    synchronized (kept) {
      if (!kept.containsKey(run)) keep(run, open);
    }
    return run;
  }

  private void keep(RunId run, IdRuleTrial trial) {
    synchronized (kept) {
      kept.put(run, trial);
      while (kept.size() > KEPT) kept.remove(kept.keySet().iterator().next());
    }
  }

  /**
   * With names and values as this viewer may see them. Throws {@code identity.no-trial}, {@code
   * identity.sees-some-only}.
   */
  public IdRuleTrial find(RunId run, Viewer viewer) {
    viewer.must(Right.ADMIN);
    viewer.mustSeeEverybody("identity.sees-some-only");
    Optional<IdRuleTrial> found;
    synchronized (kept) {
      found = Optional.ofNullable(kept.get(run));
    }
    var trial = found.orElseThrow(() -> Faults.notFound("identity.no-trial", run.toString()));
    return new IdRuleTrial(
        trial.before(), trial.after(), trial.outcome().map(o -> said(o, viewer)));
  }

  private Outcome tried(IdRules rules, Progress progress) {
    var view = gate.view(Viewer.system());
    // Never committed: what it writes is undone when it closes.
    try (var write = warehouse.write(Set.of("identity"));
        var held = new Holding(write, view)) {
      progress.onCancel(write::cancel);
      progress.step("identity.trial-hold", HOLD);
      progress.at(0, STRETCHES);
      held.hold(TrialQuery.MEMBER_HELD, TrialQuery.MEMBER);
      held.hold(TrialQuery.EVIDENCE_HELD, TrialQuery.EVIDENCE);
      held.hold(TrialQuery.PAIR_HELD, TrialQuery.PAIR);
      held.hold(TrialQuery.GENERIC_HELD, TrialQuery.GENERIC);
      var step = resolving.apply(rules);
      progress.step(step.name(), step.label());
      progress.at(1, STRETCHES);
      step.run(new Delta.Everything(), AsOf.now(clock, zone.get()), write, progress);
      progress.step("identity.trial-compare", COMPARE);
      progress.at(2, STRETCHES);
      held.hold(TrialQuery.PASSAGE_HELD, TrialQuery.PASSAGE);
      return compared(rules, held);
    }
  }

  /** Answers that are held one upon the other, until it is closed. */
  private static final class Holding implements AutoCloseable {
    private final Write write;
    private final Deque<Write.Held> held = new ArrayDeque<>();
    private View view;

    Holding(Write write, View view) {
      this.write = write;
      this.view = view;
    }

    void hold(TableName slot, Sql rows) {
      var next = write.hold(slot, rows, view);
      held.push(next);
      view = next.view().over(view);
    }

    List<Row> ask(Sql sql) {
      return write.query(sql, view).stream().toList();
    }

    @Override
    public void close() {
      while (!held.isEmpty()) held.pop().close();
    }
  }

  private static Outcome compared(IdRules rules, Holding held) {
    return new Outcome(
        totals(held.ask(TrialQuery.TOTALS).getFirst()),
        values(
            held.ask(TrialQuery.VALUES),
            held.ask(TrialQuery.CONTRADICTED).getFirst().whole("contradicted")),
        examples(Side.PARTED, rules, held),
        examples(Side.JOINED, rules, held));
  }

  private static Totals totals(Row row) {
    long before = row.whole("before");
    long after = row.whole("after");
    long same = row.whole("same");
    long staying = row.whole("staying");
    return new Totals(
        row.whole("records"),
        row.whole("moved"),
        before,
        after,
        same,
        staying - same,
        before - staying,
        after - staying,
        row.whole("parted"),
        row.whole("joined"),
        row.whole("largest_before"),
        row.whole("largest_after"));
  }

  private static Values values(List<Row> rows, long contradicted) {
    var gained = new EnumMap<IdType, Long>(IdType.class);
    var lost = new EnumMap<IdType, Long>(IdType.class);
    for (var row : rows) {
      var type = type(row);
      if (row.whole("gained") > 0) gained.put(type, row.whole("gained"));
      if (row.whole("lost") > 0) lost.put(type, row.whole("lost"));
    }
    return new Values(gained, lost, contradicted);
  }

  private static IdType type(Row row) {
    return IdType.find(row.text("id_type")).orElseThrow();
  }

  private static List<Example> examples(Side side, IdRules rules, Holding held) {
    var reasons = new HashMap<Long, List<Reason>>();
    for (var row : held.ask(TrialQuery.ties(side))) {
      reasons.computeIfAbsent(row.whole("id"), i -> new ArrayList<>()).add(tie(row, rules));
    }
    for (var row : held.ask(TrialQuery.likenesses(side))) {
      reasons.computeIfAbsent(row.whole("id"), i -> new ArrayList<>()).add(likeness(row));
    }
    var all = new LinkedHashMap<Long, List<Row>>();
    for (var row : held.ask(TrialQuery.examples(side))) {
      all.computeIfAbsent(row.whole("id"), i -> new ArrayList<>()).add(row);
    }
    return all.entrySet().stream()
        .map(
            e ->
                new Example(
                    new CustomerId(e.getKey()),
                    e.getValue().getFirst().whole("records"),
                    parts(e.getValue()),
                    e.getValue().getFirst().whole("parts"),
                    reasons.getOrDefault(e.getKey(), List.of())))
        .toList();
  }

  private static List<Part> parts(List<Row> rows) {
    var parts = new LinkedHashMap<Long, List<Row>>();
    rows.forEach(r -> parts.computeIfAbsent(r.whole("part"), p -> new ArrayList<>()).add(r));
    return parts.entrySet().stream()
        .map(
            p ->
                new Part(
                    new CustomerId(p.getKey()),
                    p.getValue().getFirst().whole("part_records"),
                    p.getValue().stream()
                        .map(r -> new RecordRef(r.text("source"), r.text("record_key")))
                        .map(r -> new Called(r, Optional.empty()))
                        .toList()))
        .toList();
  }

  private static Reason tie(Row row, IdRules rules) {
    var type = type(row);
    var because =
        switch (rules.of(type).use()) {
          case OFF -> Because.OFF;
          case EXCLUSIVE, SHARED -> {
            if (row.flag("is_generic")) yield Because.GENERIC;
            if (row.flag("is_contradicted")) yield Because.CONTRADICTED;
            yield rules.of(type).use() == IdRules.Use.EXCLUSIVE ? Because.TIED : Because.HINT;
          }
        };
    return new Reason(because, Optional.of(type), ref(row), Optional.empty(), List.of());
  }

  private static Reason likeness(Row row) {
    long pattern = row.whole("pattern");
    return new Reason(
        Because.ALIKE,
        Optional.empty(),
        ref(row),
        Optional.empty(),
        Arrays.stream(Comparison.values())
            .filter(c -> c.level(pattern) > 1)
            .map(c -> c.found(c.level(pattern)))
            .toList());
  }

  private static RecordRef ref(Row row) {
    var ref = row.text("ref");
    int end = ref.indexOf(SEPARATOR);
    return new RecordRef(ref.substring(0, end), ref.substring(end + 1));
  }

  /** Between a source and a record's key, as in {@link TrialQuery}. */
  private static final char SEPARATOR = 31;

  private Outcome said(Outcome outcome, Viewer viewer) {
    var refs = new LinkedHashSet<String>();
    for (var examples : List.of(outcome.parted(), outcome.joined())) {
      for (var example : examples) {
        example.parts().forEach(p -> p.some().forEach(c -> refs.add(text(c.record()))));
        example.reasons().forEach(r -> refs.add(text(r.one())));
      }
    }
    if (refs.isEmpty()) return outcome;
    var rows = new HashMap<RecordRef, Row>();
    warehouse.query(TrialQuery.said(List.copyOf(refs)), gate.view(viewer)).stream()
        .forEach(r -> rows.put(new RecordRef(r.text("source"), r.text("record_key")), r));
    return new Outcome(
        outcome.totals(),
        outcome.values(),
        outcome.parted().stream().map(e -> said(e, rows)).toList(),
        outcome.joined().stream().map(e -> said(e, rows)).toList());
  }

  private static String text(RecordRef record) {
    return record.source() + SEPARATOR + record.recordKey();
  }

  private static Example said(Example example, Map<RecordRef, Row> rows) {
    return new Example(
        example.customer(),
        example.records(),
        example.parts().stream()
            .map(
                p ->
                    new Part(
                        p.customer(),
                        p.records(),
                        p.some().stream()
                            .map(c -> new Called(c.record(), cell(rows, c.record(), "name")))
                            .toList()))
            .toList(),
        example.of(),
        example.reasons().stream()
            .map(
                r ->
                    new Reason(
                        r.because(),
                        r.type(),
                        r.one(),
                        r.type().flatMap(t -> cell(rows, r.one(), t.column())),
                        r.alike()))
            .toList());
  }

  private static Optional<String> cell(Map<RecordRef, Row> rows, RecordRef record, String column) {
    return Optional.ofNullable(rows.get(record)).flatMap(r -> r.textIfAny(column));
  }
}
