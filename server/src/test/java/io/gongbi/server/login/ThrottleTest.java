package io.gongbi.server.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private final Throttle throttle =
      new Throttle(Clock.fixed(Instant.parse("2026-06-01T08:00:00Z"), ZoneOffset.UTC));

  private void begin(int times, String address, String name) {
    for (int i = 0; i < times; i++) throttle.begin(address, name);
  }

  private boolean refuses(String address, String name) {
    return catchThrowableOfType(TooManyAttempts.class, () -> throttle.begin(address, name)) != null;
  }

  @Test
  void name_mayBeTriedFiveTimes_fromOneAddress() {
    begin(5, "10.0.0.1", "lin");
    var refused =
        catchThrowableOfType(TooManyAttempts.class, () -> throttle.begin("10.0.0.1", " LIN "));
    assertThat(refused.pause()).isEqualTo(Duration.ofMinutes(15));
    assertThatCode(() -> throttle.begin("10.0.0.2", "lin")).doesNotThrowAnyException();
    assertThatCode(() -> throttle.begin("10.0.0.1", "wang")).doesNotThrowAnyException();
  }

  @Test
  void address_mayTryThirtyTimes_whateverTheNames() {
    for (int i = 0; i < 30; i++) throttle.begin("10.0.0.1", "name" + i);
    assertThat(refuses("10.0.0.1", "another")).isTrue();
    assertThat(refuses("10.0.0.2", "another")).isFalse();
  }

  /** Forty who come in at nine are no attack, and a password that fits pays for no others. */
  @Test
  void success_givesBackItsOwnAttempt_andNoOther() {
    for (int i = 0; i < 40; i++) {
      throttle.begin("10.0.0.1", "colleague" + i);
      throttle.succeeded("10.0.0.1", "colleague" + i);
    }
    for (int i = 0; i < 29; i++) throttle.begin("10.0.0.1", "guess" + i);
    throttle.begin("10.0.0.1", "own");
    throttle.succeeded("10.0.0.1", "own");
    throttle.begin("10.0.0.1", "guess29");
    assertThat(refuses("10.0.0.1", "guess30")).isTrue();
  }
}
