package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Act;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Messages;
import io.gongbi.identity.IdType;
import io.gongbi.identity.RecordRef;
import io.gongbi.identity.Summary;
import io.gongbi.identity.Why;
import io.gongbi.identity.WhyNot;
import io.gongbi.identity.WhyNots;
import io.gongbi.segment.ListFile;
import io.gongbi.server.login.Needs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How records became customers. */
@RestController
@About("How records became customers.")
@RequestMapping("/api/identity")
public class IdentityResource {
  private static final Label LINKS = new Label("记录与客户对应", "records-and-customers");

  private final Gongbi gongbi;

  public IdentityResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /** The whole in numbers. */
  public record SummaryView(
      long records,
      long customers,
      List<Summary.OfSource> bySource,
      List<OverlapView> overlap,
      List<IdTypeView> byIdType,
      List<GenericView> generic) {}

  /** Customers known to exactly these sources. */
  public record OverlapView(Set<String> sources, long customers) {}

  /** What one kind of identifier holds together. */
  public record IdTypeView(String idType, Label label, long records, long customers, long shared) {}

  /** A value that was ignored, and why in words; {@code source} where it is an account of one. */
  public record GenericView(
      String idType,
      Label label,
      Optional<String> source,
      String value,
      long records,
      long names,
      String reason) {}

  @Needs(Right.VIEW)
  @GetMapping("/summary")
  @About("Records, customers, overlap of sources.")
  public SummaryView summary(Viewer viewer, HttpServletRequest request) {
    var locale = Speech.of(request);
    var summary = gongbi.identities().summary(viewer);
    return new SummaryView(
        summary.records(),
        summary.customers(),
        summary.bySource(),
        summary.overlaps().stream().map(o -> new OverlapView(o.sources(), o.customers())).toList(),
        summary.byIdType().stream()
            .map(
                t ->
                    new IdTypeView(
                        t.idType().column(),
                        t.idType().label(),
                        t.records(),
                        t.customers(),
                        t.shared()))
            .toList(),
        summary.generic().stream()
            .map(
                g ->
                    new GenericView(
                        g.idType().column(),
                        g.idType().label(),
                        Optional.of(g.scope()).filter(s -> !s.isEmpty()),
                        g.value(),
                        g.records(),
                        g.names(),
                        Messages.say(g.reason(), Map.of(), locale)))
            .toList());
  }

  /** Which records are one customer, and by which values. */
  public record WhyView(
      long customer,
      List<RecordView> records,
      List<BondView> bonds,
      List<LikenessView> likenesses) {}

  /**
   * What two records have in common where no account or card ties them; {@code bits}: the logarithm
   * of the odds that they are one person, {@code before} the part of it before anything is
   * compared, {@code two} what they would most likely be otherwise.
   */
  public record LikenessView(
      RecordView one,
      RecordView other,
      double bits,
      double before,
      Label two,
      List<TraitView> traits) {}

  /** What one comparison found, and what it adds. */
  public record TraitView(Label found, double bits) {}

  public record RecordView(String source, String recordKey) {}

  public record BondView(String idType, Label label, String value, List<RecordView> records) {}

  @Needs(Right.VIEW)
  @GetMapping("/why/{customer}")
  @About("Which records are one customer, and by which values.")
  public WhyView why(@PathVariable long customer, Viewer viewer) {
    Why why = gongbi.identities().why(Names.customer(customer), viewer);
    return new WhyView(
        why.customer().value(),
        why.records().stream().map(r -> new RecordView(r.source(), r.recordKey())).toList(),
        why.bonds().stream()
            .map(
                b ->
                    new BondView(
                        b.idType().column(),
                        b.idType().label(),
                        b.value(),
                        b.records().stream()
                            .map(r -> new RecordView(r.source(), r.recordKey()))
                            .toList()))
            .toList(),
        why.likenesses().stream().map(IdentityResource::view).toList());
  }

  private static LikenessView view(Why.Likeness likeness) {
    return new LikenessView(
        new RecordView(likeness.one().source(), likeness.one().recordKey()),
        new RecordView(likeness.other().source(), likeness.other().recordKey()),
        likeness.bits(),
        likeness.before(),
        likeness.two(),
        likeness.traits().stream().map(t -> new TraitView(t.found(), t.bits())).toList());
  }

  /** A customer as a whole, or one record of theirs. */
  public record SideAsk(long customer, Optional<RecordView> record) {
    WhyNots.Side side() {
      return new WhyNots.Side(
          Names.customer(customer), record.map(r -> new RecordRef(r.source(), r.recordKey())));
    }
  }

  public record WhyNotAsk(SideAsk one, SideAsk other) {}

  /**
   * Why two are two, or one; {@code reason} in the words of {@link WhyNot.Reason}, in small letters
   * with hyphens. {@code bits}, {@code before} and {@code two} as in {@link LikenessView}, where
   * the two would be compared.
   */
  public record WhyNotView(
      long one,
      long other,
      String reason,
      Optional<DecidedView> decision,
      Optional<Double> bits,
      Optional<Double> before,
      Optional<Label> two,
      List<TraitView> traits,
      List<Label> tied,
      List<WhyNot.Ignored> ignored) {}

  /** Who said so, when, and why. */
  public record DecidedView(Label owner, Instant changedAt, String note) {}

  @Needs(Right.VIEW)
  @PostMapping("/why-not")
  @About("Why two customers, or two records, are not one.")
  public WhyNotView whyNot(@RequestBody WhyNotAsk ask, Viewer viewer) {
    var why = gongbi.whyNots().of(ask.one().side(), ask.other().side(), viewer);
    var doers = Doers.of(gongbi);
    return new WhyNotView(
        why.one().value(),
        why.other().value(),
        why.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        why.decision()
            .map(d -> new DecidedView(doers.called(d.owner()), d.changedAt(), d.body().note())),
        why.bits(),
        why.before(),
        why.two(),
        why.traits().stream().map(t -> new TraitView(t.found(), t.bits())).toList(),
        why.tied().stream().map(IdType::label).toList(),
        why.ignored());
  }

  @Needs(value = Right.EXPORT, overAll = "identity.sees-some-only")
  @PostMapping("/links/export")
  @About(value = "Whose each record of each source is, as a file.", file = "text/csv")
  public void links(Viewer viewer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var list =
        new ListFile(
            List.of("source", "source_record_id", "customer_id"),
            gongbi.identities().linkCount(viewer),
            some -> gongbi.identities().links(viewer, t -> some.accept(t.rows())));
    gongbi
        .audit()
        .record(viewer.user(), Act.EXPORTED, "links/all", "csv, " + list.size() + " rows");
    Download.begin(response, ListFile.Format.CSV, Speech.words(request).apply(LINKS));
    list.write(ListFile.Format.CSV, response.getOutputStream());
  }
}
