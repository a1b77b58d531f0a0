package io.gongbi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A recipe book stands for every concept: families inside families, ids, values, what may lack. */
class CodecTest {
  sealed interface Step {
    record Cut(Ingredient what, int pieces) implements Step {
      public Cut {
        if (pieces < 1) throw Faults.bad("cut.no-pieces", "pieces");
      }
    }

    record Wait(Length length) implements Step {}

    record Both(List<Step> steps) implements Step {
      public Both {
        steps = List.copyOf(steps);
      }
    }

    record Nothing() implements Step {}
  }

  sealed interface Length {
    record Minutes(int minutes) implements Length {}

    record UntilDone() implements Length {}
  }

  record Ingredient(String shelf, String name) {
    Ingredient {
      if (name.isBlank()) throw new IllegalArgumentException("an ingredient has a name");
    }

    static Ingredient of(String dotted) {
      int dot = dotted.indexOf('.');
      if (dot < 0) throw new IllegalArgumentException("no shelf in " + dotted);
      return new Ingredient(dotted.substring(0, dot), dotted.substring(dot + 1));
    }

    @Override
    public String toString() {
      return shelf + "." + name;
    }
  }

  record CookId(String value) {}

  record Guests(long value) {}

  enum Taste {
    SWEET,
    SWEET_AND_SOUR
  }

  enum Heat {
    LOW,
    HIGH
  }

  record Recipe(
      Label label,
      CookId cook,
      Optional<Guests> guests,
      List<Step> steps,
      Optional<Step> instead,
      Taste taste,
      Set<Heat> heats,
      Map<Ingredient, BigDecimal> grams,
      Value note,
      boolean secret,
      Instant writtenAt,
      LocalDate day) {}

  private static final List<Shape> SHAPES =
      List.of(
          Family.of(Step.class)
              .with("cut", Step.Cut.class)
              .with("wait", Step.Wait.class)
              .with("both", Step.Both.class)
              .with("nothing", Step.Nothing.class),
          Family.of(Length.class)
              .with("minutes", Length.Minutes.class)
              .with("untilDone", Length.UntilDone.class),
          Written.of(Ingredient.class, Ingredient::of),
          Written.lower(Taste.class));

  private static final Codec CODEC = Codec.of(Kind.of("recipe", Recipe.class, SHAPES));

  private static final Recipe RECIPE =
      new Recipe(
          new Label("咕噜肉", "Sweet and sour pork"),
          new CookId("lin"),
          Optional.of(new Guests(4)),
          List.of(
              new Step.Cut(new Ingredient("meat", "pork"), 12),
              new Step.Both(
                  List.of(
                      new Step.Wait(new Length.Minutes(20)),
                      new Step.Wait(new Length.UntilDone()))),
              new Step.Nothing()),
          Optional.empty(),
          Taste.SWEET_AND_SOUR,
          Set.of(Heat.HIGH),
          Map.of(new Ingredient("spice", "sugar"), new BigDecimal("30.50")),
          Value.of(LocalDate.parse("2026-01-31")),
          true,
          Instant.parse("2026-01-31T08:00:00.123456Z"),
          LocalDate.parse("2026-01-31"));

  private static final String JSON =
      """
      {"label":{"zh":"咕噜肉","en":"Sweet and sour pork"},"cook":"lin","guests":4,\
      "steps":[{"type":"cut","what":"meat.pork","pieces":12},\
      {"type":"both","steps":[{"type":"wait","length":{"type":"minutes","minutes":20}},\
      {"type":"wait","length":{"type":"untilDone"}}]},{"type":"nothing"}],\
      "taste":"sweetAndSour","heats":["HIGH"],"grams":{"spice.sugar":30.50},\
      "note":{"day":"2026-01-31"},"secret":true,"writtenAt":"2026-01-31T08:00:00.123456Z",\
      "day":"2026-01-31"}\
      """;

  @Test
  void records_areWrittenUnderDeclaredNames() {
    assertThat(CODEC.write(RECIPE)).isEqualTo(JSON);
  }

  @Test
  void records_areReadAsTheyWereWritten() {
    assertThat(CODEC.read(JSON, Recipe.class)).isEqualTo(RECIPE);
  }

  @Test
  void whatMayLack_mayLack() {
    var poor =
        """
        {"label":{"zh":"水","en":"Water"},"cook":"lin","taste":"sweet","note":null,"secret":false,
         "guests":null,"writtenAt":"2026-01-31T08:00:00Z","day":"2026-01-31"}
        """;
    assertThat(CODEC.read(poor, Recipe.class))
        .isEqualTo(
            new Recipe(
                new Label("水", "Water"),
                new CookId("lin"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Taste.SWEET,
                Set.of(),
                Map.of(),
                Value.missing(),
                false,
                Instant.parse("2026-01-31T08:00:00Z"),
                LocalDate.parse("2026-01-31")));
  }

  @Test
  void label_thatWasTypedOnce_standsInBothLanguages() {
    assertThat(CODEC.read("\"水\"", Label.class)).isEqualTo(new Label("水", "水"));
    assertThat(faults(JSON.replace("{\"zh\":\"咕噜肉\",\"en\":\"Sweet and sour pork\"}", "\" \"")))
        .containsExactly(bad("json.refused", "label", "why", "a label needs words"));
  }

  @Test
  void everythingWrong_isSaidAtOnceWithItsPlace() {
    var wrong =
        """
        {"label":{"zh":"","en":"x"},"cook":7,"guests":"four","taste":"salty","heats":["MEDIUM"],
         "steps":[{"type":"cut","what":"pork","pieces":0},{"type":"fry"},
                  {"type":"both","steps":[{"type":"wait","length":{"type":"minutes"}}]},
                  {"pieces":1},"stir"],
         "grams":{"spice.":1,"spice.salt":"3"},"note":{"day":"2026-02-30"},"sercet":true,
         "writtenAt":"yesterday","day":20260131}
        """;
    assertThat(faults(wrong))
        .containsExactly(
            bad("json.refused", "label", "why", "a label needs words"),
            bad("json.expected", "cook", "expected", "text", "found", "7"),
            bad("json.expected", "guests", "expected", "whole", "found", "\"four\""),
            bad("json.refused", "steps[0].what", "why", "no shelf in pork"),
            bad(
                "json.unknown-type",
                "steps[1].type",
                "found",
                "fry",
                "known",
                "both, cut, nothing, wait"),
            bad("json.missing", "steps[2].steps[0].length.minutes"),
            bad("json.missing", "steps[3].type"),
            bad("json.expected", "steps[4]", "expected", "object", "found", "\"stir\""),
            bad("json.refused", "taste", "why", "no such name: salty"),
            bad("json.not-one-of", "heats[0]", "found", "MEDIUM", "known", "HIGH, LOW"),
            bad("json.refused", "grams.spice.", "why", "an ingredient has a name"),
            bad("json.expected", "grams.spice.salt", "expected", "number", "found", "\"3\""),
            bad("json.expected", "note.day", "expected", "day", "found", "2026-02-30"),
            bad("json.missing", "secret"),
            bad("json.expected", "writtenAt", "expected", "moment", "found", "\"yesterday\""),
            bad("json.expected", "day", "expected", "day", "found", "20260131"),
            bad(
                "json.unknown-property",
                "sercet",
                "found",
                "sercet",
                "known",
                "cook, day, grams, guests, heats, instead, label, note, secret, steps, taste,"
                    + " writtenAt"));
  }

  @Test
  void faultOfARecord_getsItsPlaceInTheWhole() {
    var wrong = JSON.replace("\"pieces\":12", "\"pieces\":0");
    assertThat(faults(wrong)).containsExactly(bad("cut.no-pieces", "steps[0].pieces"));
  }

  @Test
  void malformedText_isTold() {
    assertThat(faults("{\"label\":"))
        .singleElement()
        .extracting(Fault::code)
        .isEqualTo("json.malformed");
    assertThat(faults(JSON + "}"))
        .singleElement()
        .extracting(Fault::code)
        .isEqualTo("json.malformed");
    assertThat(faults("{\"cook\":\"a\",\"cook\":\"b\"}"))
        .singleElement()
        .extracting(Fault::code)
        .isEqualTo("json.malformed");
    assertThat(faults("[")).singleElement().extracting(Fault::place).isEqualTo("1:2");
    assertThat(faults("")).containsExactly(bad("json.missing", ""));
    assertThat(faults("[".repeat(5_000)))
        .singleElement()
        .extracting(Fault::code)
        .isEqualTo("json.malformed");
  }

  @Test
  void values_keepTheirKind() {
    var values =
        Map.of(
            "\"上海\"", Value.of("上海"),
            "7", Value.of(7),
            "7.0", Value.of(new BigDecimal("7.0")),
            "0.25", Value.of(new BigDecimal("0.25")),
            "true", Value.of(true),
            "null", Value.missing(),
            "{\"day\":\"2026-01-31\"}", Value.of(LocalDate.parse("2026-01-31")),
            "{\"moment\":\"2026-01-31T00:00:00Z\"}",
                Value.of(Instant.parse("2026-01-31T00:00:00Z")),
            "[\"a\",\"b\"]", Value.of(List.of("a", "b")));
    values.forEach(
        (json, value) -> {
          assertThat(CODEC.read(json, Value.class)).isEqualTo(value);
          assertThat(CODEC.write(value)).isEqualTo(json);
        });
    assertThat(CODEC.write(Value.of(new BigDecimal("7")))).isEqualTo("7.0");
    assertThat(CODEC.write(Value.of(new BigDecimal("1E+3")))).isEqualTo("1000.0");
    assertThat(CODEC.write(Value.of(0.5))).isEqualTo("0.5");
    assertThat(refused("1e999999999", Value.class))
        .extracting(Fault::code)
        .containsExactly("json.expected");
    assertThat(refused("[1]", Value.class)).extracting(Fault::place).containsExactly("[0]");
    assertThat(refused("{\"day\":\"x\",\"moment\":\"y\"}", Value.class))
        .extracting(Fault::code)
        .containsExactly("json.expected");
  }

  @Test
  void table_isColumnsAndRows() {
    var table =
        new Table(
            List.of(
                Column.open("day", ColumnType.DAY),
                Column.open("seen_at", ColumnType.MOMENT),
                Column.open("amount", ColumnType.DECIMAL),
                Column.open("cities", ColumnType.TEXT_LIST)),
            List.of(
                List.of(
                    Value.of(LocalDate.parse("2026-01-31")),
                    Value.of(Instant.parse("2026-01-31T00:00:00Z")),
                    Value.of(new BigDecimal("12.5000")),
                    Value.of(List.of("上海"))),
                List.of(Value.missing(), Value.missing(), Value.missing(), Value.missing())));
    assertThat(CODEC.write(table))
        .isEqualTo(
            """
            {"columns":[{"name":"day","type":"day"},{"name":"seen_at","type":"moment"},\
            {"name":"amount","type":"decimal"},{"name":"cities","type":"textList"}],\
            "rows":[["2026-01-31","2026-01-31T00:00:00Z",12.5000,["上海"]],[null,null,null,null]]}\
            """);
  }

  /** The HTTP side reads and writes through the mapper, also inside lists and maps. */
  @Test
  void mapper_readsAndWritesJustSo() throws Exception {
    assertThat(CODEC.mapper().readValue(JSON, Recipe.class)).isEqualTo(RECIPE);
    assertThat(CODEC.mapper().writeValueAsString(Map.of("recipes", List.of(RECIPE))))
        .isEqualTo("{\"recipes\":[" + JSON + "]}");
    assertThatThrownBy(() -> CODEC.mapper().readValue("{\"type\":\"fry\"}", Step.class))
        .isInstanceOf(FaultException.class);
    assertThat(CODEC.mapper().readValue("{\"type\":\"nothing\"}", Step.class))
        .isEqualTo(new Step.Nothing());
  }

  @Test
  void zonesAndCurrencies_areStrings() {
    record Place(ZoneId zone, Currency currency, DefinitionId tag) {}
    var place =
        new Place(
            ZoneId.of("Asia/Shanghai"),
            Currency.getInstance("CNY"),
            new DefinitionId("tag", "vip"));
    var json = "{\"zone\":\"Asia/Shanghai\",\"currency\":\"CNY\",\"tag\":\"tag/vip\"}";
    assertThat(CODEC.write(place)).isEqualTo(json);
    assertThat(CODEC.read(json, Place.class)).isEqualTo(place);
    assertThat(
            refused(
                "{\"zone\":\"Mars/Olympus\",\"currency\":\"XYZW\",\"tag\":\"vip\"}", Place.class))
        .extracting(Fault::place)
        .containsExactly("zone", "currency", "tag");
  }

  @Test
  void family_mustNameEveryMember() {
    var half = Family.of(Length.class).with("minutes", Length.Minutes.class);
    assertThatThrownBy(() -> Codec.of(List.of(half))).hasMessageContaining("UntilDone");
  }

  @Test
  void kind_mustBringTheShapesOfAllThatItHolds() {
    record Plan(Optional<List<Length>> lengths) {}
    assertThatThrownBy(() -> Codec.of(Kind.of("plan", Plan.class, List.of())))
        .hasMessageContaining("Length");
  }

  @Test
  void name_isGivenOnce() {
    var family = Family.of(Length.class).with("minutes", Length.Minutes.class);
    assertThatThrownBy(() -> family.with("minutes", Length.UntilDone.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> family.with("m", Length.Minutes.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Fault> faults(String json) {
    return refused(json, Recipe.class);
  }

  private static List<Fault> refused(String json, Class<?> type) {
    return catchThrowableOfType(FaultException.class, () -> CODEC.read(json, type)).faults();
  }

  private static Fault bad(String code, String place, String... words) {
    return switch (words.length) {
      case 0 -> new Fault.BadQuestion(code, place, Map.of());
      case 2 -> new Fault.BadQuestion(code, place, Map.of(words[0], words[1]));
      default -> new Fault.BadQuestion(code, place, Map.of(words[0], words[1], words[2], words[3]));
    };
  }
}
