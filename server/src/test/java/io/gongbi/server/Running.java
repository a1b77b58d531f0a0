package io.gongbi.server;

import io.gongbi.Gongbi;
import io.gongbi.access.Role;
import io.gongbi.access.User;
import io.gongbi.catalog.UserId;
import io.gongbi.server.login.Bcrypt;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One server for all tests that ask for it as a parameter, on a folder of its own, with the
 * administrator 林 set up. Tests that change what others rely on start their own.
 */
final class Running implements AutoCloseable {
  static final String PASSWORD = "mountain-9";
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  private final Path folder;
  private final Gongbi gongbi;
  private final Server server;

  private Running(Path folder, Gongbi gongbi, Server server) {
    this.folder = folder;
    this.gongbi = gongbi;
    this.server = server;
  }

  static Running on(Path folder, Class<?>... more) {
    var clock = Clock.systemUTC();
    var gongbi = Gongbi.open(folder, clock);
    var settings = Server.Settings.of(folder, "127.0.0.1", 0);
    return new Running(folder, gongbi, Server.start(gongbi, clock, settings, List.of(more)));
  }

  Gongbi gongbi() {
    return gongbi;
  }

  Server server() {
    return server;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  Browser browser() {
    return new Browser(address());
  }

  /** A new person in this role, with {@link #PASSWORD}. */
  User person(Role role) {
    var name = role.name() + PEOPLE.incrementAndGet();
    var user = gongbi.users().add(UserId.SYSTEM, name, role);
    gongbi.users().setPassword(user, PASSWORD, new Bcrypt());
    return gongbi.users().find(user.id()).orElseThrow();
  }

  /** Somebody new in this role, logged in. */
  Browser loggedIn(Role role) {
    var browser = browser();
    var said = browser.login(person(role).name(), PASSWORD);
    if (said.status() != 200) throw new IllegalStateException(said.text());
    return browser;
  }

  @Override
  public void close() {
    server.close();
    gongbi.close();
  }

  /** Hands tests the one server. */
  static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(Running.class))
          .computeIfAbsent("running", _ -> new Held(), Held.class)
          .running;
    }

    /** Closed by JUnit after the last test. */
    private static final class Held implements AutoCloseable {
      private final Running running;

      Held() {
        try {
          running = on(Files.createTempDirectory("gongbi-server-test"), Breaking.class);
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
        var token = running.gongbi.links().forSetUp(Duration.ofHours(1));
        running.gongbi.users().setUp(token, "林", PASSWORD, new Bcrypt());
      }

      @Override
      public void close() throws IOException {
        running.close();
        try (var files = Files.walk(running.folder)) {
          for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
      }
    }
  }
}
