package io.gongbi.segment;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.gongbi.TestCompany;
import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the house as a list. */
final class SegmentListTest {
  private static final Viewer HU =
      new Viewer(
          new UserId("hu"),
          new Role(
              "south",
              Set.of(Right.VIEW, Right.EXPORT),
              new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海")),
              false,
              Set.of()));

  @TempDir Path folder;
  private TestCompany company;
  private DefinitionId everyone;

  /** Ann of Shanghai bought for 100.50; Bo's name is what Excel would take for a formula. */
  @BeforeEach
  void open() {
    company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    company
        .members(
            """
            id name    phone       city
            a  Ann     13900000001 上海
            b  =cmd()  13900000002 北京
            """)
        .orders(
            """
            no paid                status    amount phone
            o1 2026-03-10_10:00:00 completed 100.50 13900000001
            """)
        .refresh();
    everyone = company.gongbi.segments().add(LIN, Label.typed("所有人"), Condition.everyone()).id();
    company.counted();
  }

  @AfterEach
  void close() {
    company.close();
  }

  private SegmentList list(Viewer viewer, String... columns) {
    return company.gongbi.segments().list(everyone, List.of(columns), viewer);
  }

  private static List<String> csv(SegmentList list) {
    var out = new ByteArrayOutputStream();
    list.file(Label::en).write(ListFile.Format.CSV, out);
    var text = out.toString(StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
    return text.substring(1).lines().toList();
  }

  @Test
  void csv_hasTheChosenColumnsInTheirOrder_andNoFormula() {
    assertThat(csv(list(LIN, "phone", "name", "revenue")))
        .containsExactly(
            "Customer id,Phone,Name,Spent ever",
            "100001,13900000001,Ann,100.5",
            "100002,13900000002,'=cmd(),0");
  }

  /** Also the heads, which people name themselves; full width is read as its narrow kin. */
  @Test
  void csv_marksWhateverASpreadsheetWouldCompute() {
    var rows =
        java.util.stream.Stream.of(
                "=1+1",
                "+1",
                "-1",
                "@sum",
                "\tx",
                "\rx",
                "\nx",
                "＝1",
                "＋1",
                "－1",
                "＠a",
                " =1",
                "1=1",
                "+8613900000001")
            .map(t -> List.<Value>of(Value.of(t)))
            .toList();
    var out = new ByteArrayOutputStream();
    new ListFile(List.of("=head"), rows.size(), some -> some.accept(rows))
        .write(ListFile.Format.CSV, out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "\uFEFF'=head\r\n'=1+1\r\n'+1\r\n'-1\r\n'@sum\r\n'\tx\r\n\"'\rx\"\r\n\"'\nx\"\r\n"
                + "'＝1\r\n'＋1\r\n'－1\r\n'＠a\r\n =1\r\n1=1\r\n+8613900000001\r\n");
  }

  @Test
  void csv_showsTraitsUnderTheirLabels() {
    assertThat(csv(list(LIN, "name", everyone.toString())))
        .containsExactly("Customer id,Name,所有人", "100001,Ann,true", "100002,'=cmd(),true");
  }

  @Test
  void csv_isWhatTheViewerSees_maskedStaysMasked() {
    assertThat(csv(list(HU, "name", "phone", "city")))
        .containsExactly("Customer id,Name,Phone,City", "100001,A**,139****0001,上海");
    assertThat(list(HU, "name").size()).isEqualTo(1);
  }

  @Test
  void xlsx_keepsNumbersAsNumbers_andTextAsText() throws IOException {
    var out = new ByteArrayOutputStream();
    list(LIN, "name", "phone", "revenue").file(Label::zh).write(ListFile.Format.XLSX, out);
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
        var rows = workbook.getFirstSheet().openStream()) {
      var read = rows.toList();
      assertThat(read).hasSize(3);
      assertThat(read.getFirst().stream().map(c -> c.getRawValue()).toList())
          .containsExactly("客户编号", "姓名", "手机号", "累计消费金额");
      assertThat(read.get(1).getCell(0).getType()).isEqualTo(CellType.NUMBER);
      assertThat(read.get(1).getCell(2).getType()).isEqualTo(CellType.STRING);
      assertThat(read.get(1).getCell(3).asNumber()).isEqualByComparingTo("100.5");
      assertThat(read.get(2).getCell(1).getType()).isEqualTo(CellType.STRING);
      assertThat(read.get(2).getCell(1).asString()).isEqualTo("=cmd()");
    }
  }

  @Test
  void columns_thatAreNotThere_areAllNamed() {
    assertThat(
            catchThrowableOfType(FaultException.class, () -> list(LIN, "name", "shoe", "tag/none"))
                .faults())
        .extracting(Fault::code, f -> f.words().get("column"))
        .containsExactly(
            tuple("segment.unknown-column", "shoe"), tuple("segment.unknown-column", "tag/none"));
    assertThat(catchThrowableOfType(FaultException.class, () -> list(LIN)).faults())
        .extracting(Fault::code)
        .containsExactly("segment.no-columns");
  }
}
