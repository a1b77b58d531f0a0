package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.channel.SmsFrame;
import io.gongbi.delivery.OptOut;
import io.gongbi.delivery.OptOuts;
import io.gongbi.delivery.SendingHours;
import io.gongbi.delivery.SendingLimits;
import io.gongbi.fault.Faults;
import io.gongbi.server.login.Needs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What holds for every message, whoever sends it: limits, and who wants none. */
@RestController
@About("What holds for every message: how many a customer gets, and who wants none.")
@RequestMapping("/api/deliveries")
public class DeliveryResource {
  private final Gongbi gongbi;
  private final OptOuts optOuts;

  public DeliveryResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.optOuts = gongbi.optOuts();
  }

  /** At most so many messages of one channel to one customer; 0 sets no limit. */
  public record Limits(int perDay, int perWeek, int perMonth) {
    private static Limits of(SendingLimits limits) {
      return new Limits(limits.perDay(), limits.perWeek(), limits.perMonth());
    }
  }

  @Needs(Right.VIEW)
  @GetMapping("/limits")
  @About("How many messages a customer gets at most.")
  public Limits limits() {
    return Limits.of(gongbi.deliveries().settings().limits());
  }

  @Needs(Right.ADMIN)
  @PutMapping("/limits")
  @About("Changes how many messages a customer gets at most.")
  public Limits limit(@RequestBody Limits limits, Viewer viewer) {
    return Limits.of(
        gongbi
            .deliveries()
            .settings()
            .change(
                new SendingLimits(limits.perDay(), limits.perWeek(), limits.perMonth()),
                gongbi.audit(),
                viewer));
  }

  /** Between which hours messages may leave, from a day on; {@code 08:00} to {@code 21:00}. */
  public record Span(LocalDate since, LocalTime from, LocalTime until) {}

  /** The hours of all times; {@code closedUntil}: until when a message would wait right now. */
  public record Hours(List<Span> spans, Optional<Instant> closedUntil) {}

  @Needs(Right.VIEW)
  @GetMapping("/hours")
  @About("Between which hours messages may leave, and from which day on.")
  public Hours hours() {
    var settings = gongbi.deliveries().settings();
    return new Hours(
        settings.hours().spans().stream()
            .map(s -> new Span(s.since(), s.from(), s.until()))
            .toList(),
        settings.closedUntil(gongbi.catalog().now()));
  }

  @Needs(Right.ADMIN)
  @PutMapping("/hours")
  @About("Changes between which hours messages may leave.")
  public Hours hours(@RequestBody List<Span> spans, Viewer viewer) {
    gongbi
        .deliveries()
        .settings()
        .change(
            new SendingHours(
                spans.stream()
                    .map(s -> new SendingHours.Span(s.since(), s.from(), s.until()))
                    .toList()),
            gongbi.audit(),
            viewer);
    return hours();
  }

  /** What stands around the words of every text message. */
  public record Frame(String signature, String optOut) {}

  @Needs(Right.VIEW)
  @GetMapping("/sms")
  @About("Who signs text messages, and how they say to stop them.")
  public Frame frame() {
    var frame = gongbi.deliveries().settings().frame();
    return new Frame(frame.signature(), frame.optOut());
  }

  @Needs(Right.ADMIN)
  @PutMapping("/sms")
  @About("Changes who signs text messages, and how they say to stop them.")
  public Frame frame(@RequestBody Frame frame, Viewer viewer) {
    gongbi
        .deliveries()
        .settings()
        .change(new SmsFrame(frame.signature(), frame.optOut()), gongbi.audit(), viewer);
    return frame();
  }

  /** Addresses that want no messages, and how we know: one reason for all of them. */
  public record Wish(List<String> addresses, String reason) {}

  /** What became of a wish: new, known before, and texts that are no phone number. */
  public record AddedView(long added, long known, List<String> bad) {}

  /** One address that wants no messages; {@code lifted…}: when, by whom and why that ended. */
  public record OptOutView(
      long number,
      String address,
      String way,
      String reason,
      Instant since,
      String by,
      Optional<Instant> liftedAt,
      Optional<String> liftedBy,
      Optional<String> liftedReason) {}

  /** A page of them, and how many there are. */
  public record OptOutPage(long total, List<OptOutView> rows) {}

  @Needs(Right.SEND)
  @GetMapping("/opt-outs")
  @About("Addresses that want no messages, or that wanted none once, the newest first.")
  public OptOutPage optOuts(
      @RequestParam(defaultValue = "") String part,
      @RequestParam(defaultValue = "false") boolean lifted,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "20") int limit,
      Viewer viewer) {
    if (offset < 0 || limit < 1 || limit > 1000) throw Faults.bad("profile.bad-page", "limit");
    var page = optOuts.list(part, lifted, offset, limit, viewer);
    return new OptOutPage(page.total(), page.rows().stream().map(DeliveryResource::view).toList());
  }

  private static OptOutView view(OptOut optOut) {
    return new OptOutView(
        optOut.number(),
        optOut.address(),
        optOut.way().name(),
        optOut.reason(),
        optOut.since(),
        optOut.by().value(),
        optOut.lifted().map(OptOut.Lifted::at),
        optOut.lifted().map(l -> l.by().value()),
        optOut.lifted().map(OptOut.Lifted::reason));
  }

  @Needs(Right.SEND)
  @PostMapping("/opt-outs")
  @About("Enters phone numbers that want no messages.")
  public AddedView add(@RequestBody Wish wish, Viewer viewer) {
    var added = optOuts.add(wish.addresses(), wish.reason(), viewer);
    return new AddedView(added.added(), added.known(), added.bad());
  }

  /** Why a wish does not hold any more. */
  public record Lift(String reason) {}

  @Needs(Right.SEND)
  @PostMapping("/opt-outs/{number}/lift")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Ends an opt-out: the customer agreed again.")
  public void lift(@PathVariable long number, @RequestBody Lift lift, Viewer viewer) {
    optOuts.lift(number, lift.reason(), viewer);
  }
}
