package io.gongbi.server.command;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gongbi refresh}: everything that follows from the data, brought up to date. */
@Command(name = "refresh", resourceBundle = "io.gongbi.server.command.help")
final class Refresh implements Runnable {
  @Mixin private FolderOption folder = new FolderOption();

  @Override
  public void run() {
    try (var office = Office.of(folder.path())) {
      var begun = office.remote().post("/api/refresh/runs", Map.of());
      var watch =
          new RunWatch(
              office.remote(),
              begun.path("run").asLong(0),
              () -> Words.say("command.refresh-stopped"),
              () -> Words.say("command.refresh-cut-off"),
              System.out);
      office.onStop(watch::stop);
      var done = watch.await();
      System.out.println(
          Words.say("command.refreshed", "steps", done.path("result").path("steps").asString("0")));
    }
  }
}
