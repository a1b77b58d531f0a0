package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Messages;
import io.gongbi.quality.Diagnosis;
import io.gongbi.quality.DiagnosisFile;
import io.gongbi.quality.Dimension;
import io.gongbi.quality.Scorecard;
import io.gongbi.source.FeedId;
import io.gongbi.source.SourceId;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A diagnosis in the words of its reader: advice as sentences, and the workbook. */
final class DiagnosisWords {
  private final Gongbi gongbi;
  private final Locale locale;
  private final Map<SourceId, Label> sources;

  DiagnosisWords(Gongbi gongbi, Locale locale) {
    this.gongbi = gongbi;
    this.locale = locale;
    this.sources = gongbi.mappings().labels();
  }

  /** {@code mend-at-source}. */
  static String code(Diagnosis.Advice.What what) {
    return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String advice(Diagnosis.Advice advice) {
    return Messages.say(
        "quality.next-" + code(advice.what()),
        Map.of(
            "feed", feed(advice.feed()),
            "field", advice.field().map(this::field).orElse(""),
            "reason", advice.reason().map(this::reason).orElse(""),
            "n", "%,d".formatted(advice.rows())),
        locale);
  }

  /** Without its full stop, as it stands in a sentence of another. */
  private String reason(String reason) {
    return QualityResource.said(gongbi, reason, locale).replaceAll("[。.]$", "");
  }

  String fileName(Diagnosis diagnosis) {
    var whose =
        diagnosis
            .source()
            .flatMap(s -> Optional.ofNullable(sources.get(s)))
            .map(l -> in(l) + "-")
            .orElse("");
    return whose + say("数据诊断", "data-diagnosis") + "-" + diagnosis.asOf();
  }

  DiagnosisFile file(Diagnosis diagnosis) {
    return new DiagnosisFile(
        List.of(feeds(diagnosis), fields(diagnosis), troubles(diagnosis), next(diagnosis)));
  }

  private DiagnosisFile.Sheet feeds(Diagnosis diagnosis) {
    return new DiagnosisFile.Sheet(
        say("总览", "Overview"),
        List.of(
            say("数据", "Data"),
            say("文件数", "Files"),
            say("最近导入", "Last import"),
            say("导入行数", "Rows landed"),
            say("可用", "Usable"),
            say("隔离", "Quarantined"),
            say("重复合并", "Merged"),
            say("被新数据替换", "Superseded"),
            say("去掉的值", "Values dropped"),
            say("人工改正", "Corrections"),
            say("批量修正", "Bulk repairs"),
            say("已搁置的行", "Rows set aside"),
            say("得分", "Score"),
            say("清洗前", "Before cleaning"),
            say("清洗后", "After cleaning")),
        diagnosis.feeds().stream()
            .map(
                f ->
                    List.of(
                        Value.of(feed(f.feed())),
                        Value.of(f.came().files()),
                        f.came()
                            .last()
                            .map(at -> Value.of(gongbi.asOf().dayOf(at)))
                            .orElseGet(Value::missing),
                        Value.of(f.counts().landed()),
                        Value.of(f.counts().clean()),
                        Value.of(f.counts().quarantined()),
                        Value.of(f.counts().merged()),
                        Value.of(f.counts().superseded()),
                        Value.of(f.done().dropped()),
                        Value.of(f.done().corrections()),
                        Value.of(f.done().repairs()),
                        Value.of(f.done().dismissed()),
                        points(f.score().score()),
                        points(f.score().before().score()),
                        points(f.score().after().score())))
            .toList());
  }

  private DiagnosisFile.Sheet fields(Diagnosis diagnosis) {
    var heads = new ArrayList<>(List.of(say("数据", "Data"), say("字段", "Field")));
    heads.add(say("得分", "Score"));
    for (var dimension : OF_FIELDS) {
      heads.add(name(dimension) + say("（清洗前）", " (before)"));
      heads.add(name(dimension) + say("（清洗后）", " (after)"));
    }
    return new DiagnosisFile.Sheet(
        say("字段", "Fields"),
        heads,
        diagnosis.feeds().stream()
            .flatMap(f -> f.score().fields().stream().map(one -> field(f.feed(), one)))
            .toList());
  }

  private static final List<Dimension> OF_FIELDS =
      List.of(
          Dimension.COMPLETENESS, Dimension.VALIDITY, Dimension.UNIQUENESS, Dimension.CONSISTENCY);

  private List<Value> field(FeedId feed, Scorecard.OfField field) {
    return Stream.concat(
            Stream.of(Value.of(feed(feed)), Value.of(field(field.field())), points(field.score())),
            OF_FIELDS.stream()
                .flatMap(
                    d ->
                        Stream.of(
                            points(Optional.ofNullable(field.before().dimensions().get(d))),
                            points(Optional.ofNullable(field.after().dimensions().get(d))))))
        .toList();
  }

  private DiagnosisFile.Sheet troubles(Diagnosis diagnosis) {
    return new DiagnosisFile.Sheet(
        say("问题", "Problems"),
        List.of(
            say("数据", "Data"),
            say("字段", "Field"),
            say("原因", "Reason"),
            say("处理", "What happened"),
            say("共几处", "Found"),
            say("例子", "Example"),
            say("这个值的行数", "Rows with it"),
            say("文件", "File"),
            say("行号", "Line")),
        diagnosis.feeds().stream()
            .flatMap(
                f ->
                    f.troubles().stream()
                        .flatMap(t -> t.examples().stream().map(e -> row(f.feed(), t, e))))
            .toList());
  }

  private List<Value> row(FeedId feed, Diagnosis.Trouble trouble, Diagnosis.Example example) {
    return List.of(
        Value.of(feed(feed)),
        Value.of(trouble.field().map(this::field).orElse(say("整行", "Whole row"))),
        Value.of(QualityResource.said(gongbi, trouble.reason(), locale)),
        Value.of(
            switch (trouble.severity()) {
              case "quarantine" -> say("整行隔离", "Row quarantined");
              case "warn" -> say("去掉这个值", "Value dropped");
              case "capped" -> say("截到上下限", "Capped");
              default -> say("提醒", "Reminded");
            }),
        Value.of(trouble.found()),
        Value.of(example.value().orElse(say("（空）", "(empty)"))),
        Value.of(example.rows()),
        Value.of(example.file()),
        Value.of(example.line()));
  }

  private DiagnosisFile.Sheet next(Diagnosis diagnosis) {
    return new DiagnosisFile.Sheet(
        say("下一步", "Next steps"),
        List.of(say("建议", "Advice")),
        diagnosis.next().stream().map(a -> List.of(Value.of(advice(a)))).toList());
  }

  private String feed(FeedId feed) {
    var grain =
        gongbi
            .mappings()
            .find(feed)
            .map(m -> m.grain())
            .flatMap((EntityName g) -> gongbi.standard().entity(g))
            .map(e -> in(e.label()))
            .orElse(feed.feed());
    return in(sources.getOrDefault(feed.source(), Label.typed(feed.source().value())))
        + " · "
        + grain;
  }

  private String field(String key) {
    return gongbi.standard().field(FieldKey.of(key)).map(Field::label).map(this::in).orElse(key);
  }

  private String name(Dimension dimension) {
    return switch (dimension) {
      case COMPLETENESS -> say("完整性", "Completeness");
      case VALIDITY -> say("有效性", "Validity");
      case UNIQUENESS -> say("唯一性", "Uniqueness");
      case CONSISTENCY -> say("合规性", "Consistency");
      case TIMELINESS -> say("及时性", "Timeliness");
    };
  }

  /** Out of a hundred, to one decimal. */
  private static Value points(Optional<Double> share) {
    return share
        .map(s -> Value.of(BigDecimal.valueOf(s * 100).setScale(1, RoundingMode.HALF_UP)))
        .orElseGet(Value::missing);
  }

  private String in(Label label) {
    return say(label.zh(), label.en());
  }

  private String say(String zh, String en) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? zh : en;
  }
}
