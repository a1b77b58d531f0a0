package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.UserId;
import io.gongbi.quality.Fall;
import io.gongbi.quality.FallAlarm;
import io.gongbi.quality.Falls;
import io.gongbi.server.login.Needs;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Scores that fell, until somebody has seen it. */
@RestController
@About("Scores that fell, until somebody has seen it.")
@RequestMapping("/api/quality/falls")
public class FallResource {
  private final Gongbi gongbi;
  private final Falls falls;

  public FallResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.falls = gongbi.falls();
  }

  /**
   * What fell in which dimension, of a field or of the feed as a whole; shares between 0 and 1 of
   * at least {@code of} rows or values. {@code mine}: whoever asks is told.
   */
  public record FallView(
      String source,
      String feed,
      long number,
      Instant measuredAt,
      Optional<String> field,
      String dimension,
      double before,
      double now,
      long of,
      boolean mine) {}

  /** From how many points on, of at least how many rows, and who is told. */
  public record AlarmView(int points, int least, List<String> told) {
    static AlarmView of(FallAlarm alarm) {
      return new AlarmView(
          alarm.points(), alarm.least(), alarm.told().stream().map(UserId::value).toList());
    }
  }

  public record ListView(AlarmView alarm, List<FallView> falls) {}

  @Needs(Right.VIEW)
  @GetMapping
  @About("What fell and nobody has seen, the newest first, and how the alarm is set.")
  public ListView all(Viewer viewer) {
    return new ListView(
        AlarmView.of(falls.alarm()),
        falls.unseen(viewer, gongbi.asOf()).stream().map(f -> view(f, viewer)).toList());
  }

  private FallView view(Fall fall, Viewer viewer) {
    return new FallView(
        fall.feed().source().value(),
        fall.feed().feed(),
        fall.number(),
        fall.measuredAt(),
        fall.field(),
        fall.dimension().name().toLowerCase(Locale.ROOT),
        fall.before(),
        fall.now(),
        fall.of(),
        falls.tells(fall, viewer));
  }

  @Needs(value = Right.DEFINE, overAll = "quality.sees-some-only")
  @PutMapping("/alarm")
  @About("Sets the alarm.")
  public AlarmView change(@RequestBody AlarmView alarm, Viewer viewer) {
    var wanted =
        new FallAlarm(
            alarm.points(), alarm.least(), alarm.told().stream().map(UserId::new).toList());
    return AlarmView.of(falls.change(wanted, viewer));
  }

  /** What fell in a feed up to a run. */
  public record Seen(String source, String feed, long number) {}

  @Needs(Right.VIEW)
  @PostMapping("/seen")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Somebody has seen what fell in a feed; it is told no more.")
  public void see(@RequestBody Seen seen, Viewer viewer) {
    falls.see(Keys.feed(seen.source(), seen.feed()), seen.number(), viewer, gongbi.asOf());
  }
}
