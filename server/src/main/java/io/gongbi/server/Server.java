package io.gongbi.server;

import io.gongbi.Gongbi;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.server.wiring.Application;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The web server over one open folder. Who starts it owns the {@link Gongbi} that it serves, and
 * closes it after the server.
 */
public final class Server implements AutoCloseable {
  /**
   * Where to listen, and the token that opens everything to the command line on this machine.
   *
   * @param address {@code 127.0.0.1} for this machine only, {@code 0.0.0.0} for everyone
   * @param port 0 for any that is free
   */
  public record Settings(Path folder, String address, int port, String token) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** With a token that nobody can guess. */
    public static Settings of(Path folder, String address, int port) {
      var bytes = new byte[32];
      RANDOM.nextBytes(bytes);
      return new Settings(
          folder, address, port, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
  }

  private final ConfigurableApplicationContext context;
  private final Settings settings;

  private Server(ConfigurableApplicationContext context, Settings settings) {
    this.context = context;
    this.settings = settings;
  }

  /** Throws {@code server.port-in-use}. */
  public static Server start(Gongbi gongbi, Clock clock, Settings settings) {
    return start(gongbi, clock, settings, List.of());
  }

  /** With beans of a test's own. */
  static Server start(Gongbi gongbi, Clock clock, Settings settings, List<Class<?>> more) {
    var application = new SpringApplication(Application.class);
    application.addPrimarySources(more);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties(settings));
    application.addInitializers(
        context -> {
          var beans = context.getBeanFactory();
          beans.registerSingleton("gongbi", gongbi);
          beans.registerSingleton("clock", clock);
          beans.registerSingleton("settings", settings);
        });
    try {
      return new Server(application.run(), settings);
    } catch (RuntimeException e) {
      PortInUseException.ifCausedBy(
          e,
          PortInUseException.class,
          used -> {
            throw new FaultException(
                new Fault.Conflict(
                    "server.port-in-use", "--port", Map.of("port", "" + used.getPort())));
          });
      throw e;
    }
  }

  private static Map<String, Object> properties(Settings settings) {
    var properties = new HashMap<String, Object>();
    properties.put("server.address", settings.address());
    properties.put("server.port", settings.port());
    // Cookies are shared by all ports of a host: two folders served side by side must not clash.
    properties.put("server.servlet.session.cookie.name", "gongbi-" + settings.port());
    properties.put(
        "server.servlet.session.store-dir", settings.folder().resolve("sessions").toString());
    properties.put("server.tomcat.basedir", settings.folder().resolve("work").toString());
    properties.put(
        "spring.servlet.multipart.location", settings.folder().resolve("incoming").toString());
    return properties;
  }

  public int port() {
    var server = ((WebServerApplicationContext) context).getWebServer();
    return server == null ? settings.port() : server.getPort();
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  public Settings settings() {
    return settings;
  }

  /** Waits for requests under way, and keeps the sessions for the next start. */
  @Override
  public void close() {
    context.close();
  }
}
