package io.gongbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.catalog.Label;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.RunId;
import io.gongbi.warehouse.CancelledException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cleaning of what has landed is stopped at each of its steps, when those before it have
 * written all that they write, and half the times the process ends with it: what readers see stays
 * as it was, and the end is what undisturbed work comes to, nothing doubled and nothing lost. For
 * the first files of a folder, of which everything is made, and for later ones, which change some
 * of it.
 */
final class StoppedCleaningTest {
  private static final String NOW = "2026-03-01T04:00:00Z";
  private static final List<String> CLEANING = List.of("quality", "identity", "profile");

  /** Ann twice under one number, Bo under a number that is none, which keeps his row. */
  private static final String MEMBERS =
      """
      id  name  phone        card  registered
      1   Ann   13900000001  K1    2026-01-01
      2   Anna  13900000001  -     2026-01-02
      3   Bo    12345        K3    2026-01-03
      """;

  /** A2 comes twice, and of A3 nobody can read what was paid. */
  private static final String ORDERS =
      """
      no  paid                 status     amount  phone
      A1  2026-02-01_10:00:00  completed  10      13900000001
      A2  2026-02-02_10:00:00  completed  20      13900000001
      A2  2026-02-02_10:00:00  completed  20      13900000001
      A3  2026-02-03_10:00:00  completed  much    13900000003
      """;

  /** Bo's number is known now, A1 has another amount, and Cy is new. */
  private static final String LATER_MEMBERS =
      """
      id  name  phone        card  registered
      3   Bo    13900000003  K3    2026-01-03
      4   Cy    13900000004  K4    2026-02-10
      """;

  private static final String LATER_ORDERS =
      """
      no  paid                 status     amount  phone
      A1  2026-02-01_10:00:00  completed  15      13900000001
      A4  2026-02-11_10:00:00  completed  40      13900000004
      """;

  /** What readers see, and what later work goes by. */
  private static final Map<String, String> TABLES =
      Map.of(
          "fates", "select * from {quality.fate} t",
          "quarantine", "select * from {quality.quarantine} t",
          "scores", "select * from {quality.score} t",
          "records", "select * from {quality.customer} t",
          "clean orders", "select * from {quality.order} t",
          "ids", "select t.source, t.record_key, t.customer_id from {identity.assignment} t",
          "members", "select * from {identity.member} t",
          "customers", "select * from {profile.customer} t",
          "orders", "select * from {profile.order} t");

  @TempDir Path folder;

  @Test
  void cleaning_endsAsIfUndisturbed_whereverItWasStopped() throws Exception {
    var undisturbed = new ArrayList<Map<String, List<String>>>();
    var steps = new ArrayList<List<String>>();
    try (var company = company("undisturbed")) {
      company.members(MEMBERS).orders(ORDERS);
      steps.add(ran(company));
      undisturbed.add(contents(company));
      company.members(LATER_MEMBERS).orders(LATER_ORDERS);
      steps.add(ran(company));
      undisturbed.add(contents(company));
    }
    assertThat(undisturbed.getFirst().get("clean orders")).hasSize(2);
    assertThat(undisturbed.getFirst().get("customers")).hasSize(2);
    assertThat(undisturbed.getLast().get("orders")).hasSize(3);
    assertThat(undisturbed.getLast().get("customers")).hasSize(3);
    assertThat(steps).allSatisfy(s -> assertThat(s).contains("quality.clean", "quality.score"));

    var company = company("stopped");
    company.members(MEMBERS).orders(ORDERS);
    company = stoppedAtEach(company, steps.getFirst());
    assertThat(contents(company)).isEqualTo(undisturbed.getFirst());
    company.members(LATER_MEMBERS).orders(LATER_ORDERS);
    company = stoppedAtEach(company, steps.getLast());
    assertThat(contents(company)).isEqualTo(undisturbed.getLast());
    company.close();
  }

  private TestCompany company(String name) throws Exception {
    return new TestCompany(Files.createDirectories(folder.resolve(name)), NOW);
  }

  /** Stops it at each step, then lets it go to its end, in the process that is the last one. */
  private TestCompany stoppedAtEach(TestCompany first, List<String> steps) throws Exception {
    var company = first;
    var before = contents(company);
    int times = 0;
    for (var step : steps) {
      var stopping = new Stopping(step);
      var working = company;
      assertThatThrownBy(() -> refresh(working, stopping)).isInstanceOf(CancelledException.class);
      if (++times % 2 == 0) {
        var now = company.clock.instant();
        company.close();
        company = new TestCompany(folder.resolve("stopped"), now.toString());
      }
      assertThat(contents(company)).as("after a stop at " + step).isEqualTo(before);
      assertThat(company.gongbi.refresher().isDue()).isTrue();
    }
    refresh(company, Progress.NONE);
    assertThat(company.gongbi.refresher().isDue()).isFalse();
    return company;
  }

  private static void refresh(TestCompany company, Progress progress) {
    company.gongbi.refresher().refresh(new RunId(-1), company.clock.instant(), false, progress);
  }

  /** Refreshes, and says which steps of the cleaning and what follows from it ran. */
  private static List<String> ran(TestCompany company) {
    return company
        .gongbi
        .refresher()
        .refresh(new RunId(-1), company.clock.instant(), false, Progress.NONE)
        .ran()
        .stream()
        .map(r -> r.step())
        .filter(s -> CLEANING.contains(s.substring(0, s.indexOf('.'))))
        .toList();
  }

  private static Map<String, List<String>> contents(TestCompany company) {
    var contents = new TreeMap<String, List<String>>();
    TABLES.forEach((what, sql) -> contents.put(what, company.rows(sql).stream().sorted().toList()));
    return contents;
  }

  /** Somebody who stops the work when it comes to this step. */
  private static final class Stopping implements Progress {
    private final String step;
    private Runnable stop = () -> {};

    Stopping(String step) {
      this.step = step;
    }

    @Override
    public void step(String name, Label label) {
      if (name.equals(step)) stop.run();
    }

    @Override
    public void at(long done, long total) {}

    @Override
    public void onCancel(Runnable stop) {
      this.stop = stop;
    }
  }
}
