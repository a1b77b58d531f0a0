package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Faults;
import io.gongbi.profile.CardSign;
import io.gongbi.profile.CardVerdict;
import io.gongbi.profile.Cards;
import io.gongbi.profile.LeftOut;
import io.gongbi.server.login.Needs;
import io.gongbi.standard.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cards that several people seem to use. */
@RestController
@About("Cards that several people seem to use.")
@RequestMapping("/api/profile/cards")
public class CardResource {
  private final Gongbi gongbi;

  public CardResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /** A sign, and how much it takes to be one. */
  public record SignView(String sign, int bound) {
    static SignView of(CardSign sign) {
      return new SignView(sign.name().toLowerCase(Locale.ROOT), sign.bound());
    }
  }

  /** What was decided; {@code by} is who did, as they are called. */
  public record DecisionView(CardVerdict.Verdict verdict, String reason, Label by, Instant at) {}

  public record CardView(
      long customer,
      Optional<String> name,
      Optional<String> memberCard,
      long orders,
      BigDecimal netRevenue,
      long place,
      Cards.Use use,
      List<String> signs,
      Optional<DecisionView> decided) {}

  /** {@code bounds}: all signs that there are. */
  public record CardsView(Cards.Counts counts, List<SignView> bounds, List<CardView> rows) {}

  @Needs(Right.VIEW)
  @GetMapping
  @About("Those in a state, open, shared or own, the biggest spenders first.")
  public CardsView list(
      @RequestParam String state,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "20") int limit,
      Viewer viewer) {
    var cards = gongbi.cards();
    var doers = Doers.of(gongbi);
    return new CardsView(
        cards.counts(viewer),
        Arrays.stream(CardSign.values()).map(SignView::of).toList(),
        cards.list(state(state), offset, limit, viewer).stream().map(c -> view(c, doers)).toList());
  }

  private static Cards.State state(String name) {
    return Arrays.stream(Cards.State.values())
        .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> Faults.bad("profile.no-state", "state"));
  }

  private static CardView view(Cards.Suspect suspect, Doers doers) {
    return new CardView(
        suspect.customer().value(),
        suspect.name(),
        suspect.memberCard(),
        suspect.orders(),
        suspect.netRevenue(),
        suspect.place(),
        suspect.use(),
        suspect.signs().stream().map(s -> s.name().toLowerCase(Locale.ROOT)).toList(),
        suspect
            .decided()
            .map(
                d ->
                    new DecisionView(
                        d.verdict(), d.reason(), doers.called(new UserId(d.by())), d.at())));
  }

  /** Shared, of staff, of a reseller, own, or undecided again; and why. */
  public record Verdict(CardVerdict.Verdict verdict, String reason) {}

  /**
   * Which kinds figures leave out, and how many cards of each they leave out now, such as {@code
   * {"staff": 12}}, of customers in sight.
   */
  public record LeftOutView(LeftOut kinds, Map<String, Long> cards) {}

  @Needs(Right.VIEW)
  @GetMapping("/left-out")
  @About("Which confirmed cards figures, tags and segments leave out.")
  public LeftOutView leftOut(Viewer viewer) {
    return leftOut(gongbi.cards().leftOut(), viewer);
  }

  private LeftOutView leftOut(LeftOut kinds, Viewer viewer) {
    var cards = new TreeMap<String, Long>();
    gongbi.cards().outside(viewer).forEach((verdict, n) -> cards.put(verdict.word(), n));
    return new LeftOutView(kinds, cards);
  }

  @Needs(Right.ADMIN)
  @PutMapping("/left-out")
  @About("Chooses which kinds figures leave out; they follow with the run that begins.")
  public LeftOutView leaveOut(@RequestBody LeftOut kinds, Viewer viewer) {
    return leftOut(gongbi.cards().leaveOut(kinds, viewer), viewer);
  }

  @Needs(Right.DEFINE)
  @PutMapping("/{customer}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Decides whether a card is shared, or takes the decision back.")
  public void decide(@PathVariable long customer, @RequestBody Verdict verdict, Viewer viewer) {
    gongbi.cards().decide(new CustomerId(customer), verdict.verdict(), verdict.reason(), viewer);
  }
}
