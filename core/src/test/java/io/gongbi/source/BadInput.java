package io.gongbi.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.Gongbi;
import io.gongbi.MovingClock;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Messages;
import io.gongbi.refresh.Run;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people hand in that is not as it should be, each with its whole outcome: a fault that says
 * what to do, in both languages, or rows set aside. Every file goes the way of the wizard: handed
 * in, looked at, mapped as suggested, imported. Nothing is lost: what landed is what became of it.
 */
abstract class BadInput {
  static final String HEAD = "订单编号,付款时间,实付金额\n";

  @TempDir Path folder;
  Gongbi gongbi;

  @BeforeEach
  void open() {
    gongbi = Gongbi.open(folder.resolve("data"), new MovingClock("2026-04-01T04:00:00Z"));
  }

  @AfterEach
  void close() {
    gongbi.close();
  }

  String outcome(String name, String text) {
    return outcome(name, text.getBytes(UTF_8));
  }

  /** {@code landed 3 = clean 2 + quarantined 1 (4: quality.time-zero)}, or {@code refused: …}. */
  String outcome(String name, byte[] bytes) {
    try {
      var upload = handedIn(name, bytes);
      return imported(upload, Looks.look(upload.path(), name));
    } catch (FaultException e) {
      return refused(e.faults());
    }
  }

  Uploads.Upload handedIn(String name, byte[] bytes) {
    return gongbi.uploads().store(new ByteArrayInputStream(bytes), name, true).getFirst();
  }

  String imported(Uploads.Upload upload, FileLook look) {
    return imported(upload, look, mapping(upload, look));
  }

  Mapping mapping(Uploads.Upload upload, FileLook look) {
    return new MappingSuggestion(gongbi.standard())
        .suggest(upload.path(), upload.name(), look, new SourceId("shop"));
  }

  String imported(Uploads.Upload upload, FileLook look, Mapping mapping) {
    var faults =
        new ArrayList<>(
            MappingCheck.faults(mapping, look.columnNames(), List.of(), gongbi.standard()));
    faults.addAll(RoundedNumbers.faults(mapping, look));
    if (!faults.isEmpty()) throw new FaultException(faults);
    var run = brought(upload, mapping);
    if (run.state() != Run.State.DONE) return refused(run.faults());
    return account(Long.parseLong(run.result().get("batches")));
  }

  Run brought(Uploads.Upload upload, Mapping mapping) {
    var item = new Imports.Item(upload, mapping);
    return gongbi.runs().await(gongbi.imports().begin(UserId.SYSTEM, List.of(item), false));
  }

  String account(long batch) {
    var counts = gongbi.quality().batches(Viewer.system(), List.of(batch)).get(batch);
    assertThat(counts.clean() + counts.quarantined() + counts.merged() + counts.superseded())
        .as("nothing is lost")
        .isEqualTo(counts.landed());
    var reasons =
        gongbi
            .warehouse()
            .query(
                Sql.of(
                        """
                        select q.line, q.reason
                        from {quality.quarantine} q
                        where q.batch = #batch
                          and q.severity = 'quarantine'
                        order by q.line nulls last, q.reason nulls last
                        """)
                    .with("batch", Value.of(batch)),
                View.everything())
            .stream()
            .map(r -> r.whole("line") + ": " + known(r.text("reason")))
            .collect(Collectors.joining(", "));
    return "landed %d = clean %d + quarantined %d"
            .formatted(counts.landed(), counts.clean(), counts.quarantined())
        + (counts.merged() + counts.superseded() > 0
            ? " + merged %d + superseded %d".formatted(counts.merged(), counts.superseded())
            : "")
        + (reasons.isEmpty() ? "" : " (" + reasons + ")");
  }

  static String refused(List<Fault> faults) {
    return "refused: "
        + faults.stream().map(Fault::code).map(BadInput::known).collect(Collectors.joining(", "));
  }

  /** Somebody can be told of it in both languages. */
  static String known(String code) {
    assertThat(Messages.knows(code, Locale.CHINESE)).as(code).isTrue();
    assertThat(Messages.knows(code, Locale.ENGLISH)).as(code).isTrue();
    return code;
  }

  String revenue() {
    return gongbi.profiles().totals(Viewer.system()).revenue().stripTrailingZeros().toPlainString();
  }
}
