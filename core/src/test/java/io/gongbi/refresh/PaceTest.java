package io.gongbi.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PaceTest {
  private static final Instant START = Instant.parse("2026-03-01T04:00:00Z");

  private final Pace pace = new Pace();

  /** The seconds that are left of 2,000 MB, so many seconds after the start. */
  private Optional<Long> left(long seconds, long megabytes) {
    return pace.left(START.plusSeconds(seconds), megabytes, 2_000).map(Duration::toSeconds);
  }

  /**
   * 200 MB in 10 s are 20 a second, so 1,800 take 90; at 500 MB in 20 s it is 25, and 1,500 take
   * 60.
   */
  @Test
  void whatIsLeft_takesAsLongAsWhatIsDone() {
    assertThat(left(0, 0)).isEmpty();
    assertThat(left(10, 200)).contains(90L);
    assertThat(left(20, 500)).contains(60L);
    assertThat(left(80, 2_000)).contains(0L);
  }

  @Test
  void theBeginning_saysNothing() {
    left(0, 0);
    assertThat(left(4, 400)).as("four seconds are too few").isEmpty();
    var slow = new Pace();
    slow.left(START, 0, 2_000);
    assertThat(slow.left(START.plusSeconds(60), 39, 2_000)).as("39 MB are too few").isEmpty();
    assertThat(slow.left(START.plusSeconds(60), 40, 2_000)).contains(Duration.ofMinutes(49));
  }

  /** Read once to find the columns, then once more: the second time has a pace of its own. */
  @Test
  void whatGoesBack_beginsAnew() {
    left(0, 0);
    left(10, 2_000);
    assertThat(left(20, 100)).isEmpty();
    assertThat(left(30, 290)).as("190 MB in 10 s; 1,710 are left").contains(90L);
  }
}
