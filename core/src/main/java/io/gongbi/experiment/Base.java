package io.gongbi.experiment;

import java.util.OptionalDouble;

/**
 * What people like these did in as long a time before, without the message: the best guess of what
 * a control group will do. Of 4,200 people who were in the segment 30 days ago, 163 bought since: a
 * base of 3.9 %, told from 4,200.
 */
public sealed interface Base {
  /** The people it is told from. */
  long people();

  /** A rate of buyers, or the revenue per head, buyers and others alike. */
  double level();

  /** The share of people who bought. */
  double buying();

  /**
   * The smallest rise over {@link #level} that groups of these sizes find with the wanted chance;
   * empty when a group is empty or no rise at all would be found.
   */
  OptionalDouble detectable(Power power, long treated, long control);

  /** So many buyers in the control group carry the method; fewer, and chance decides. */
  int fewestBuyers();

  /**
   * A rise that is worth knowing of unless somebody knows better: a quarter of what happens anyway,
   * which is about what a good message does. 3.9 % suggests one point, 12.56 yuan suggest 3.1.
   */
  double suggestion();

  /** How many bought. */
  record Conversion(Proportion before) implements Base {
    private static final double LEAST = 0.002;

    @Override
    public long people() {
      return before.people();
    }

    @Override
    public double level() {
      return before.rate();
    }

    @Override
    public double buying() {
      return before.rate();
    }

    @Override
    public OptionalDouble detectable(Power power, long treated, long control) {
      return power.detectable(level(), treated, control);
    }

    @Override
    public int fewestBuyers() {
      return Effect.FEWEST;
    }

    @Override
    public double suggestion() {
      return Math.max(LEAST, Math.round(level() * 250) / 1000.0);
    }
  }

  /** How much each brought, and how many of them bought at all. */
  record Spending(Sample before, long buyers) implements Base {
    public Spending {
      if (buyers < 0 || buyers > before.n()) {
        throw new IllegalArgumentException(buyers + " buyers of " + before.n());
      }
    }

    @Override
    public long people() {
      return before.n();
    }

    @Override
    public double level() {
      return before.mean();
    }

    @Override
    public double buying() {
      return (double) buyers / before.n();
    }

    @Override
    public OptionalDouble detectable(Power power, long treated, long control) {
      return power.detectableMean(before.mean(), before.variance(), treated, control);
    }

    @Override
    public int fewestBuyers() {
      return Effect.FEWEST_BUYERS;
    }

    /** Two figures are enough of a guess. */
    @Override
    public double suggestion() {
      if (!(level() > 0)) return 1;
      var quarter = level() / 4;
      var unit = Math.pow(10, Math.floor(Math.log10(quarter)) - 1);
      return Math.round(Math.round(quarter / unit) * unit * 100) / 100.0;
    }
  }
}
