package io.gongbi.server.login;

import io.gongbi.access.Passwords;
import java.nio.charset.StandardCharsets;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** bcrypt, cost 11: about a tenth of a second a guess, and no native code. */
public final class Bcrypt implements Passwords {
  /** Of a text that nobody knows, at the same cost. */
  private static final String NOBODY =
      "$2a$11$zlKfSBwEVjbMFlQKEJA.BeaAZPUZNTdiC.6RVNDetlCeVLCLEzjTi";

  private static final int READS = 72;

  private final PasswordEncoder encoder = new BCryptPasswordEncoder(11);

  @Override
  public String hash(String password) {
    return encoder.encode(password);
  }

  @Override
  public boolean matches(String password, String hash) {
    return fits(password) && encoder.matches(password, hash);
  }

  @Override
  public void pretend(String password) {
    var _ = encoder.matches(fits(password) ? password : "?", NOBODY);
  }

  /** More than bcrypt reads was never accepted as a password. */
  private static boolean fits(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length <= READS;
  }
}
