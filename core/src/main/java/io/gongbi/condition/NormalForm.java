package io.gongbi.condition;

import io.gongbi.metric.Measure;
import io.gongbi.standard.Where;
import io.gongbi.trait.TraitId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A condition as atoms under and/or, negation at the atoms only, equal atoms shared. This is the
 * one place where what a builder draws gets its meaning; the SQL and the explanation both start
 * here.
 *
 * <p>{@code Not(Any(city = 上海, vip))} becomes {@code And(not #0, not #1)} with atoms {@code #0:
 * city = 上海, #1: vip}.
 */
public record NormalForm(Tree tree, List<Condition.Atom> atoms) {
  /** And of none is true, or of none is false. */
  public sealed interface Tree {
    record And(List<Tree> of) implements Tree {
      public And {
        of = List.copyOf(of);
      }
    }

    record Or(List<Tree> of) implements Tree {
      public Or {
        of = List.copyOf(of);
      }
    }

    /** An atom by its number, and whether it must hold or must not. */
    record Leaf(int atom, boolean holds) implements Tree {}
  }

  public NormalForm {
    atoms = List.copyOf(atoms);
  }

  public static NormalForm of(Condition condition) {
    var atoms = new ArrayList<Condition.Atom>();
    var tree = tree(condition, true, atoms);
    return new NormalForm(tree, atoms);
  }

  /** Several conditions over one list of atoms, so that what they share is computed once. */
  record Shared(List<Tree> trees, List<Condition.Atom> atoms) {
    static Shared of(List<Condition> conditions) {
      var atoms = new ArrayList<Condition.Atom>();
      var trees = conditions.stream().map(c -> tree(c, true, atoms)).toList();
      return new Shared(trees, List.copyOf(atoms));
    }

    NormalForm any() {
      return new NormalForm(new Tree.Or(trees), atoms);
    }
  }

  private static Tree tree(Condition condition, boolean holds, List<Condition.Atom> atoms) {
    return switch (condition) {
      case Condition.All all -> joined(all.of(), holds, holds, atoms);
      case Condition.Any any -> joined(any.of(), !holds, holds, atoms);
      case Condition.Not not -> tree(not.of(), !holds, atoms);
      case Condition.Attribute attribute -> tree(attribute.customer(), holds, atoms);
      case Condition.Behaviour behaviour -> leaf(behaviour, holds, atoms);
      case Condition.Picked picked -> leaf(picked, holds, atoms);
      case Condition.Holds trait -> leaf(trait, holds, atoms);
    };
  }

  /** A filter of the customer's row is taken apart, so that every atom is about one field. */
  private static Tree tree(Where where, boolean holds, List<Condition.Atom> atoms) {
    return switch (where) {
      case Where.Always _ -> joined(List.of(), holds, holds, atoms);
      case Where.Both both -> joined(attributes(both.all()), holds, holds, atoms);
      case Where.Either either -> joined(attributes(either.any()), !holds, holds, atoms);
      case Where.Except except -> tree(except.not(), !holds, atoms);
      case Where.Compare _, Where.In _, Where.Missing _, Where.StartsWith _, Where.Contains _ ->
          leaf(new Condition.Attribute(where), holds, atoms);
    };
  }

  private static List<Condition> attributes(List<Where> parts) {
    return parts.stream().<Condition>map(Condition.Attribute::new).toList();
  }

  private static Tree joined(
      List<Condition> parts, boolean and, boolean holds, List<Condition.Atom> atoms) {
    var of = new ArrayList<Tree>();
    for (var part : parts) {
      var tree = tree(part, holds, atoms);
      // An and inside an and is one and.
      if (and && tree instanceof Tree.And inner) of.addAll(inner.of());
      else if (!and && tree instanceof Tree.Or inner) of.addAll(inner.of());
      else of.add(tree);
    }
    if (of.size() == 1) return of.getFirst();
    return and ? new Tree.And(of) : new Tree.Or(of);
  }

  private static Tree leaf(Condition.Atom atom, boolean holds, List<Condition.Atom> atoms) {
    int known = atoms.indexOf(atom);
    if (known < 0) {
      known = atoms.size();
      atoms.add(atom);
    }
    return new Tree.Leaf(known, holds);
  }

  /** The distinct measures that the atoms compare, in their order. */
  public List<Measure> measures() {
    return atoms.stream().flatMap(a -> a.measured().stream()).distinct().toList();
  }

  /** The traits that the atoms ask for. */
  public Set<TraitId> traits() {
    return atoms.stream()
        .filter(Condition.Holds.class::isInstance)
        .map(a -> ((Condition.Holds) a).trait())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether some atom's answer changes when only the day turns. */
  public boolean looksAtToday() {
    return measures().stream().anyMatch(Measure::looksAtToday);
  }

  /** Every leaf, each atom and sign once, in the order of the condition. */
  public List<Tree.Leaf> leaves() {
    var found = new LinkedHashSet<Tree.Leaf>();
    collect(tree, found);
    return List.copyOf(found);
  }

  private static void collect(Tree tree, Set<Tree.Leaf> found) {
    switch (tree) {
      case Tree.And and -> and.of().forEach(t -> collect(t, found));
      case Tree.Or or -> or.of().forEach(t -> collect(t, found));
      case Tree.Leaf leaf -> found.add(leaf);
    }
  }
}
