package io.gongbi.server.command;

import io.gongbi.sample.SampleMall;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo company in a folder, made by the calls that any browser makes: files in by suggested
 * mappings, a segment, the past campaign adopted. {@code demo.json} says how far it is, so that a
 * start that was broken off goes on.
 */
final class DemoCompany {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A proper name, the same in every language. */
  private static final String NAME = "宣和生活";

  private final Path folder;
  private final Remote remote;
  private final PrintStream out;

  /** What was asked for, and whether it is all there. */
  private record State(int customers, long seed, boolean complete) {}

  DemoCompany(Path folder, Remote remote, PrintStream out) {
    this.folder = folder;
    this.remote = remote;
    this.out = out;
  }

  private Path file() {
    return folder.resolve("demo.json");
  }

  /** A folder with somebody's own data in it is left alone. */
  void mustFit() {
    boolean empty = remote.get("/api/session").path("company").path("empty").asBoolean(true);
    if (!Files.exists(file()) && !empty)
      throw new Refused(Words.say("command.demo-elsewhere", "folder", folder.toString()));
  }

  boolean isComplete() {
    try {
      return Files.exists(file())
          && JSON.readValue(Files.readString(file()), State.class).complete();
    } catch (IOException e) {
      return false;
    }
  }

  void build(int customers, long seed) throws IOException {
    Files.writeString(file(), JSON.writeValueAsString(new State(customers, seed, false)));
    out.println(Words.say("command.demo-writing", "customers", "" + customers));
    var written =
        new SampleMall(seed, customers, SampleMall.DEFAULT_END).write(folder.resolve("demo-files"));
    if (remote.get("/api/session").path("company").path("empty").asBoolean(true))
      bring(
          List.of(
              new Piece(written.members().path(), "crm"),
              new Piece(written.users().path(), "shop"),
              new Piece(written.orders().path(), "shop"),
              new Piece(written.orderLines().path(), "shop"),
              new Piece(written.till().path(), "pos"),
              new Piece(written.receipts().path(), "sms"),
              new Piece(written.miniUsers().path(), "wechat"),
              new Piece(written.behaviour().path(), "wechat"),
              new Piece(written.feedback().path(), "shop"),
              new Piece(written.points().path(), "crm"),
              new Piece(written.coupons().path(), "shop"),
              new Piece(written.costs().path(), "ads")));
    define();
    Files.writeString(file(), JSON.writeValueAsString(new State(customers, seed, true)));
  }

  private record Piece(Path file, String source) {}

  private void bring(List<Piece> pieces) {
    var work = new Importing(remote, out);
    var items = new ArrayList<Importing.Item>();
    for (var piece : pieces) {
      var upload = work.upload(piece.file());
      items.add(
          new Importing.Item(upload.path("id").asString(""), work.suggest(upload, piece.source())));
      out.println("  " + piece.file().getFileName());
    }
    work.tell(work.bring(items, false));
  }

  private void define() {
    var company = remote.get("/api/session").path("company");
    if (company.path("name").asString("").isEmpty())
      remote.put(
          "/api/company",
          Map.of(
              "name",
              NAME,
              "zone",
              company.path("zone").asString(""),
              "currency",
              company.path("currency").asString("")));
    if (remote.get("/api/segments").isEmpty()) segment();
    if (remote.get("/api/campaigns").isEmpty()) campaign();
    // Asked for the first time, the first board makes itself.
    remote.get("/api/dashboards");
  }

  /** Who bought on two days or more, and not in the last 90 days: worth winning back. */
  private void segment() {
    var sales = Map.of("type", "compare", "field", "order.kind", "op", "EQ", "value", "sale");
    remote.post(
        "/api/segments",
        Map.of(
            "label",
            "值得唤回的老客",
            "english",
            "Past customers worth winning back",
            "condition",
            Map.of(
                "type",
                "all",
                "of",
                List.of(
                    behaviour(sales, "DISTINCT_DAYS", Map.of("type", "ever"), "GE", 2),
                    Map.of(
                        "type",
                        "not",
                        "of",
                        behaviour(
                            sales, "COUNT", Map.of("type", "lastDays", "days", 90), "GE", 1))))));
  }

  private static Map<String, Object> behaviour(
      Map<String, ?> rows, String aggregate, Map<String, ?> window, String op, int bound) {
    return Map.of(
        "type",
        "behaviour",
        "measure",
        Map.of("entity", "order", "rows", rows, "aggregate", aggregate, "window", window),
        "op",
        op,
        "bound",
        bound);
  }

  private void campaign() {
    for (var past : remote.get("/api/campaigns/past")) {
      var name = past.path("name").asString("");
      remote.post(
          "/api/campaigns",
          Map.of("label", name, "imported", name, "windowDays", 30, "marginPercent", 45));
    }
  }
}
