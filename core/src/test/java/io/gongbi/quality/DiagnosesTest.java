package io.gongbi.quality;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.TestCompany;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.FaultException;
import io.gongbi.quality.Diagnosis.Advice;
import io.gongbi.quality.Diagnosis.Example;
import io.gongbi.quality.Diagnosis.Trouble;
import io.gongbi.source.SourceId;
import io.gongbi.warehouse.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiagnosesTest {
  private static final String INVALID = "quality.number-invalid";

  @TempDir private Path folder;

  /** Of five orders three have no readable amount, and a clean one has a phone that is none. */
  private TestCompany company() {
    var company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    company
        .members("id name phone\na Annabel 13900000001")
        .orders(
            """
            no paid                amount phone
            o1 2026-03-10_10:00:00 a12    13900000001
            o2 2026-03-10_10:00:00 a12    13900000002
            o3 2026-03-10_10:00:00 zz     13900000003
            o4 2026-03-10_10:00:00 5      139
            o5 2026-03-11_10:00:00 5      13900000005
            """)
        .refresh();
    return company;
  }

  private static Diagnosis shop(TestCompany company, Viewer viewer) {
    return company
        .gongbi
        .diagnoses()
        .write(Optional.of(new SourceId("shop")), company.gongbi.asOf(), viewer);
  }

  @Test
  void diagnosis_saysWhatCame_whatWasWrong_whatWasDone_andWhatToDo() {
    try (var company = company()) {
      var diagnosis = shop(company, LIN);
      var orders = diagnosis.feeds().getFirst();
      assertThat(diagnosis.feeds()).hasSize(1);
      assertThat(orders.came().files()).isEqualTo(1);
      assertThat(orders.counts()).isEqualTo(new Quality.Counts(5, 2, 3, 0, 0));
      assertThat(orders.troubles())
          .containsExactly(
              new Trouble(
                  Optional.of("order.amount"),
                  INVALID,
                  "quarantine",
                  3,
                  List.of(
                      new Example(Optional.of("a12"), 2, "file2.csv", 2),
                      new Example(Optional.of("zz"), 1, "file2.csv", 4))),
              new Trouble(
                  Optional.of("customer.phone"),
                  "quality.phone-invalid",
                  "warn",
                  1,
                  List.of(new Example(Optional.of("139"), 1, "file2.csv", 5))));
      assertThat(orders.done()).isEqualTo(new Diagnosis.Done(1, 0, 0, 0, 0));
      // Nobody filled in a status at all: both clean rows lack it.
      assertThat(diagnosis.next())
          .containsExactly(
              new Advice(
                  Advice.What.REPAIR,
                  orders.feed(),
                  Optional.of("order.amount"),
                  Optional.of(INVALID),
                  3),
              new Advice(
                  Advice.What.MEND_AT_SOURCE,
                  orders.feed(),
                  Optional.of("customer.phone"),
                  Optional.of("quality.phone-invalid"),
                  1),
              new Advice(
                  Advice.What.FILL,
                  orders.feed(),
                  Optional.of("order.status"),
                  Optional.empty(),
                  2));
      assertThat(diagnosis.score()).isEqualTo(orders.score().score());
      assertThat(diagnosis.after().orElseThrow()).isGreaterThan(diagnosis.before().orElseThrow());
      company
          .gongbi
          .repairs()
          .add(
              new Repairs.Where(orders.feed(), "order.amount", INVALID),
              new Mend.Replace("a", ""),
              company.gongbi.cleaning(),
              LIN);
      company.refresh();
      var mended = shop(company, LIN).feeds().getFirst();
      assertThat(mended.counts()).isEqualTo(new Quality.Counts(5, 4, 1, 0, 0));
      assertThat(mended.done()).isEqualTo(new Diagnosis.Done(1, 0, 1, 0, 0));
      assertThat(mended.troubles()).extracting(Trouble::found).containsExactly(1L, 1L);
    }
  }

  /** Who may not see numbers sees examples masked. */
  @Test
  void examples_areMasked_forWhoMayNotSeeThem() {
    try (var company = company()) {
      var analyst = new Viewer(new UserId("yu"), Role.analyst());
      assertThat(shop(company, analyst).feeds().getFirst().troubles().toString())
          .doesNotContain("value=Optional[139]")
          .doesNotContain("Optional[zz]");
      assertThatThrownBy(
              () ->
                  company
                      .gongbi
                      .diagnoses()
                      .write(Optional.of(new SourceId("erp")), company.gongbi.asOf(), LIN))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining("source.no-such-source");
    }
  }

  /** A value that looks like a formula is a text in the workbook; numbers are numbers. */
  @Test
  void file_holdsNoFormula() throws IOException {
    var out = new ByteArrayOutputStream();
    new DiagnosisFile(
            List.of(
                new DiagnosisFile.Sheet(
                    "问题", List.of("值", "行数"), List.of(List.of(Value.of("=1+1"), Value.of(3L))))))
        .write(out);
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      var rows = book.getFirstSheet().read();
      assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
      assertThat(rows.get(1).getCell(0).asString()).isEqualTo("=1+1");
      assertThat(rows.get(1).getCell(1).asNumber().intValue()).isEqualTo(3);
    }
  }
}
