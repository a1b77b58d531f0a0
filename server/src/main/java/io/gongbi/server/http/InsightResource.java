package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.dashboard.Board;
import io.gongbi.insight.Answer;
import io.gongbi.insight.Insight;
import io.gongbi.insight.Mark;
import io.gongbi.metric.Metric;
import io.gongbi.metric.Metrics;
import io.gongbi.profile.Found;
import io.gongbi.segment.Segments;
import io.gongbi.server.login.Needs;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableName;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Questions, their answers, and the customers behind every number. */
@RestController
@About("Questions, their answers, and the customers behind every number.")
public class InsightResource {
  private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

  private final Gongbi gongbi;
  private final ProfileResource profiles;

  public InsightResource(Gongbi gongbi, ProfileResource profiles) {
    this.gongbi = gongbi;
    this.profiles = profiles;
  }

  /** A board that shows a metric. */
  public record UsedBy(String id, Label label) {}

  /**
   * A measure that trends can be asked for, with the one definition it has.
   *
   * @param reckoned how it is reckoned, in a line
   * @param of the rows it is taken over: {@code order} or {@code event}
   * @param usedBy the boards that show it
   * @param applies whether it says anything to whoever asks, who may see some customers only
   */
  public record MetricView(
      String id,
      Label label,
      Label meaning,
      Metric.Unit unit,
      Label reckoned,
      String of,
      List<UsedBy> usedBy,
      boolean applies) {
    static MetricView of(Metric metric, List<Board> boards, Viewer viewer) {
      return new MetricView(
          metric.id().value(),
          metric.label(),
          metric.meaning(),
          metric.unit(),
          metric.reckoned(),
          metric.of().value(),
          boards.stream()
              .filter(
                  board ->
                      board.tiles().stream()
                          .flatMap(t -> t.insight().stream())
                          .anyMatch(i -> i.measures().filter(metric.id()::equals).isPresent()))
              .map(board -> new UsedBy(board.id(), board.label()))
              .toList(),
          viewer.seesEverybody() || !metric.needsEverybody());
    }
  }

  @Needs(Right.VIEW)
  @GetMapping("/api/insights/metrics")
  @About("The measures that trends can be asked for, each with its definition.")
  public List<MetricView> metrics(Viewer viewer) {
    var boards = gongbi.boards().all(gongbi.asOf(), viewer);
    return Metrics.SHIPPED.stream().map(metric -> MetricView.of(metric, boards, viewer)).toList();
  }

  /** Numbers with all that lets somebody check them. */
  public record AnswerView(
      List<TableView.ColumnView> columns,
      List<List<@Nullable Object>> rows,
      LocalDate asOf,
      String sql,
      long milliseconds,
      List<CautionView> cautions,
      List<String> reads,
      Map<String, @Nullable Object> figures) {
    static AnswerView of(Answer answer, Locale locale, Currency currency) {
      var table = TableView.of(answer.in(locale));
      return new AnswerView(
          table.columns().stream().map(AnswerView::named).toList(),
          table.rows(),
          answer.asOf().day(),
          answer.sql(),
          answer.milliseconds(),
          answer.cautions().stream()
              .map(c -> new CautionView(c.code(), c.say(locale, currency)))
              .toList(),
          answer.reads().stream().map(TableName::toString).sorted().toList(),
          answer.figures().map(AnswerView::figures).orElse(Map.of()));
    }

    /** The figures of the whole by their names. */
    private static Map<String, @Nullable Object> figures(Table row) {
      var view = TableView.of(row);
      var figures = new LinkedHashMap<String, @Nullable Object>();
      for (int i = 0; i < view.columns().size(); i++)
        figures.put(named(view.columns().get(i)).name(), view.rows().getFirst().get(i));
      return figures;
    }

    /** As JSON names everything else: {@code fromPrevious} for {@code from_previous}. */
    private static TableView.ColumnView named(TableView.ColumnView column) {
      var camel =
          UNDERSCORE.matcher(column.name()).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
      return new TableView.ColumnView(camel, column.type());
    }
  }

  /** What should be known before a number is believed. */
  public record CautionView(String code, String message) {}

  @Needs(Right.VIEW)
  @PostMapping("/api/insights/answer")
  @About("Answers a question.")
  public AnswerView answer(
      @RequestBody Insight question, Viewer viewer, HttpServletRequest request) {
    return AnswerView.of(
        gongbi.insights().answer(question, gongbi.asOf(), viewer),
        Speech.of(request),
        gongbi.company().company().currency());
  }

  /** One bar, and the page of its customers that is wanted. */
  public record Opened(Insight insight, Mark mark, int offset, int limit) {}

  @Needs(Right.VIEW)
  @PostMapping("/api/insights/members")
  @About("The customers behind one number of an answer.")
  public ProfileResource.Page members(@RequestBody Opened opened, Viewer viewer) {
    var asOf = gongbi.asOf();
    var members =
        gongbi
            .insights()
            .members(
                opened.insight(), opened.mark(), asOf, viewer, opened.offset(), opened.limit());
    return profiles.page(new Found(members.total(), asOf, members.rows()), viewer);
  }

  /** A bar whose customers are to be kept as a list. */
  public record Kept(String label, Insight insight, Mark mark) {}

  /** The segment that was made. */
  public record Made(String id) {}

  @Needs(Right.DEFINE)
  @PostMapping("/api/segments/from-insight")
  @About("Keeps the customers behind one number as a segment.")
  public Made keep(@RequestBody Kept kept, Viewer viewer) {
    var ids = gongbi.insights().membersSql(kept.insight(), kept.mark(), gongbi.asOf());
    var segment =
        gongbi
            .segments()
            .fixCounted(
                viewer,
                Names.typed(kept.label()),
                kept.mark().column() + " " + kept.mark().at(),
                ids);
    return new Made(Segments.KIND.id(segment.id().key()).key());
  }
}
