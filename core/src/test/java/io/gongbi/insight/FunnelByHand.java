package io.gongbi.insight;

import io.gongbi.calendar.AsOf;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A funnel as it is defined, by trying every way of filling its steps with different events. Slow,
 * short, and made of nothing that the SQL is made of.
 */
record FunnelByHand(Funnel funnel, AsOf asOf) {
  /** {@code number} keeps two events apart that are alike. */
  record Event(int number, long customer, String name, Instant happenedAt, BigDecimal amount) {}

  /** One step of the answer, with everybody in it. */
  record Counted(Set<Long> customers, Set<Long> open, Optional<Double> medianHours) {}

  List<Counted> answer(List<Event> events) {
    var byCustomer = new TreeMap<Long, List<Event>>();
    for (var event : events)
      if (event.happenedAt().isBefore(asOf.instant()))
        byCustomer.computeIfAbsent(event.customer(), c -> new ArrayList<>()).add(event);
    var tried = new TreeMap<Long, Tried>();
    byCustomer.forEach((customer, all) -> tried.put(customer, new Tried(all)));
    var answer = new ArrayList<Counted>();
    for (int k = 1; k <= funnel.steps().size(); k++) answer.add(counted(k, tried));
    return answer;
  }

  private Counted counted(int k, Map<Long, Tried> tried) {
    var customers = new TreeSet<Long>();
    var open = new TreeSet<Long>();
    var hours = new ArrayList<Double>();
    tried.forEach(
        (customer, one) -> {
          if (one.furthest < k) return;
          customers.add(customer);
          if (one.furthest == k && k < funnel.steps().size() && one.open) open.add(customer);
          if (k > 1) hours.add(one.first.get(k - 1).hours());
        });
    return new Counted(customers, open, median(hours));
  }

  private static Optional<Double> median(List<Double> of) {
    if (of.isEmpty()) return Optional.empty();
    var sorted = of.stream().sorted().toList();
    int half = sorted.size() / 2;
    return Optional.of(
        sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2);
  }

  /** The moments of a way's first, last and last but one step. */
  private record Way(Instant first, Instant last, Instant before) {
    static final Comparator<Way> EARLIEST =
        Comparator.comparing(Way::first).thenComparing(Way::last).thenComparing(Way::before);

    double hours() {
      return Duration.between(before, last).toNanos() / 3.6e12;
    }
  }

  /** Every way of one customer. */
  private final class Tried {
    private final List<Event> all;
    private final List<Way> first = new ArrayList<>();
    private int furthest;
    private boolean open;

    Tried(List<Event> all) {
      this.all = all;
      tryFrom(new ArrayList<>());
    }

    private void tryFrom(List<Event> taken) {
      int k = taken.size();
      if (k > 0) {
        came(taken);
        if (k == funnel.steps().size()) return;
      }
      for (var event : all) {
        if (taken.contains(event)) continue;
        if (!meets(event, funnel.steps().get(k).where())) continue;
        if (k == 0 ? !starts(event) : !follows(taken, event)) continue;
        taken.add(event);
        tryFrom(taken);
        taken.removeLast();
      }
    }

    private boolean starts(Event event) {
      return funnel.period().contains(asOf.dayOf(event.happenedAt()));
    }

    private boolean follows(List<Event> taken, Event event) {
      var before = taken.getLast().happenedAt();
      var at = event.happenedAt();
      return !at.isBefore(before)
          && !at.isAfter(latest(taken))
          && !(funnel.isStrict()
              && all.stream()
                  .anyMatch(x -> x.happenedAt().isAfter(before) && x.happenedAt().isBefore(at)));
    }

    private Instant latest(List<Event> taken) {
      return taken.getFirst().happenedAt().plus(Duration.ofDays(funnel.windowDays()));
    }

    private void came(List<Event> taken) {
      int k = taken.size();
      var last = taken.getLast().happenedAt();
      var before = taken.get(Math.max(0, k - 2)).happenedAt();
      var way = new Way(taken.getFirst().happenedAt(), last, before);
      if (k > furthest) {
        furthest = k;
        first.add(way);
      } else if (Way.EARLIEST.compare(way, first.get(k - 1)) < 0) {
        first.set(k - 1, way);
      }
      boolean broken =
          funnel.isStrict() && all.stream().anyMatch(x -> x.happenedAt().isAfter(last));
      if (k < funnel.steps().size() && !broken && !latest(taken).isBefore(asOf.instant()))
        open = true;
    }
  }

  static boolean meets(Event event, Where where) {
    return switch (where) {
      case Where.Always _ -> true;
      case Where.Compare c when c.field().column().equals("name") ->
          c.op() == Op.EQ && c.value().equals(Value.of(event.name()));
      case Where.Compare c ->
          c.op() == Op.GE && event.amount().compareTo(new BigDecimal(c.value().shown())) >= 0;
      case Where.In in -> in.values().contains(Value.of(event.name()));
      case Where.Both both -> both.all().stream().allMatch(w -> meets(event, w));
      case Where.Either either -> either.any().stream().anyMatch(w -> meets(event, w));
      case Where.Except except -> !meets(event, except.not());
      case Where.Missing _, Where.StartsWith _, Where.Contains _ ->
          throw new IllegalArgumentException("not by hand: " + where);
    };
  }
}
