package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.User;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Faults;
import io.gongbi.quality.Care;
import io.gongbi.quality.Upkeep;
import io.gongbi.server.login.Needs;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who looks after sources and rules, and when they are to be looked at again. */
@RestController
@About("Who looks after sources and rules, and when they are to be looked at again.")
@RequestMapping("/api/quality/upkeep")
public class UpkeepResource {
  private final Gongbi gongbi;
  private final Upkeep upkeep;

  public UpkeepResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.upkeep = gongbi.upkeep();
  }

  /**
   * Of a source or a rule ({@code of}: {@code source}, {@code rule}). {@code due}: the day has
   * come; {@code mine}: the owner is whoever asks.
   */
  public record View(
      String of,
      String key,
      Label label,
      Optional<String> owner,
      Optional<Label> ownerName,
      Optional<LocalDate> reviewOn,
      boolean due,
      boolean mine,
      Optional<ReviewView> last) {}

  /** What somebody found who looked. */
  public record ReviewView(Label by, LocalDate on, String note) {}

  /** Somebody who may look after something. */
  public record Person(String id, String name) {}

  @Needs(Right.VIEW)
  @GetMapping
  @About("All sources and rules that somebody looks after, or that are to be looked at again.")
  public List<View> all(Viewer viewer) {
    var doers = Doers.of(gongbi);
    return upkeep.all().stream().map(c -> view(c, doers, viewer)).toList();
  }

  @Needs(value = Right.DEFINE, overAll = "quality.sees-some-only")
  @GetMapping("/people")
  @About("Whoever may log in, and so look after a source or a rule.")
  public List<Person> people() {
    return gongbi.users().all().stream().map(UpkeepResource::person).toList();
  }

  private static Person person(User user) {
    return new Person(user.id().value(), user.name());
  }

  private View view(Care care, Doers doers, Viewer viewer) {
    return new View(
        care.of().name().toLowerCase(Locale.ROOT),
        care.key(),
        upkeep.called(care.of(), care.key()).orElseGet(() -> Label.typed(care.key())),
        care.owner().map(UserId::value),
        care.owner().map(doers::called),
        care.reviewOn(),
        care.isDue(upkeep.today()),
        care.owner().filter(viewer.user()::equals).isPresent(),
        care.last().map(r -> new ReviewView(doers.called(r.by()), r.on(), r.note())));
  }

  /** Without an owner nobody looks after it; without a day nobody is reminded. */
  public record Assigned(Optional<String> owner, Optional<LocalDate> reviewOn) {}

  @Needs(value = Right.DEFINE, overAll = "quality.sees-some-only")
  @PutMapping("/{of}/{key}")
  @About("Says who looks after a source or a rule, and when it is to be looked at again.")
  public View assign(
      @PathVariable String of,
      @PathVariable String key,
      @RequestBody Assigned assigned,
      Viewer viewer) {
    var care =
        upkeep.assign(of(of), key, assigned.owner().map(UserId::new), assigned.reviewOn(), viewer);
    return view(care, Doers.of(gongbi), viewer);
  }

  /** What a look has found, and when to look again. */
  public record Reviewed(String note, Optional<LocalDate> next) {}

  @Needs(value = Right.VIEW, overAll = "quality.sees-some-only")
  @PostMapping("/{of}/{key}/reviewed")
  @About("The owner, or whoever may define, has looked at it.")
  public View reviewed(
      @PathVariable String of,
      @PathVariable String key,
      @RequestBody Reviewed reviewed,
      Viewer viewer) {
    var care = upkeep.reviewed(of(of), key, reviewed.note(), reviewed.next(), viewer);
    return view(care, Doers.of(gongbi), viewer);
  }

  private static Care.Of of(String of) {
    return switch (of) {
      case "source" -> Care.Of.SOURCE;
      case "rule" -> Care.Of.RULE;
      default -> throw Faults.notFound("quality.care-unknown", of);
    };
  }
}
