package io.gongbi.server.command;

import io.gongbi.fault.Faults;
import java.io.PrintStream;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gongbi serve}: the product in the browser, until it is stopped. */
@Command(name = "serve", resourceBundle = "io.gongbi.server.command.help")
final class Serve implements Runnable {
  @Mixin private FolderOption folder = new FolderOption();
  @Mixin private ListenOption listen = new ListenOption();

  @Option(names = "--login-link", paramLabel = "NAME")
  private String loginLink = "";

  @Override
  public void run() {
    try (var serving = Serving.start(folder.path(), listen.address(), listen.port())) {
      tell(serving, System.out);
      serving.await();
    }
  }

  private void tell(Serving serving, PrintStream out) {
    out.println(Words.say("command.serving", "address", serving.address()));
    out.println(Words.say("command.folder", "folder", folder.path().toString()));
    var gongbi = serving.gongbi();
    if (gongbi.users().isSetUpNeeded()) {
      var token = gongbi.links().forSetUp(Duration.ofDays(1));
      out.println(Words.say("command.set-up", "link", link(serving, token)));
    } else if (!loginLink.isEmpty()) {
      var user =
          gongbi
              .users()
              .named(loginLink)
              .orElseThrow(() -> Faults.notFound("access.no-such-user", loginLink));
      var token = gongbi.links().forUser(user.id(), Duration.ofHours(1));
      out.println(
          Words.say("command.login-link", "name", user.name(), "link", link(serving, token)));
    }
    out.println(Words.say("command.how-to-stop"));
    out.flush();
  }

  private static String link(Serving serving, String token) {
    return serving.address() + "/login?token=" + token;
  }
}
