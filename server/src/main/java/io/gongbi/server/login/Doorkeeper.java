package io.gongbi.server.login;

import io.gongbi.access.Role;
import io.gongbi.access.User;
import io.gongbi.access.Users;
import io.gongbi.catalog.UserId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks, anew for each request: a session holds a user's id and stamp only, so a
 * changed role or password holds at once. The command line shows the token of {@code server.json},
 * which counts on this machine alone; whoever shows a token is not looked up by cookie, which is
 * why such calls need no CSRF token.
 */
public final class Doorkeeper extends OncePerRequestFilter {
  private static final String USER = Doorkeeper.class.getName() + ".user";
  private static final String HELD = Doorkeeper.class.getName() + ".held";
  private static final String BEARER = "Bearer ";

  /** Whoever can read {@code server.json} owns the folder. */
  public static final UserId COMMAND_LINE = new UserId("command-line");

  private static final User AT_THE_COMMAND_LINE =
      new User(COMMAND_LINE, "command line", Role.administrator(), Optional.empty(), 0);

  private final Users users;
  private final byte[] token;

  /** What a session holds; it is written to disk when the server stops. */
  private record Held(String user, long stamp) implements Serializable {}

  public Doorkeeper(Users users, String token) {
    this.users = users;
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  /** Who asks, if anybody is logged in. */
  public static Optional<User> user(HttpServletRequest request) {
    return Optional.ofNullable((User) request.getAttribute(USER));
  }

  /** Begins a session with a new id; what the old one held is gone. */
  public static void letIn(HttpServletRequest request, User user) {
    letOut(request);
    request.getSession(true).setAttribute(HELD, new Held(user.id().value(), user.stamp()));
    request.setAttribute(USER, user);
  }

  public static void letOut(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) session.invalidate();
    request.removeAttribute(USER);
  }

  public static boolean showsToken(HttpServletRequest request) {
    var header = request.getHeader("Authorization");
    return header != null && header.startsWith(BEARER);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var user = showsToken(request) ? byToken(request) : bySession(request);
    user.ifPresent(
        u -> {
          request.setAttribute(USER, u);
          var context = SecurityContextHolder.createEmptyContext();
          context.setAuthentication(
              UsernamePasswordAuthenticationToken.authenticated(u.id().value(), "", List.of()));
          SecurityContextHolder.setContext(context);
        });
    chain.doFilter(request, response);
  }

  private Optional<User> byToken(HttpServletRequest request) {
    var shown = request.getHeader("Authorization").substring(BEARER.length());
    boolean right = MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), token);
    return right && isOfThisMachine(request) ? Optional.of(AT_THE_COMMAND_LINE) : Optional.empty();
  }

  /** A proxy on this machine speaks for others, and says so in its headers. */
  private static boolean isOfThisMachine(HttpServletRequest request) {
    if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null)
      return false;
    try {
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private Optional<User> bySession(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(HELD) instanceof Held held))
      return Optional.empty();
    var user = users.find(new UserId(held.user())).filter(u -> u.stamp() == held.stamp());
    if (user.isEmpty()) session.invalidate();
    return user;
  }
}
