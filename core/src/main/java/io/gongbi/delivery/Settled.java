package io.gongbi.delivery;

/**
 * What receipts did: {@code changed} entries know more now, {@code known} ones knew as much or more
 * already, {@code unknown} are of no message of this origin. Five receipts, of which one comes the
 * second time and one bears the key of another campaign: 3, 1, 1.
 */
public record Settled(long changed, long known, long unknown) {
  public static final Settled NOTHING = new Settled(0, 0, 0);

  public Settled plus(Settled more) {
    return new Settled(changed + more.changed, known + more.known, unknown + more.unknown);
  }
}
