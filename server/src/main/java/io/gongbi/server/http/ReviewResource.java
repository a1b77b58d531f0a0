package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import io.gongbi.identity.Judgement;
import io.gongbi.identity.Judgements;
import io.gongbi.identity.RecordRef;
import io.gongbi.identity.Review;
import io.gongbi.identity.Why;
import io.gongbi.server.login.Needs;
import io.gongbi.warehouse.ColumnType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pairs of records that people judge. */
@RestController
@About("Pairs of records of which people say whether they are one person.")
@RequestMapping("/api/identity/review")
public class ReviewResource {
  private static final int MOST_LATEST = 8;

  private final Gongbi gongbi;

  public ReviewResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  public record RecordView(String source, String recordKey) {
    RecordRef ref() {
      return new RecordRef(source, recordKey);
    }

    static RecordView of(RecordRef ref) {
      return new RecordView(ref.source(), ref.recordKey());
    }
  }

  /** One of two, with the records that an account or a card ties to it, itself first. */
  public record SideView(long customer, long customerRecords, List<RecordView> records) {
    static SideView of(Review.Side side) {
      return new SideView(
          side.customer().value(),
          side.customerRecords(),
          side.records().stream().map(RecordView::of).toList());
    }
  }

  /** A value, and which sources say so. */
  public record ToldView(String value, List<String> sources) {}

  /**
   * {@code telling}: whether it tells who somebody is; {@code agreement}: same, near, different, or
   * unknown.
   */
  public record FieldView(
      String field,
      ColumnType type,
      boolean telling,
      List<ToldView> one,
      List<ToldView> other,
      String agreement) {
    static FieldView of(Review.Field field) {
      return new FieldView(
          field.name(),
          field.type(),
          field.telling(),
          told(field.one()),
          told(field.other()),
          lower(field.agreement().name()));
    }

    private static List<ToldView> told(List<Review.Told> values) {
      return values.stream().map(t -> new ToldView(t.value(), t.sources())).toList();
    }
  }

  /** What one comparison found, and what it adds. */
  public record StepView(Label found, double bits) {}

  /**
   * {@code reason}: unsure, apart, or sample; {@code bits}: the logarithm of the odds that they are
   * one person, {@code before} the part of it before anything is compared, {@code two} what they
   * would most likely be otherwise.
   */
  public record PairView(
      SideView one,
      SideView other,
      boolean areOne,
      String reason,
      double bits,
      double before,
      Label two,
      List<StepView> steps,
      List<FieldView> fields) {
    static PairView of(Review.Pair pair) {
      Why.Likeness likeness = pair.likeness();
      return new PairView(
          SideView.of(pair.one()),
          SideView.of(pair.other()),
          pair.areOne(),
          lower(pair.reason().name()),
          likeness.bits(),
          likeness.before(),
          likeness.two(),
          likeness.traits().stream().map(t -> new StepView(t.found(), t.bits())).toList(),
          pair.fields().stream().map(FieldView::of).toList());
    }
  }

  /** How many wait, by why they do. */
  public record DueView(long unsure, long apart, long sample, long bare) {}

  public record QueueView(DueView due, Judgements.Progress progress, List<PairView> pairs) {}

  @Needs(value = Right.VIEW, overAll = "identity.sees-some-only")
  @GetMapping
  @About("The next pairs to be judged: unsure, apart, sample, or those in doubt of either sort.")
  public QueueView next(
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "10") int limit,
      Viewer viewer) {
    var review = gongbi.review();
    var asked = reason(reason);
    var due = review.due(viewer);
    return new QueueView(
        new DueView(
            due.getOrDefault(Review.Reason.UNSURE, 0L),
            due.getOrDefault(Review.Reason.APART, 0L),
            due.getOrDefault(Review.Reason.SAMPLE, 0L),
            due.getOrDefault(Review.Reason.BARE, 0L)),
        gongbi.judgements().progress(viewer),
        review.next(asked, limit, viewer).stream().map(PairView::of).toList());
  }

  /**
   * Pairs that rest on one shared value alone; {@code areOne}: whether that made them one customer;
   * {@code example}: the customer of most of them.
   */
  public record BareView(Label shares, boolean areOne, long pairs, long customers, long example) {}

  @Needs(value = Right.VIEW, overAll = "identity.sees-some-only")
  @GetMapping("/bare")
  @About("Pairs of which nobody could say anything, by the one thing that they share.")
  public List<BareView> bare(Viewer viewer) {
    return gongbi.review().bare(viewer).stream()
        .map(
            b ->
                new BareView(b.shares(), b.areOne(), b.pairs(), b.customers(), b.example().value()))
        .toList();
  }

  private static Optional<Review.Reason> reason(String word) {
    if (word.isEmpty()) return Optional.empty();
    return Optional.of(
        Arrays.stream(Review.Reason.values())
            .filter(r -> lower(r.name()).equals(word))
            .findFirst()
            .orElseThrow(() -> Faults.notFound("identity.no-reason", word)));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** What was said of a pair; {@code moves}: whether customers are others by it. */
  public record JudgementView(
      String id,
      Label label,
      RecordView one,
      RecordView other,
      Judgement.Answer answer,
      boolean moves,
      Instant changedAt,
      Label owner) {}

  @Needs(value = Right.VIEW, overAll = "identity.sees-some-only")
  @GetMapping("/judgements")
  @About("What was said last, the newest first.")
  public List<JudgementView> latest(Viewer viewer) {
    var doers = Doers.of(gongbi);
    return gongbi.judgements().standing(viewer).stream()
        .limit(MOST_LATEST)
        .map(j -> view(j, doers))
        .toList();
  }

  private static JudgementView view(Definition<Judgement> judgement, Doers doers) {
    var said = judgement.body();
    return new JudgementView(
        judgement.id().key(),
        judgement.label(),
        RecordView.of(said.one()),
        RecordView.of(said.other()),
        said.answer(),
        said.moves(),
        judgement.changedAt(),
        doers.called(judgement.owner()));
  }

  /** What somebody says of a pair. */
  public record Said(RecordView one, RecordView other, Judgement.Answer answer) {}

  @Needs(value = Right.DEFINE, overAll = "identity.sees-some-only")
  @PostMapping("/judgements")
  @About("Says of a pair what it is; the next run follows it, and none begins.")
  public JudgementView judge(@RequestBody Said said, Viewer viewer) {
    var made =
        gongbi.judgements().judge(said.one().ref(), said.other().ref(), said.answer(), viewer);
    return view(made, Doers.of(gongbi));
  }

  @Needs(value = Right.DEFINE, overAll = "identity.sees-some-only")
  @DeleteMapping("/judgements/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Takes back what was said of a pair.")
  public void undo(@PathVariable String key, Viewer viewer) {
    gongbi.judgements().undo(Keys.numbered(Judgement.KIND, "j", key), viewer);
  }

  @Needs(value = Right.DEFINE, overAll = "identity.sees-some-only")
  @PostMapping("/follow")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Begins a run that follows what was said.")
  public void follow(Viewer viewer) {
    gongbi.judgements().follow(viewer);
  }
}
