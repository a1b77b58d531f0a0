package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.TestData;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Progress;
import io.gongbi.standard.EntityName;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the lines of a file that lands. */
final class LandedLinesTest extends LandingFolder {
  @Test
  void columns_areFoundByName_whateverTheirOrder() throws IOException {
    land("a.csv", "卡号,姓名\nA1, 王芳 \n", gbk(), "卡号", "姓名");
    land("b.csv", "姓名,等级,卡号\n李雷,金卡,A2\n", Layout.csv(), "卡号", "姓名");
    assertThat(landed()).containsExactly("1|2|||A1| 王芳 |", "2|2|||A2|李雷|金卡");
  }

  private static Layout gbk() {
    return new Layout(Layout.Format.CSV, "GB18030", ',', '"', true, 0, Optional.empty());
  }

  @Test
  void linesThatAreNoRows_landWithTheirReason() throws IOException {
    var batch = land("a.csv", "卡号,姓名\nA1,王芳\nA2\nA3,韩梅梅\n", Layout.csv(), "卡号", "姓名");
    assertThat(batch.landed()).isEqualTo(3);
    assertThat(batch.unreadable()).isEqualTo(1);
    assertThat(landed())
        .containsExactly("1|2|||A1|王芳", "1|3|row.missing-columns|A2||", "1|4|||A3|韩梅梅");
  }

  /** One quote that is never closed costs its line; ragged and damaged lines cost theirs. */
  @Test
  void everyLineOfAnUglyFile_isARowOrHasItsReason() throws IOException {
    var batch =
        land(
            "a.csv",
            "卡号,姓名\r\nA1,\"王\r\n芳\"\nA2,\"李雷\nA3,韩梅梅,\r\n\n,\nA4,a\rb\nA5,\"x\"y\nA6\nA7,\0\nA8,z,1\nA9,\"赵\" \n",
            Layout.csv(),
            "卡号",
            "姓名");
    assertThat(landed())
        .containsExactly(
            "1|2|||A1|王\r\n芳",
            "1|4|row.unclosed-quote:4|A2,\"李雷||",
            "1|5|||A3|韩梅梅",
            "1|8|||A4|a\rb",
            "1|9|row.stray-quote:6|A5,\"x\"y||",
            "1|10|row.missing-columns|A6||",
            "1|11|row.nul:4|A7,␀||",
            "1|12|row.too-many-columns|A8,z,1||",
            "1|13|||A9|赵");
    assertThat(batch.rows()).isEqualTo(4);
    assertThat(batch.unreadable()).isEqualTo(5);
  }

  @Test
  void quoteThatIsNeverClosed_inAFileOfAHundredThousandLines_costsOneLine() throws IOException {
    var text = new StringBuilder("卡号,姓名\n");
    for (int i = 2; i <= 100_001; i++)
      text.append('A').append(i).append(i == 5000 ? ",\"x" : ",x").append('\n');
    var batch = land("a.csv", text.toString(), Layout.csv(), "卡号", "姓名");
    assertThat(batch.rows()).isEqualTo(99_999);
    assertThat(batch.unreadable()).isEqualTo(1);
    assertThat(
            warehouse
                .query(
                    Sql.of(
                        """
                        select t.line, t.unreadable
                        from {source.crm_members} t
                        where t.unreadable is not null
                           or t.c1 <> 'A' || t.line
                        """),
                    View.everything())
                .only()
                .cells())
        .containsExactly(Value.of(5_000), Value.of("row.unclosed-quote:7"));
  }

  @Test
  void lineWithoutEnd_isOneLine() throws IOException {
    var batch =
        land(
            "a.csv",
            "卡号,姓名\nA1,王芳\nA2," + "x".repeat(5_000_000) + "\nA3,李雷\n",
            Layout.csv(),
            "卡号",
            "姓名");
    assertThat(batch.rows()).isEqualTo(2);
    assertThat(batch.unreadable()).isEqualTo(1);
    assertThat(landed())
        .extracting(r -> r.substring(0, Math.min(20, r.length())))
        .containsExactly("1|2|||A1|王芳", "1|3|row.too-long|A2,", "1|4|||A3|李雷");
  }

  @Test
  void onlineRetail_landsLineByLine() {
    var file = TestData.file("online-retail/online-retail.csv.gz");
    var layout = Looks.look(file, "online-retail.csv.gz").layout();
    var mapping =
        new Mapping(
            new SourceId("retail"),
            Label.typed("Online retail"),
            "lines",
            new EntityName("order_line"),
            layout,
            List.of(),
            List.of(Mapping.Line.of("InvoiceNo", "order.order_no")),
            List.of(),
            Optional.empty(),
            Optional.empty());
    var batch =
        TestLanding.land(landing, file, "online-retail.csv.gz", mapping, false, Progress.NONE);
    assertThat(batch.landed()).isEqualTo(541_909);
    assertThat(batch.unreadable()).isZero();
    var counts =
        warehouse
            .query(
                Sql.of(
                    """
                    select count(distinct t.c1) as invoices,
                           count(distinct t.c7) as customers,
                           count(*) filter (where t.c7 is null) as anonymous,
                           min(t.line) as first_line,
                           max(t.line) as last_line
                    from {source.retail_lines} t
                    """),
                View.everything())
            .only();
    assertThat(counts.cells())
        .containsExactly(
            Value.of(25_900), Value.of(4_372), Value.of(135_080), Value.of(2), Value.of(541_910));
  }
}
