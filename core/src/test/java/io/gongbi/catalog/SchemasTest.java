package io.gongbi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A letter stands for every body: a family, names, ids, what may lack, what is only read. */
class SchemasTest {
  sealed interface Stamp {
    record Paid(BigDecimal amount) implements Stamp {}

    record Free() implements Stamp {}
  }

  enum Speed {
    SLOW,
    VERY_FAST
  }

  enum Paper {
    WHITE
  }

  record LetterId(long value) {}

  record Letter(
      LetterId id,
      Label subject,
      Stamp stamp,
      Speed speed,
      Paper paper,
      List<String> pages,
      Map<String, Long> weights,
      Optional<LocalDate> sentOn,
      Value found,
      @Nullable String note) {}

  record Mailbag(List<Letter> letters) {}

  /** Sealed, and nobody said how it is written. */
  sealed interface Secret {
    record Hidden() implements Secret {}
  }

  record Envelope(Secret inside) {}

  private static final Codec CODEC =
      Codec.of(
          List.of(
              Family.of(Stamp.class).with("paid", Stamp.Paid.class).with("free", Stamp.Free.class),
              Written.lower(Speed.class)));

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  private static String ref(String name) {
    return "{'$ref':'#/components/schemas/" + name + "'}";
  }

  @Test
  void record_isDescribedAsItIsWritten() {
    var schemas = CODEC.schemas();
    assertThat(schemas.written(Letter.class)).isEqualTo(json(ref("SchemasTestLetter")));
    assertThat(schemas.components().get("SchemasTestLetter"))
        .isEqualTo(
            json(
                """
                {'type':'object',
                 'properties':{
                   'id':{'type':'integer','format':'int64'},
                   'subject':%s,
                   'stamp':%s,
                   'speed':%s,
                   'paper':%s,
                   'pages':{'type':'array','items':{'type':'string'}},
                   'weights':{'type':'object','additionalProperties':{'type':'integer','format':'int64'}},
                   'sentOn':{'type':'string','format':'date'},
                   'found':%s,
                   'note':{'anyOf':[{'type':'string'},{'type':'null'}]}},
                 'required':['id','subject','stamp','speed','paper','pages','weights','found','note'],
                 'additionalProperties':false}
                """
                    .formatted(
                        ref("Label"),
                        ref("SchemasTestStamp"),
                        ref("SchemasTestSpeed"),
                        ref("SchemasTestPaper"),
                        ref("Value"))));
  }

  @Test
  void enum_hasTheNamesThatAreWritten() {
    var schemas = CODEC.schemas();
    schemas.written(Letter.class);
    assertThat(schemas.components().get("SchemasTestSpeed"))
        .isEqualTo(json("{'type':'string','enum':['slow','veryFast']}"));
    assertThat(schemas.components().get("SchemasTestPaper"))
        .isEqualTo(json("{'type':'string','enum':['WHITE']}"));
  }

  @Test
  void family_isOneOfItsMembers_byTheirType() {
    var schemas = CODEC.schemas();
    schemas.read(Stamp.class);
    var components = schemas.components();
    assertThat(components.get("SchemasTestStamp"))
        .isEqualTo(
            json(
                """
                {'oneOf':[%s,%s],
                 'discriminator':{'propertyName':'type','mapping':{
                   'free':'#/components/schemas/SchemasTestStampFree',
                   'paid':'#/components/schemas/SchemasTestStampPaid'}}}
                """
                    .formatted(ref("SchemasTestStampFree"), ref("SchemasTestStampPaid"))));
    assertThat(components.get("SchemasTestStampPaid"))
        .isEqualTo(
            json(
                """
                {'type':'object',
                 'properties':{'type':{'type':'string','const':'paid'},'amount':{'type':'number'}},
                 'required':['type','amount'],'additionalProperties':false}
                """));
  }

  /** A reader takes a missing list for an empty one, a writer always writes it. */
  @Test
  void list_isRequired_onlyWhereItIsWritten() {
    var read = CODEC.schemas();
    read.read(Mailbag.class);
    assertThat(read.components().get("SchemasTestMailbag").has("required")).isFalse();
    assertThat(read.components().get("SchemasTestLetter").get("required"))
        .isEqualTo(json("['id','subject','stamp','speed','paper','found','note']"));
    assertThat(read.components().get("SchemasTestLetter").get("properties").get("subject"))
        .isEqualTo(json("{'anyOf':[" + ref("Label") + ",{'type':'string'}]}"));

    var both = CODEC.schemas();
    both.read(Mailbag.class);
    both.written(Letter.class);
    assertThat(both.components().get("SchemasTestMailbag").has("required")).isFalse();
    assertThat(both.components().get("SchemasTestLetter").get("required"))
        .isEqualTo(
            json("['id','subject','stamp','speed','paper','pages','weights','found','note']"));
  }

  @Test
  void type_isRefused_whenNobodySaidHowItIsWritten() {
    assertThatThrownBy(() -> CODEC.schemas().written(Envelope.class))
        .hasMessageContaining("no shape tells how");
  }
}
