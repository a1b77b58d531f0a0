package io.gongbi.server.command;

import io.gongbi.access.Role;
import io.gongbi.access.User;
import io.gongbi.catalog.UserId;
import io.gongbi.sample.SampleMall;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * {@code gongbi demo}: a company that does not exist, from its files to the effect of a campaign,
 * served. The second start finds it all there.
 */
@Command(name = "demo", resourceBundle = "io.gongbi.server.command.help")
final class Demo implements Runnable {
  private static final String USER = "demo";
  private static final int USUAL_SEED = 42;

  @Mixin private FolderOption folder = new FolderOption();
  @Mixin private ListenOption listen = new ListenOption();

  @Option(names = "--customers", paramLabel = "N")
  private int customers = SampleMall.DEFAULT_CUSTOMERS;

  @Option(names = "--seed", paramLabel = "N")
  private long seed = USUAL_SEED;

  @Override
  public void run() {
    if (customers < 1 || customers > 1_000_000)
      throw new Refused(Words.say("command.customers", "n", Integer.toString(customers)));
    var out = System.out;
    try (var serving = Serving.start(folder.path(), listen.address(), listen.port());
        var remote = new Remote(serving.file())) {
      var company = new DemoCompany(folder.path(), remote, out);
      company.mustFit();
      var user = user(serving);
      if (company.isComplete()) out.println(Words.say("command.demo-there"));
      else build(company);
      tell(serving, remote, user, out);
      serving.await();
    }
  }

  private void build(DemoCompany company) {
    try {
      company.build(customers, seed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Comes in by a new link at each start, and has no password that anybody could guess. */
  private static User user(Serving serving) {
    var users = serving.gongbi().users();
    return users.named(USER).orElseGet(() -> users.add(UserId.SYSTEM, USER, Role.administrator()));
  }

  private void tell(Serving serving, Remote remote, User user, PrintStream out) {
    var counts = remote.get("/api/home").path("counts");
    var token = serving.gongbi().links().forUser(user.id(), Duration.ofHours(12));
    out.println();
    out.println(Words.say("command.serving", "address", serving.address()));
    out.println(
        Words.say("command.demo-link", "link", serving.address() + "/login?token=" + token));
    out.println(Words.say("command.folder", "folder", folder.path().toString()));
    out.println(
        Words.say(
            "command.demo-counts",
            "customers",
            number(counts.path("customers")),
            "orders",
            number(counts.path("orders")),
            "revenue",
            number(counts.path("revenue"))));
    out.println(Words.say("command.how-to-stop"));
    out.flush();
  }

  private static String number(JsonNode count) {
    return String.format(Locale.ROOT, "%,.0f", count.asDouble(0));
  }
}
