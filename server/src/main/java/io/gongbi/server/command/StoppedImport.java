package io.gongbi.server.command;

import java.util.ArrayList;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * What is left when an import was stopped, file by file: what has landed stays and waits to be
 * cleaned, what had not does not, and the figures on the pages are those from before. Going on is
 * one command.
 *
 * <pre>
 * 导入已停止，现有的客户和数字没有变。
 *   会员.csv：已读入 12,000 行，保留，还没有清洗
 *   订单.csv：没有读入，一行也没有留下
 * 接着做（一天之内）：gongbi import --retry 17
 * </pre>
 */
record StoppedImport(long run, JsonNode files) {
  StoppedImport(Remote remote, long run) {
    this(run, remote.get("/api/source/imports/" + run));
  }

  String told() {
    var lines = new ArrayList<String>();
    lines.add(Words.say("command.import-stopped"));
    boolean more = false;
    for (var file : files) {
      var landed = String.format(Locale.ROOT, "%,d", file.path("landed").asLong(0));
      var what =
          switch (file.path("state").asString("")) {
            case "landed" -> "command.stopped-landed";
            case "refused" -> "command.stopped-refused";
            default -> "command.stopped-left";
          };
      lines.add("  " + Words.say(what, "file", file.path("name").asString(""), "rows", landed));
      more |= file.path("retry").asBoolean(false);
    }
    if (more) lines.add(Words.say("command.go-on", "run", Long.toString(run)));
    return String.join("\n", lines);
  }
}
