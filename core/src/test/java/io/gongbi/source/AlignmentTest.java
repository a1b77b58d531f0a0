package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files of one feed that call the same things by other names, or know more or less of them. */
final class AlignmentTest {
  private static Mapping mapping(String... lines) {
    return CrmMembers.lines(Layout.csv(), lines);
  }

  /** A file whose columns are those mapped, and {@code more}. */
  private static Alignment.Given file(String name, Mapping mapping, String... more) {
    var columns =
        Stream.concat(mapping.lines().stream().map(Mapping.Line::column), Arrays.stream(more))
            .toList();
    return new Alignment.Given(name, mapping, columns);
  }

  private static List<String> lines(Alignment alignment) {
    return alignment.mapping().lines().stream()
        .map(l -> l.column() + "→" + l.field().column())
        .toList();
  }

  /** one.csv says 手机, two.csv 手机号, which is the same field; 等级 is in two.csv alone. */
  @Test
  void files_ofOneImport_shareTheNamesOfTheFirst() {
    var aligned =
        Alignment.all(
            Optional.empty(),
            List.of(
                file("one.csv", mapping("卡号→member_card", "手机→phone")),
                file("two.csv", mapping("卡号→member_card", "手机号→phone", "等级→level"))));

    assertThat(aligned).extracting(Alignment::names).containsExactly(Map.of(), Map.of("手机号", "手机"));
    assertThat(aligned)
        .extracting(AlignmentTest::lines)
        .containsOnly(List.of("卡号→member_card", "手机→phone", "等级→level"));
    assertThat(aligned.get(1).name("手机号")).isEqualTo("手机");
    assertThat(aligned.get(1).name("等级")).isEqualTo("等级");
  }

  /** Of a joined address every column stays a column; one that is mapped no more is none. */
  @Test
  void columnsOfAJoinedField_areNotTakenForEachOther() {
    var held = mapping("卡号→member_card", "路→address", "号→address", "室→address");

    var aligned =
        Alignment.all(
            Optional.of(held),
            List.of(file("june.csv", mapping("卡号→member_card", "路→address", "号→address"), "室")));

    assertThat(aligned.getFirst().names()).isEmpty();
    assertThat(lines(aligned.getFirst()))
        .containsExactly("卡号→member_card", "路→address", "号→address");
  }

  /** The feed took the phone from 手机. A file without that column may call it otherwise. */
  @Test
  void column_goesByTheNameOfTheFeed_whereTheFileLacksThatOne() {
    var held = mapping("卡号→member_card", "手机→phone");

    var aligned =
        Alignment.all(
            Optional.of(held), List.of(file("june.csv", mapping("卡号→member_card", "手机号→phone"))));

    assertThat(aligned.getFirst().names()).isEqualTo(Map.of("手机号", "手机"));
    assertThat(lines(aligned.getFirst())).containsExactly("卡号→member_card", "手机→phone");
  }

  /** The file has 手机 too and takes the phone from 备用手机 all the same: the field has moved. */
  @Test
  void field_movesToAnotherColumn_whereTheFileHasBoth() {
    var held = mapping("卡号→member_card", "手机→phone");

    var aligned =
        Alignment.all(
            Optional.of(held),
            List.of(file("june.csv", mapping("卡号→member_card", "备用手机→phone"), "手机")));

    assertThat(aligned.getFirst().names()).isEmpty();
    assertThat(lines(aligned.getFirst())).containsExactly("卡号→member_card", "备用手机→phone");
  }

  /** What a file lacks, the feed keeps; what it has and maps no more, the feed forgets. */
  @Test
  void column_thatIsThereAndNotMapped_isForgotten() {
    var held = mapping("卡号→member_card", "手机→phone", "等级→level");
    var june = mapping("卡号→member_card", "手机→phone");

    var without = Alignment.all(Optional.of(held), List.of(file("june.csv", june)));
    var with = Alignment.all(Optional.of(held), List.of(file("june.csv", june, "等级")));

    assertThat(lines(without.getFirst())).containsExactly("卡号→member_card", "手机→phone", "等级→level");
    assertThat(lines(with.getFirst())).containsExactly("卡号→member_card", "手机→phone");
  }

  @Test
  void files_withUnlikeKeys_areRefused() {
    var one = file("one.csv", mapping("卡号→member_card", "手机→phone"));
    var two = file("two.csv", mapping("手机→phone", "卡号→member_card"));

    assertThatThrownBy(() -> Alignment.all(Optional.empty(), List.of(one, two)))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .containsExactly(
                        new Fault.BadQuestion(
                            "source.unlike-key",
                            "two.csv",
                            Map.of("file", "two.csv", "key", "手机", "other", "卡号"))));
  }
}
