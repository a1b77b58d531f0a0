package io.gongbi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores worked out by hand. */
final class LinkScoreTest {
  private static final Offset<Double> CLOSE = Offset.offset(1e-12);

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  /**
   * Persons p {a, b, c} and q {d}, customers 1 {a, b} and 2 {c, d}. Of the pairs of p, a–b and a–c
   * have a phone in common; b–c have nothing.
   */
  @Test
  void pairsAndRecords_areCountedByHand() throws IOException, SQLException {
    var score =
        LinkScore.of(
            file(
                "links.csv",
                """
                source,source_record_id,customer_id
                crm,a,1
                crm,b,1
                crm,c,2
                crm,d,2
                crm,stray,3
                """),
            file(
                "truth.csv",
                """
                source,record_key,person
                crm,a,p
                crm,b,p
                crm,c,p
                crm,d,q
                """),
            Optional.of(
                file(
                    "evidence.csv",
                    """
                    source,record_key,kind,value
                    crm,a,phone,13900000001
                    crm,b,phone,13900000001
                    crm,a,phone,13900000002
                    crm,c,phone,13900000002
                    crm,d,phone,13900000002
                    crm,b,email,x@y.cn
                    crm,a,email,x@y.cn
                    """)));
    assertThat(score.records()).isEqualTo(4);
    assertThat(score.persons()).isEqualTo(2);
    assertThat(score.customers()).isEqualTo(2);
    assertThat(score.unlinked()).isZero();
    assertThat(score.unknown()).isEqualTo(1);
    assertThat(score.precision()).as("a–b of a–b and c–d").isEqualTo(1 / 2.0);
    assertThat(score.recall()).as("a–b of a–b, a–c, b–c").isEqualTo(1 / 3.0);
    assertThat(score.cubedPrecision()).as("1, 1, ½, ½").isCloseTo(3 / 4.0, CLOSE);
    assertThat(score.cubedRecall()).as("⅔, ⅔, ⅓, 1").isCloseTo(8 / 12.0, CLOSE);
    assertThat(score.telling()).as("a–b once, though they share two; a–c").contains(2L);
    assertThat(score.recallOfTelling()).contains(1 / 2.0);
    assertThat(score.mixed()).isEqualTo(1);
    assertThat(score.mostPersons()).isEqualTo(2);
    assertThat(said(score))
        .contains("F1 0.4000", "(1 right of 2 made, 3 to be found)", "made of 2 persons");
  }

  /** Records that no customer has are apart, from each other too. */
  @Test
  void records_thatWereLost_areCustomersOfTheirOwn() throws IOException, SQLException {
    var score =
        LinkScore.of(
            file("links.csv", "source,source_record_id,customer_id\ncrm,a,1\n"),
            file("truth.csv", "source,record_key,person\ncrm,a,p\ncrm,b,p\nshop,b,p\n"),
            Optional.empty());
    assertThat(score.unlinked()).isEqualTo(2);
    assertThat(score.customers()).isEqualTo(3);
    assertThat(score.precision()).as("none was made, so none is wrong").isEqualTo(1);
    assertThat(score.recall()).isZero();
    assertThat(score.recallOfTelling()).isEmpty();
    assertThat(said(score)).contains("F1 0.0000").doesNotContain("evidence");
  }

  private static String said(LinkScore score) {
    var bytes = new ByteArrayOutputStream();
    score.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
