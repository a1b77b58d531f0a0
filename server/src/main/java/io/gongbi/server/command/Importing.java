package io.gongbi.server.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Files going in, step by step, as the wizard of the browser takes them. */
final class Importing {
  /** A file that was sent, and what its columns mean. */
  record Item(String upload, JsonNode mapping) {}

  private final Remote remote;
  private final PrintStream out;
  private volatile @Nullable RunWatch watch;

  Importing(Remote remote, PrintStream out) {
    this.remote = remote;
    this.out = out;
  }

  JsonNode upload(Path file) {
    return remote.upload("/api/source/uploads", file);
  }

  JsonNode suggest(JsonNode upload, String source) {
    var body = new LinkedHashMap<String, Object>();
    body.put("source", source);
    body.put("layout", upload.path("look").path("layout"));
    return remote.post("/api/source/uploads/" + upload.path("id").asString("") + "/suggest", body);
  }

  /** Lands all, refreshes once, and waits with the progress shown. */
  JsonNode bring(List<Item> items, boolean again) {
    var first = items.getFirst();
    var body = new LinkedHashMap<String, Object>();
    body.put("upload", first.upload());
    body.put("mapping", first.mapping());
    body.put(
        "more",
        items.stream()
            .skip(1)
            .map(i -> Map.<String, Object>of("upload", i.upload(), "mapping", i.mapping()))
            .toList());
    body.put("again", again);
    long run = begun(remote.post("/api/source/imports", body));
    return await(run, run);
  }

  /** Goes on with what an import that was stopped or cut off left undone. */
  JsonNode retry(long run) {
    long again = begun(remote.post("/api/source/imports/" + run + "/retry", Map.of()));
    // Where all had landed, only the cleaning is done again: that is no import of its own.
    boolean files = !remote.get("/api/source/imports/" + again).isEmpty();
    return await(again, files ? again : run);
  }

  private static long begun(JsonNode answer) {
    return answer.path("run").asLong(0);
  }

  /** {@code files}: the import whose files they are, under which one goes on later. */
  private JsonNode await(long run, long files) {
    var watching =
        new RunWatch(
            remote,
            run,
            () -> new StoppedImport(remote, files).told(),
            () -> Words.say("command.import-cut-off", "run", Long.toString(files)),
            out);
    watch = watching;
    return watching.await();
  }

  /** While the process is ending: stops what was begun and says what is left of it. */
  void stop() {
    var watching = watch;
    if (watching == null) out.println(Words.say("command.nothing-imported"));
    else watching.stop();
  }

  /** What has become of the rows, source by source: the counts that add up. */
  void tell(JsonNode run) {
    out.println(
        Words.say(
            "command.imported", "rows", number(run.path("result").path("landed").asString("0"))));
    for (var feed : remote.get("/api/quality/counts")) {
      var counts = feed.path("counts");
      out.println(
          "  "
              + Words.say(
                  "command.counts",
                  "feed",
                  feed.path("source").asString("") + "/" + feed.path("feed").asString(""),
                  "landed",
                  count(counts, "landed"),
                  "clean",
                  count(counts, "clean"),
                  "quarantined",
                  count(counts, "quarantined"),
                  "merged",
                  count(counts, "merged"),
                  "superseded",
                  count(counts, "superseded")));
    }
  }

  private static String count(JsonNode counts, String name) {
    return String.format(Locale.ROOT, "%,d", counts.path(name).asLong(0));
  }

  private static String number(String text) {
    return text.matches("[0-9]{1,18}")
        ? String.format(Locale.ROOT, "%,d", Long.parseLong(text))
        : text;
  }
}
