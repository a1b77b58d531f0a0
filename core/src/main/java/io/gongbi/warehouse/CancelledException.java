package io.gongbi.warehouse;

/** The work was stopped by a person; nothing of its transaction remains. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CancelledException() {
    super("cancelled");
  }
}
