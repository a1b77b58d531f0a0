package io.gongbi.identity;

import java.util.List;

/**
 * What a person knows better: crm/M1 and shop/u7 are two people though they share a phone and a
 * name, a father and his son; or shop/u3 and pos/9 are one though nothing says so. It holds through
 * every run until it is taken back. Of records that are gone it says nothing.
 *
 * @param one records of one person
 * @param other of somebody else where they are to stay {@link Verdict#APART}, of the same person
 *     where they are to stay {@link Verdict#TOGETHER}
 * @param note why, in the words of who decided; may be empty
 */
public record Decision(Verdict verdict, List<RecordRef> one, List<RecordRef> other, String note) {
  /** Two people, or one. */
  public enum Verdict {
    APART,
    TOGETHER
  }

  public Decision {
    one = List.copyOf(one);
    other = List.copyOf(other);
  }
}
