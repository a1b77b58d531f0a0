package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Act;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import io.gongbi.fault.Messages;
import io.gongbi.quality.BadRows;
import io.gongbi.quality.Quality;
import io.gongbi.quality.Rule;
import io.gongbi.server.login.Needs;
import io.gongbi.source.Mapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of the landed rows: counts that add up, what was refused and why. */
@RestController
@About("What became of the landed rows.")
@RequestMapping("/api/quality")
public class QualityResource {
  private static final int MOST_ROWS = 1_000;

  private final Gongbi gongbi;

  public QualityResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /** One feed; {@code dismissed} rows in quarantine were set aside and have no reason here. */
  public record FeedView(
      String source,
      String feed,
      String grain,
      Quality.Counts counts,
      long dismissed,
      List<ReasonView> byReason) {}

  /**
   * How often something was found; {@code severity} is {@code quarantine}, {@code warn} or {@code
   * remind}.
   */
  public record ReasonView(String reason, String severity, String message, long rows) {}

  @Needs(Right.VIEW)
  @GetMapping("/counts")
  @About("landed = clean + quarantined + merged + superseded, by feed.")
  public List<FeedView> counts(Viewer viewer, HttpServletRequest request) {
    var locale = Speech.of(request);
    return gongbi.quality().counts(viewer).stream()
        .map(
            f ->
                new FeedView(
                    f.feed().source().value(),
                    f.feed().feed(),
                    f.grain(),
                    f.counts(),
                    f.dismissed(),
                    f.reasons().stream()
                        .map(
                            r ->
                                new ReasonView(
                                    r.reason(), r.severity(), said(r.reason(), locale), r.found()))
                        .toList()))
        .toList();
  }

  /** A page of what was refused. */
  public record Page(long total, List<RefusalView> rows) {}

  /**
   * One value or row that was refused, with its place in its file; {@code readAs}: what a capped
   * value is read as.
   */
  public record RefusalView(
      String source,
      String feed,
      String file,
      long line,
      Optional<String> field,
      Optional<String> value,
      String severity,
      String reason,
      Optional<Long> place,
      Optional<String> readAs,
      String message) {}

  @Needs(Right.VIEW)
  @GetMapping("/quarantine")
  @About("What was refused and is open, or was set aside, with its place in its file.")
  public Page quarantine(
      @RequestParam Optional<String> source,
      @RequestParam Optional<String> feed,
      @RequestParam Optional<String> field,
      @RequestParam Optional<String> reason,
      @RequestParam Optional<String> severity,
      @RequestParam(defaultValue = "false") boolean dismissed,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "50") int limit,
      Viewer viewer,
      HttpServletRequest request) {
    if (offset < 0 || limit < 1 || limit > MOST_ROWS)
      throw Faults.bad("server.unfit-parameter", "limit");
    var locale = Speech.of(request);
    var found =
        gongbi
            .quality()
            .refusals(
                viewer,
                new Quality.Which(
                    given(source),
                    given(feed),
                    given(field),
                    given(reason),
                    given(severity),
                    dismissed),
                offset,
                limit);
    return new Page(
        found.total(),
        found.rows().stream()
            .map(
                r ->
                    new RefusalView(
                        r.feed().source().value(),
                        r.feed().feed(),
                        r.file(),
                        r.line(),
                        r.field(),
                        r.value(),
                        r.severity(),
                        r.reason(),
                        r.place(),
                        r.readAs(),
                        said(r.reason(), locale)))
            .toList());
  }

  /** The account of one landed file. */
  public record BatchView(long batch, Quality.Counts counts) {}

  @Needs(Right.VIEW)
  @GetMapping("/batches")
  @About("landed = clean + quarantined + merged + superseded, by file.")
  public List<BatchView> batches(@RequestParam List<Long> batch, Viewer viewer) {
    return gongbi.quality().batches(viewer, batch).entrySet().stream()
        .map(e -> new BatchView(e.getKey(), e.getValue()))
        .toList();
  }

  /** The rows of one feed that are in quarantine, as a CSV to be mended and imported again. */
  @Needs(Right.EXPORT)
  @GetMapping("/bad-rows")
  @About(
      value = "The rows of a feed in quarantine that are open, as they stood.",
      file = "text/csv")
  public void badRows(
      @RequestParam String source,
      @RequestParam String feed,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var mapping = Keys.mapping(gongbi.mappings(), source, feed);
    var what = mapping.id().toString();
    var locale = Speech.of(request);
    gongbi.audit().record(viewer.user(), Act.EXPORTED, what, "csv, rows in quarantine");
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment()
            .filename(source + "-" + feed + "-quarantine.csv", StandardCharsets.UTF_8)
            .build()
            .toString());
    gongbi
        .quality()
        .badRows(viewer, mapping.id())
        .writeCsv(response.getOutputStream(), new Told(locale, mapping, r -> said(r, locale)));
  }

  /** Reasons in the words of the reader, with the file's own names of its columns. */
  private record Told(Locale locale, Mapping mapping, UnaryOperator<String> says)
      implements BadRows.Language {
    @Override
    public List<String> heads() {
      return Stream.of(
              new Label("文件", "File"),
              new Label("行号", "Line"),
              new Label("原因", "Reason"),
              new Label("无法拆分的原文", "Text that could not be cut"))
          .map(this::in)
          .toList();
    }

    @Override
    public String reason(Optional<String> field, String reason, Optional<Long> place) {
      var said = says.apply(reason);
      var where =
          field
              .map(this::column)
              .or(() -> place.map(p -> in(new Label("第 " + p + " 个字符", "Character " + p))));
      return where.map(w -> w + in(new Label("：", ": ")) + said).orElse(said);
    }

    private String column(String field) {
      return mapping.lines().stream()
          .filter(l -> l.field().toString().equals(field))
          .map(Mapping.Line::column)
          .findFirst()
          .orElse(field);
    }

    private String in(Label label) {
      return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? label.zh() : label.en();
    }
  }

  private String said(String reason, Locale locale) {
    return said(gongbi, reason, locale);
  }

  /** A reason of ours in a sentence, a rule of the company's by its name. */
  static String said(Gongbi gongbi, String reason, Locale locale) {
    var rule = Rule.keyOf(reason).flatMap(gongbi.rules()::called);
    if (rule.isEmpty()) return Messages.say(reason, Map.of(), locale);
    boolean zh = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    return zh ? rule.get().zh() : rule.get().en();
  }

  private static Optional<String> given(Optional<String> filter) {
    return filter.filter(f -> !f.isBlank());
  }

  /** Lines of orders of one kind. */
  public record KindView(
      String source, String kind, Label label, long lines, BigDecimal amount, boolean inRevenue) {}

  @Needs(Right.VIEW)
  @GetMapping("/kinds")
  @About("Order lines by kind: sale, return, fee, test.")
  public List<KindView> kinds(Viewer viewer) {
    return gongbi.quality().kinds(viewer).stream()
        .map(
            k ->
                new KindView(
                    k.source().value(),
                    k.kind().code(),
                    k.kind().label(),
                    k.lines(),
                    k.amount(),
                    k.kind().inRevenue()))
        .toList();
  }

  /**
   * Orders of one source: those whose buyer is named, those with a lent or masked number, and of
   * these the ones that give nothing else.
   */
  public record ReachView(String source, long orders, long named, long lent, long hidden) {}

  @Needs(Right.VIEW)
  @GetMapping("/reach")
  @About("Orders by source: how many name their buyer, how many hide them behind privacy numbers.")
  public List<ReachView> reach(Viewer viewer) {
    return gongbi.quality().reach(viewer).stream()
        .map(r -> new ReachView(r.source().value(), r.orders(), r.named(), r.lent(), r.hidden()))
        .toList();
  }
}
