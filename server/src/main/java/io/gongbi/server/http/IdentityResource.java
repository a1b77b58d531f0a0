package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Act;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Messages;
import io.gongbi.identity.Decision;
import io.gongbi.identity.Growth;
import io.gongbi.identity.IdType;
import io.gongbi.identity.RecordRef;
import io.gongbi.identity.Relation;
import io.gongbi.identity.Summary;
import io.gongbi.identity.Why;
import io.gongbi.identity.WhyNot;
import io.gongbi.identity.WhyNots;
import io.gongbi.segment.ListFile;
import io.gongbi.server.login.Needs;
import io.gongbi.standard.CustomerId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
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

  /** {@code before}: the customer it was of, where it ever changed. */
  public record ArrivalView(
      String source, String recordKey, Optional<Instant> seen, Optional<Long> before) {}

  /**
   * {@code one}, {@code other}: places in the list of records; {@code hold}: see {@link Growth}.
   */
  public record LinkView(
      int one, int other, Growth.Hold hold, Optional<Label> by, Optional<Double> bits) {}

  /** {@code records}: how many changed hands; {@code places}: those that are in the list. */
  public record EventView(
      Instant happenedAt,
      Growth.What what,
      Optional<Long> other,
      long records,
      List<Integer> places) {}

  public record SaidView(
      String id,
      Decision.Verdict verdict,
      Label owner,
      Instant changedAt,
      String note,
      List<Integer> one,
      List<Integer> other) {}

  public record GrowthView(
      long customer,
      List<ArrivalView> records,
      List<LinkView> links,
      List<EventView> events,
      List<SaidView> said) {}

  @Needs(Right.VIEW)
  @GetMapping("/growth/{customer}")
  @About("How a customer came to be: records in time, what holds them, what changed hands.")
  public GrowthView growth(@PathVariable long customer, Viewer viewer) {
    var growth = gongbi.growths().of(Names.customer(customer), viewer);
    var places = new HashMap<RecordRef, Integer>();
    growth.records().forEach(a -> places.put(a.record(), places.size()));
    var doers = Doers.of(gongbi);
    return new GrowthView(
        growth.customer().value(),
        growth.records().stream()
            .map(
                a ->
                    new ArrivalView(
                        a.record().source(),
                        a.record().recordKey(),
                        a.seen(),
                        a.before().map(CustomerId::value)))
            .toList(),
        growth.links().stream()
            .map(
                l ->
                    new LinkView(
                        places.getOrDefault(l.one(), 0),
                        places.getOrDefault(l.other(), 0),
                        l.hold(),
                        l.by().map(IdType::label),
                        l.bits()))
            .toList(),
        growth.events().stream()
            .map(
                e ->
                    new EventView(
                        e.happenedAt(),
                        e.what(),
                        e.other().map(CustomerId::value),
                        e.records().size(),
                        in(e.records(), places)))
            .toList(),
        growth.said().stream()
            .map(
                d ->
                    new SaidView(
                        d.id().key(),
                        d.body().verdict(),
                        doers.called(d.owner()),
                        d.changedAt(),
                        d.body().note(),
                        in(d.body().one(), places),
                        in(d.body().other(), places)))
            .toList());
  }

  private static List<Integer> in(List<RecordRef> records, Map<RecordRef, Integer> places) {
    return records.stream().filter(places::containsKey).map(places::get).sorted().toList();
  }

  /** {@code name} where it may be seen and they have one; {@code holders} of what is shared. */
  public record RelationView(
      long customer,
      Optional<String> name,
      Relation.Kind kind,
      List<Label> shares,
      long holders,
      boolean sameSurname,
      boolean sure) {}

  @Needs(Right.VIEW)
  @GetMapping("/relations/{customer}")
  @About("Who shares a door, a phone or an employer with a customer, and is somebody else.")
  public List<RelationView> relations(@PathVariable long customer, Viewer viewer) {
    var relations = gongbi.relations().of(Names.customer(customer), viewer);
    var names = gongbi.profiles().names(relations.stream().map(Relation::other).toList(), viewer);
    return relations.stream()
        .map(
            r ->
                new RelationView(
                    r.other().value(),
                    Optional.ofNullable(names.get(r.other())),
                    r.kind(),
                    r.shares().stream().map(Relation.Shared::label).toList(),
                    r.holders(),
                    r.sameSurname(),
                    r.sure()))
        .toList();
  }

  public record RelationCountView(Relation.Kind kind, long customers, long pairs) {}

  @Needs(value = Right.VIEW, overAll = "identity.sees-some-only")
  @GetMapping("/relations")
  @About("How many customers live together, work together, or share a device.")
  public List<RelationCountView> relationCounts(Viewer viewer) {
    return gongbi.relations().counts(viewer).entrySet().stream()
        .map(c -> new RelationCountView(c.getKey(), c.getValue().customers(), c.getValue().pairs()))
        .toList();
  }

  /** {@code value} where it may be seen; {@code source} where it is an account of one. */
  public record ContradictedView(
      String idType,
      Label label,
      Optional<String> source,
      Optional<String> value,
      List<Long> customers) {}

  @Needs(value = Right.VIEW, overAll = "identity.sees-some-only")
  @GetMapping("/contradictions")
  @About("Identifiers that brought nobody together since a more trusted one speaks against it.")
  public List<ContradictedView> contradictions(Viewer viewer) {
    return gongbi.identities().contradicted(viewer).stream()
        .map(
            c ->
                new ContradictedView(
                    c.idType().column(),
                    c.idType().label(),
                    Optional.of(c.scope()).filter(s -> !s.isEmpty()),
                    c.value(),
                    c.customers().stream().map(CustomerId::value).toList()))
        .toList();
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
