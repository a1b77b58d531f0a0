package io.gongbi.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.Gongbi;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.refresh.Run;
import io.gongbi.refresh.RunId;
import io.gongbi.refresh.Runs;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new folder is due as a whole; then the tags that come with the product are, once a day. */
final class CaretakerTest {
  @TempDir Path folder;
  private Instant now = Instant.parse("2026-03-01T04:00:00Z");
  private Gongbi gongbi;
  private Caretaker caretaker;

  @BeforeEach
  void open() {
    gongbi =
        Gongbi.open(
            folder,
            new Clock() {
              @Override
              public Instant instant() {
                return now;
              }

              @Override
              public ZoneId getZone() {
                return ZoneOffset.UTC;
              }

              @Override
              public Clock withZone(ZoneId zone) {
                return this;
              }
            });
    caretaker = new Caretaker(gongbi);
  }

  @AfterEach
  void close() {
    caretaker.close();
    gongbi.close();
  }

  private Run latest() {
    return gongbi.runs().await(gongbi.runs().latest(1).getFirst().id());
  }

  private RunId begin(Runs.Work work) {
    return gongbi.runs().begin(UserId.SYSTEM, Run.Kind.IMPORT, Label.typed("import"), work);
  }

  @Test
  void look_refreshesOnceADay() {
    assertThat(caretaker.look()).isTrue();
    assertThat(latest().state()).isEqualTo(Run.State.DONE);
    assertThat(latest().label().en()).isEqualTo("Automatic refresh");
    assertThat(caretaker.look()).isFalse();
    now = now.plus(Duration.ofDays(1));
    assertThat(caretaker.look()).isTrue();
    assertThat(latest().state()).isEqualTo(Run.State.DONE);
    assertThat(caretaker.look()).isFalse();
  }

  @Test
  void look_leavesAlone_whatRuns() {
    var goOn = new CountDownLatch(1);
    var run =
        begin(
            (id, progress) -> {
              try {
                goOn.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return Map.of();
            });
    assertThat(caretaker.look()).isFalse();
    goOn.countDown();
    gongbi.runs().await(run);
    assertThat(caretaker.look()).isTrue();
    latest();
  }

  /** One file came on the first at noon, one a day later; a third is being imported. */
  @Test
  void tidy_clearsFilesThatNobodyImported_afterADay() {
    var uploads = gongbi.uploads();
    var first = uploads.store(new ByteArrayInputStream(new byte[] {'a'}), "会员.csv");
    now = now.plus(Duration.ofHours(24));
    var second = uploads.store(new ByteArrayInputStream(new byte[] {'b'}), "订单.csv");
    assertThat(caretaker.tidy()).as("a day old, and not older").isZero();
    now = now.plus(Duration.ofSeconds(1));

    var goOn = new CountDownLatch(1);
    var run =
        begin(
            (id, progress) -> {
              try {
                goOn.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return Map.of();
            });
    assertThat(caretaker.tidy()).as("an import may be reading it").isZero();
    goOn.countDown();
    gongbi.runs().await(run);

    assertThat(caretaker.tidy()).isEqualTo(1);
    assertThat(first.path()).doesNotExist();
    assertThatThrownBy(() -> uploads.find(first.id()))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("source.no-such-upload");
    assertThat(uploads.find(second.id()).path()).hasContent("b");
    assertThat(caretaker.tidy()).isZero();
  }

  @Test
  void look_waitsAnHour_afterAFailure() {
    gongbi
        .runs()
        .await(
            begin(
                (id, progress) -> {
                  throw new FaultException(new Fault.Unavailable("x.away", "", Map.of()));
                }));
    assertThat(caretaker.look()).isFalse();
    now = now.plus(Duration.ofMinutes(59));
    assertThat(caretaker.look()).isFalse();
    now = now.plus(Duration.ofMinutes(2));
    assertThat(caretaker.look()).isTrue();
    latest();
  }
}
