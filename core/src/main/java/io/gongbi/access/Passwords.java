package io.gongbi.access;

/**
 * How passwords become what is kept of them. The server brings a slow, salted hash; core only
 * compares. Implementations are thread-safe.
 */
public interface Passwords {
  /** What to keep of a password; differs each time. */
  String hash(String password);

  boolean matches(String password, String hash);

  /**
   * Spends the time of a comparison, so that an unknown name answers no faster than a known one.
   */
  void pretend(String password);
}
