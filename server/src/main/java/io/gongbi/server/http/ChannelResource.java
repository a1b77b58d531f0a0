package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.Spec;
import io.gongbi.channel.Connected;
import io.gongbi.channel.Connection;
import io.gongbi.channel.Connections;
import io.gongbi.delivery.ChannelDays;
import io.gongbi.delivery.TrialMessages;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.fault.Messages;
import io.gongbi.server.login.Needs;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Channels: what messages leave by, what can be connected, and how it does today. */
@RestController
@About("Channels: what messages leave by, what can be connected, and how it does today.")
@RequestMapping("/api/channels")
public class ChannelResource {
  private static final int TRIALS = 10;

  private final Gongbi gongbi;
  private final Connections connections;

  public ChannelResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.connections = gongbi.connections();
  }

  /** What was said last to messages that did not get through. */
  public record AnswerView(String state, String reason, Instant happenedAt, long messages) {}

  /**
   * Today, in the company's zone: messages by state, why some did not get through, and what the
   * provider told us by itself.
   */
  public record DayView(
      Map<String, Long> entries,
      Optional<Instant> lastSentAt,
      List<AnswerView> answers,
      long receipts,
      long repeated,
      long unknown,
      long unreadable,
      long optedOut) {
    private static DayView of(ChannelDays.Day day, Locale locale) {
      var entries = new TreeMap<String, Long>();
      day.entries().forEach((state, n) -> entries.put(state.name(), n));
      return new DayView(
          entries,
          day.lastSentAt(),
          day.answers().stream()
              .map(
                  a ->
                      new AnswerView(
                          a.state().name(),
                          Messages.say(a.reason(), Map.of(), locale),
                          a.happenedAt(),
                          a.messages()))
              .toList(),
          day.told().settled().changed(),
          day.told().settled().known(),
          day.told().settled().unknown(),
          day.told().unreadable(),
          day.told().optedOut());
    }
  }

  /**
   * A channel that messages can leave by. {@code connected}: whether somebody connected it, or it
   * is there by itself; {@code perSecond} 0: nothing limits it; {@code problems}: what keeps it
   * from sending; {@code today} is absent for who sees some customers only.
   */
  public record ChannelView(
      String id,
      Label label,
      String kind,
      Label kindLabel,
      Label about,
      boolean connected,
      boolean atOnce,
      int perSecond,
      BigDecimal price,
      List<Problem.Said> problems,
      Optional<DayView> today) {}

  @Needs(Right.VIEW)
  @GetMapping
  @About("What messages can leave by, and how it does today.")
  public List<ChannelView> channels(Viewer viewer, HttpServletRequest request) {
    var locale = Speech.of(request);
    return connections.all().stream().map(c -> view(c, viewer, locale)).toList();
  }

  private ChannelView view(Connected channel, Viewer viewer, Locale locale) {
    var spec = channel.channel().spec();
    return new ChannelView(
        channel.id(),
        channel.label(),
        spec.id(),
        spec.label(),
        spec.about(),
        !spec.settings().isEmpty(),
        channel.reachesAtOnce(),
        channel.perSecond(),
        channel.price(),
        problems(channel, locale),
        gongbi.channelDays().today(channel.id(), viewer).map(d -> DayView.of(d, locale)));
  }

  private static List<Problem.Said> problems(Connected channel, Locale locale) {
    try {
      channel.mustBeReady();
      return List.of();
    } catch (FaultException e) {
      return Problems.said(e.faults(), locale);
    }
  }

  /** One choice of a setting. */
  public record OptionView(String value, Label label) {}

  /**
   * One thing to fill in. {@code kind}: text, number, choice or secret; {@code lines}: how high a
   * text is; {@code least} and {@code most} of a number.
   */
  public record SettingView(
      String key,
      String kind,
      Label label,
      Optional<Label> hint,
      boolean required,
      String usual,
      int lines,
      Optional<Long> least,
      Optional<Long> most,
      List<OptionView> options) {
    private static SettingView of(Spec.Setting s) {
      return switch (s) {
        case Spec.Setting.Text t -> of(s, "text", t.lines(), List.of());
        case Spec.Setting.Secret _ -> of(s, "secret", 1, List.of());
        case Spec.Setting.Choice c ->
            of(
                s,
                "choice",
                1,
                c.options().stream().map(o -> new OptionView(o.value(), o.label())).toList());
        case Spec.Setting.Whole n ->
            new SettingView(
                n.key(),
                "number",
                n.label(),
                n.hint(),
                true,
                n.usual(),
                1,
                Optional.of(n.least()),
                Optional.of(n.most()),
                List.of());
      };
    }

    private static SettingView of(
        Spec.Setting s, String kind, int lines, List<OptionView> options) {
      return new SettingView(
          s.key(),
          kind,
          s.label(),
          s.hint(),
          s.required(),
          s.usual(),
          lines,
          Optional.empty(),
          Optional.empty(),
          options);
    }
  }

  /** Settings under one heading. */
  public record PartView(String id, Label label, List<SettingView> settings) {}

  /** Values to begin with. */
  public record PresetView(String id, Label label, Map<String, String> values) {}

  /** What can be connected, and what it asks for. */
  public record KindView(
      String id, Label label, Label about, List<PartView> parts, List<PresetView> presets) {
    private static KindView of(Spec spec) {
      return new KindView(
          spec.id(),
          spec.label(),
          spec.about(),
          spec.parts().stream()
              .map(
                  p ->
                      new PartView(
                          p.id(), p.label(), p.settings().stream().map(SettingView::of).toList()))
              .toList(),
          spec.presets().stream().map(p -> new PresetView(p.id(), p.label(), p.values())).toList());
    }
  }

  @Needs(Right.ADMIN)
  @GetMapping("/kinds")
  @About("What can be connected, and what it asks for.")
  public List<KindView> kinds() {
    return connections.specs().stream().map(KindView::of).toList();
  }

  /** A connection as it was filled in; of secrets only when they were set. */
  public record ConnectionView(
      String id,
      Label label,
      String kind,
      Map<String, String> settings,
      Map<String, Instant> secrets,
      BigDecimal price) {}

  /**
   * A connection to be saved. {@code secrets}: those that are new; an empty one is forgotten, one
   * that is not named stays as it is.
   */
  public record Draft(
      String label,
      String kind,
      Map<String, String> settings,
      Map<String, String> secrets,
      BigDecimal price) {
    private Connection connection() {
      return new Connection(kind, settings, price);
    }

    private Label named() {
      if (label.isBlank() || label.length() > 60) throw Faults.bad("channel.no-name", "label");
      return Label.typed(label.strip());
    }
  }

  @Needs(Right.ADMIN)
  @GetMapping("/{id}")
  @About("A connection as it was filled in; of secrets only when they were set.")
  public ConnectionView connection(@PathVariable String id) {
    return view(connections.definition(id));
  }

  private ConnectionView view(Definition<Connection> definition) {
    var body = definition.body();
    var id = definition.id().key();
    return new ConnectionView(
        id,
        definition.label(),
        body.channel(),
        body.settings(),
        connections.secretsSetAt(id),
        body.price());
  }

  @Needs(Right.ADMIN)
  @PostMapping
  @About("Connects a channel.")
  public ConnectionView connect(@RequestBody Draft draft, Viewer viewer) {
    return view(connections.add(viewer, draft.named(), draft.connection(), draft.secrets()));
  }

  @Needs(Right.ADMIN)
  @PutMapping("/{id}")
  @About("Changes a connection; secrets that are not named stay as they are.")
  public ConnectionView change(@PathVariable String id, @RequestBody Draft draft, Viewer viewer) {
    return view(connections.change(viewer, id, draft.named(), draft.connection(), draft.secrets()));
  }

  @Needs(Right.ADMIN)
  @PostMapping("/{id}/retire")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Offers a connection no longer, and forgets its secrets.")
  public void retire(@PathVariable String id, Viewer viewer) {
    connections.retire(viewer, id);
  }

  /** {@code renew}: another address, for when the old one got into wrong hands. */
  public record CallbackQuestion(boolean renew) {}

  /** The path, behind this server's address, to which the provider sends receipts and replies. */
  public record CallbackView(String path) {}

  @Needs(Right.ADMIN)
  @PostMapping("/{id}/callback")
  @About("The address for receipts and replies.")
  public CallbackView callback(
      @PathVariable String id, @RequestBody CallbackQuestion question, Viewer viewer) {
    var secret =
        question.renew() ? connections.renewCallback(viewer, id) : connections.callback(viewer, id);
    return new CallbackView("/api/receipts/" + id + "/" + secret);
  }

  /** A message to a number that somebody typed. */
  public record TrialQuestion(String phone, String text) {}

  /** A trial as it stands; the number masked unless it may be seen. */
  public record TrialView(
      long number,
      String address,
      String text,
      long parts,
      String state,
      Optional<String> reason,
      Label by,
      Instant enteredAt,
      Optional<Instant> happenedAt) {}

  @Needs(Right.SEND)
  @GetMapping("/{id}/trials")
  @About("The latest messages that were sent to try a channel.")
  public List<TrialView> trials(
      @PathVariable String id, Viewer viewer, HttpServletRequest request) {
    var channel = connections.get(id);
    var locale = Speech.of(request);
    var doers = Doers.of(gongbi);
    return gongbi.trialMessages().latest(channel.id(), TRIALS, viewer).stream()
        .map(t -> view(t, locale, doers))
        .toList();
  }

  @Needs(Right.SEND)
  @PostMapping("/{id}/trials")
  @About("Sends a message to a number, to try a channel.")
  public TrialView trial(
      @PathVariable String id,
      @RequestBody TrialQuestion question,
      Viewer viewer,
      HttpServletRequest request) {
    var trial = gongbi.trialMessages().send(id, question.phone(), question.text(), viewer);
    return view(trial, Speech.of(request), Doers.of(gongbi));
  }

  private static TrialView view(TrialMessages.Trial trial, Locale locale, Doers doers) {
    return new TrialView(
        trial.number(),
        trial.address(),
        trial.text(),
        trial.parts(),
        trial.state().name(),
        trial.reason().map(r -> Messages.say(r, Map.of(), locale)),
        doers.called(trial.by()),
        trial.enteredAt(),
        trial.happenedAt());
  }
}
