package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.ColumnType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A first mapping for a file, from what its columns are called and what stands in them. A file with
 * InvoiceNo, StockCode, Quantity, UnitPrice and CustomerID is taken for order lines with their
 * orders and buyers; since no column tells one line from another, it gets no key. A person looks at
 * all of it before anything lands.
 */
public final class MappingSuggestion {
  private static final int SAMPLE = 20_000;
  private static final int MOST_LINES = 1_000_000;
  private static final int MOST_ROWS_OF_A_SHEET = 200_000;
  private static final Map<EntityName, String> FEEDS =
      Map.of(
          Standard.CUSTOMER, "customers",
          Standard.ORDER, "orders",
          Standard.ORDER_LINE, "lines",
          Standard.DELIVERY, "deliveries",
          Standard.EVENT, "events",
          Standard.FEEDBACK, "feedback",
          Standard.POINTS, "points",
          Standard.COUPON, "coupons",
          Standard.COST, "costs");

  /** What tells one row from another where the grain is neither customer nor order. */
  private static final Map<EntityName, List<String>> KEYS =
      Map.of(
          Standard.ORDER_LINE, List.of("order.order_no", "order_line.line_no"),
          Standard.DELIVERY,
              List.of("delivery.campaign", "customer.platform_id", "delivery.sent_at"),
          Standard.EVENT, List.of("event.event_no"),
          Standard.FEEDBACK, List.of("feedback.feedback_no"),
          Standard.COUPON, List.of("coupon.coupon_no"),
          Standard.COST, List.of("cost.day", "cost.channel", "cost.campaign"));

  private static final List<String> NAMES_OF_CUSTOMERS =
      List.of("customer.platform_id", "customer.member_card", "customer.openid");

  /** When it was, for files in which one time can be meant. */
  private static final Map<EntityName, String> TIMES =
      Map.of(
          Standard.ORDER, "order.ordered_at",
          Standard.ORDER_LINE, "order.ordered_at",
          Standard.DELIVERY, "delivery.sent_at",
          Standard.EVENT, "event.happened_at",
          Standard.FEEDBACK, "feedback.happened_at",
          Standard.POINTS, "points.happened_at",
          Standard.COUPON, "coupon.claimed_at",
          Standard.COST, "cost.day");

  private static final Pattern IN_FEN = Pattern.compile("(?i).*([(（_ ](分|fen|cents?)[)）]?)$");

  private static final Pattern NUMBERED = Pattern.compile(".*(id|no|number|code|key|编号|号|码|代码)");

  /** Times of something else than the order or the sending. */
  private static final Pattern OTHER_TIME =
      Pattern.compile(
          "(?i)limit|ship|deliver|due|expir|updat|modif|refund|cancel|birth|regist"
              + "|发货|签收|收货|送达|完成|到期|有效|更新|修改|退款|取消|生日|注册");

  private final Standard standard;
  private final Headings headings = Headings.read();

  public MappingSuggestion(Standard standard) {
    this.standard = standard;
  }

  /** The source that a file's name begins with: {@code crm-会员.xlsx} is of {@code crm}. */
  public static Optional<SourceId> sourceOf(String fileName) {
    var m = Pattern.compile("^([A-Za-z][A-Za-z0-9]{0,19})(?![A-Za-z0-9]).*").matcher(fileName);
    return m.matches()
        ? Optional.of(new SourceId(m.group(1).toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** {@code look} says how the file is read. */
  public Mapping suggest(Path file, String fileName, FileLook look, SourceId source) {
    return suggest(file, fileName, look, source, Optional.empty());
  }

  /**
   * {@code said}: what a row of it is, where a person has said so: 时间 is then a time of that, and
   * 原因 its reason. Throws {@code source.unknown-grain}.
   */
  public Mapping suggest(
      Path file, String fileName, FileLook look, SourceId source, Optional<EntityName> said) {
    said.filter(g -> !FEEDS.containsKey(g))
        .ifPresent(
            g -> {
              throw new FaultException(
                  new Fault.BadQuestion(
                      "source.unknown-grain", "grain", Map.of("grain", g.value())));
            });
    var names = look.columnNames();
    var profiles = new ArrayList<ColumnProfile>();
    names.forEach(n -> profiles.add(new ColumnProfile()));
    var sample = new ArrayList<List<String>>();
    var rows = new DataRows(file, fileName, look.layout());
    rows.each(
        SAMPLE,
        row -> {
          for (int i = 0; i < names.size(); i++)
            profiles.get(i).see(i < row.size() ? row.get(i) : "");
          sample.add(row);
        });
    var grain = said.orElseGet(() -> new Grain(headings).of(names));
    var fields = assign(names, profiles, grain);
    byContent(fields, names, profiles, grain);
    var lines = new ArrayList<Mapping.Line>();
    fields.forEach(
        (i, field) ->
            lines.add(
                new Mapping.Line(
                    names.get(i), field, transforms(names.get(i), profiles.get(i), field))));
    return new Mapping(
        source,
        source.usualLabel(),
        Objects.requireNonNull(FEEDS.get(grain)),
        grain,
        look.layout(),
        key(names, profiles, sample, fields, grain),
        lines,
        grain.equals(Standard.ORDER_LINE) ? kinds(rows, fields) : List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private record Choice(int column, FieldKey field, int cost, boolean part) {}

  /**
   * The likeliest field for each column; no field twice, but for parts of one, and none whose
   * values say otherwise.
   */
  private Map<Integer, FieldKey> assign(
      List<String> names, List<ColumnProfile> profiles, EntityName grain) {
    var parents = standard.entity(grain).orElseThrow().parents();
    var choices = new ArrayList<Choice>();
    for (int i = 0; i < names.size(); i++) {
      for (var candidate : headings.of(names.get(i))) {
        var entity = candidate.field().entity();
        boolean own = entity.equals(grain);
        if (!own && !parents.contains(entity)) continue;
        if (!Standard.mayCarry(grain, candidate.field())) continue;
        if (!profiles.get(i).canBe(candidate.field(), type(candidate.field()))) continue;
        // The row's own fields first, then those of its nearest parent.
        int distance = own ? 0 : 1 + parents.indexOf(entity);
        choices.add(
            new Choice(i, candidate.field(), candidate.rank() + 100 * distance, candidate.part()));
      }
    }
    choices.sort(Comparator.comparingInt(Choice::cost).thenComparingInt(Choice::column));
    var taken = new HashSet<FieldKey>();
    var fields = new TreeMap<Integer, FieldKey>();
    for (var choice : choices) {
      if (fields.containsKey(choice.column())) continue;
      if (choice.part() || taken.add(choice.field())) {
        fields.put(choice.column(), choice.field());
      }
    }
    return fields;
  }

  private ColumnType type(FieldKey field) {
    return standard.field(field).orElseThrow().type();
  }

  /**
   * Columns with names of their own: phones, mail addresses and genders are known by their looks; a
   * time, a sum or an account only when nothing else in the file can be meant.
   */
  private static void byContent(
      Map<Integer, FieldKey> fields,
      List<String> names,
      List<ColumnProfile> profiles,
      EntityName grain) {
    if (grain.equals(Standard.COST)) return; // of nobody, and its words are plain
    put(fields, only(fields, profiles, ColumnProfile::isPhones), "customer.phone");
    put(fields, only(fields, profiles, ColumnProfile::isEmails), "customer.email");
    if (grain.equals(Standard.CUSTOMER)) {
      put(fields, only(fields, profiles, ColumnProfile::isGenders), "customer.gender");
      if (NAMES_OF_CUSTOMERS.stream().anyMatch(f -> has(fields, f))) return;
      IntStream.range(0, names.size())
          .filter(i -> !fields.containsKey(i) && profiles.get(i).tellsRowsApart())
          .filter(i -> NUMBERED.matcher(Headings.normal(names.get(i))).matches())
          .findFirst()
          .ifPresent(i -> fields.put(i, FieldKey.of("customer.platform_id")));
      return;
    }
    if (!has(fields, "order.paid_at")) {
      var time = only(fields, profiles, ColumnProfile::isTimes);
      if (time < 0) time = onlyEpochs(fields, names, profiles);
      boolean other = time >= 0 && OTHER_TIME.matcher(names.get(time)).find();
      if (!other) put(fields, time, Objects.requireNonNull(TIMES.get(grain)));
    }
    if (grain.equals(Standard.ORDER)) {
      put(fields, only(fields, profiles, ColumnProfile::isMoney), "order.amount");
    } else if (grain.equals(Standard.ORDER_LINE) && !has(fields, "order_line.unit_price")) {
      put(fields, only(fields, profiles, ColumnProfile::isMoney), "order_line.amount");
    }
  }

  private static boolean has(Map<Integer, FieldKey> fields, String field) {
    return fields.containsValue(FieldKey.of(field));
  }

  private static void put(Map<Integer, FieldKey> fields, int column, String field) {
    if (column >= 0 && !has(fields, field)) fields.put(column, FieldKey.of(field));
  }

  /** The one column without a field that looks so; −1 when there is none, or more than one. */
  private static int only(
      Map<Integer, FieldKey> fields, List<ColumnProfile> profiles, Predicate<ColumnProfile> looks) {
    var found =
        IntStream.range(0, profiles.size())
            .filter(i -> !fields.containsKey(i) && looks.test(profiles.get(i)))
            .toArray();
    return found.length == 1 ? found[0] : -1;
  }

  /** As {@link #only}; a number that names something is no time, however it looks. */
  private static int onlyEpochs(
      Map<Integer, FieldKey> fields, List<String> names, List<ColumnProfile> profiles) {
    var found =
        IntStream.range(0, profiles.size())
            .filter(i -> !fields.containsKey(i) && profiles.get(i).isEpochs())
            .filter(i -> !NUMBERED.matcher(Headings.normal(names.get(i))).matches())
            .toArray();
    return found.length == 1 ? found[0] : -1;
  }

  private List<Transform> transforms(String name, ColumnProfile profile, FieldKey field) {
    return switch (type(field)) {
      case DAY, MOMENT ->
          profile.isDayFirst()
              ? List.of(new Transform.DayFirst())
              : profile.isMonthFirst() ? List.of(new Transform.MonthFirst()) : List.of();
      case DECIMAL ->
          IN_FEN.matcher(name).matches()
              ? List.of(new Transform.Times(new BigDecimal("0.01")))
              : List.of();
      case TEXT, WHOLE, REAL, FLAG, TEXT_LIST -> List.of();
    };
  }

  /** Columns that name the entity and tell the rows apart; none when no such columns are there. */
  private static List<String> key(
      List<String> names,
      List<ColumnProfile> profiles,
      List<List<String>> sample,
      Map<Integer, FieldKey> fields,
      EntityName grain) {
    var columns = new LinkedHashMap<String, Integer>();
    fields.forEach((i, f) -> columns.put(f.toString(), i));
    if (grain.equals(Standard.ORDER)) {
      return Optional.ofNullable(columns.get("order.order_no")).stream().map(names::get).toList();
    }
    if (grain.equals(Standard.CUSTOMER)) {
      for (var field : NAMES_OF_CUSTOMERS) {
        var i = columns.get(field);
        if (i != null && profiles.get(i).tellsRowsApart()) return List.of(names.get(i));
      }
      return List.of();
    }
    if (grain.equals(Standard.POINTS)) return ownNumber(names, profiles, fields);
    var parts = Objects.requireNonNull(KEYS.get(grain));
    var at = new ArrayList<Integer>();
    for (var part : parts) {
      var i = columns.get(part);
      if (i == null || !profiles.get(i).isFilled()) return List.of();
      at.add(i);
    }
    var distinct = new HashSet<List<String>>();
    for (var row : sample)
      distinct.add(at.stream().map(i -> i < row.size() ? row.get(i) : "").toList());
    return distinct.size() >= 0.98 * sample.size()
        ? at.stream().map(names::get).toList()
        : List.of();
  }

  /**
   * Two awards of 10 points on one day are two, however alike: only a number of its own, such as
   * 流水号, tells one from the other. Without it the line of the file counts.
   */
  private static List<String> ownNumber(
      List<String> names, List<ColumnProfile> profiles, Map<Integer, FieldKey> fields) {
    return IntStream.range(0, names.size())
        .filter(i -> !fields.containsKey(i) && profiles.get(i).tellsEveryRowApart())
        .filter(i -> NUMBERED.matcher(Headings.normal(names.get(i))).matches())
        .mapToObj(names::get)
        .limit(1)
        .toList();
  }

  private static List<Mapping.KindRule> kinds(DataRows rows, Map<Integer, FieldKey> fields) {
    int code = column(fields, "order_line.product_code");
    int name = column(fields, "order_line.product_name");
    if (code < 0 && name < 0) return List.of();
    var kinds = new LineKinds();
    rows.each(
        rows.isWorkbook() ? MOST_ROWS_OF_A_SHEET : MOST_LINES,
        row -> kinds.see(cell(row, code), cell(row, name)));
    return kinds.rules();
  }

  private static int column(Map<Integer, FieldKey> fields, String field) {
    return fields.entrySet().stream()
        .filter(e -> e.getValue().toString().equals(field))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(-1);
  }

  private static String cell(List<String> row, int column) {
    return column >= 0 && column < row.size() ? row.get(column) : "";
  }
}
