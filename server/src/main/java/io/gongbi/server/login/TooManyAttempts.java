package io.gongbi.server.login;

import java.time.Duration;

/** Somebody tried too often, and may try again after {@link #pause}. */
public final class TooManyAttempts extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration wait;

  TooManyAttempts(Duration wait) {
    super("too many attempts");
    this.wait = wait;
  }

  public Duration pause() {
    return wait;
  }
}
