package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Act;
import io.gongbi.access.Language;
import io.gongbi.access.Passwords;
import io.gongbi.access.Right;
import io.gongbi.access.User;
import io.gongbi.access.Users;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.server.login.Doorkeeper;
import io.gongbi.server.login.Needs;
import io.gongbi.server.login.Throttle;
import io.gongbi.standard.Where;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Coming in and going out: the first run, login by password or link, language. */
@RestController
@About("Coming in and going out.")
public class SessionResource {
  private final Gongbi gongbi;
  private final Users users;
  private final Passwords passwords;
  private final Throttle throttle;
  private final CsrfTokenRepository csrf;

  public SessionResource(
      Gongbi gongbi, Passwords passwords, Throttle throttle, CsrfTokenRepository csrf) {
    this.gongbi = gongbi;
    this.users = gongbi.users();
    this.passwords = passwords;
    this.throttle = throttle;
    this.csrf = csrf;
  }

  /** Whether the first administrator is still to come. */
  public record SetUp(boolean needed) {}

  /** The first administrator: the token of the printed link, a login name, a password. */
  public record FirstUser(String token, String name, String password) {}

  /** A login by name and password. */
  public record Login(String name, String password) {}

  /** A login by the token of a one-time link. */
  public record Link(String token) {}

  /** {@code zh} or {@code en}. */
  public record ChosenLocale(String locale) {}

  /**
   * Who is logged in, what the role allows, and for which company.
   *
   * @param everybody whether all customers are in sight, not only those of a city or a shop
   */
  public record Session(Who user, List<Right> rights, boolean everybody, CompanyView company) {}

  /**
   * Whoever is logged in; {@code password}: whether there is one, or only links.
   *
   * @param locale the language they chose; nothing for whoever never did
   */
  public record Who(String id, String name, Optional<String> locale, boolean password) {}

  /** A new password; {@code current} is the one it replaces, if there is one. */
  public record NewPassword(Optional<String> current, String password) {}

  @Needs.Open
  @GetMapping("/api/setup")
  @About("Whether the first administrator is still to come.")
  public SetUp setUp() {
    return new SetUp(users.isSetUpNeeded());
  }

  @Needs.Open
  @PostMapping("/api/setup")
  @About("Makes the first administrator.")
  public Session setUp(
      @RequestBody FirstUser first, HttpServletRequest request, HttpServletResponse response) {
    throttle.begin(request.getRemoteAddr(), "setup");
    var user = users.setUp(first.token(), first.name(), first.password(), passwords);
    throttle.succeeded(request.getRemoteAddr(), "setup");
    return begin(user, request, response);
  }

  @Needs.SignedIn
  @GetMapping("/api/session")
  @About("Who is logged in.")
  public Session session(User user) {
    return view(user);
  }

  @Needs.Open
  @PostMapping("/api/session")
  @About("Logs in by name and password.")
  public Session login(
      @RequestBody Login login, HttpServletRequest request, HttpServletResponse response) {
    throttle.begin(request.getRemoteAddr(), login.name());
    var user = users.login(login.name(), login.password(), passwords);
    throttle.succeeded(request.getRemoteAddr(), login.name());
    return begin(user, request, response);
  }

  @Needs.Open
  @PostMapping("/api/session/link")
  @About("Logs in by a one-time link.")
  public Session login(
      @RequestBody Link link, HttpServletRequest request, HttpServletResponse response) {
    throttle.begin(request.getRemoteAddr(), "link");
    var user = users.loginByLink(link.token());
    throttle.succeeded(request.getRemoteAddr(), "link");
    return begin(user, request, response);
  }

  @Needs.Open
  @DeleteMapping("/api/session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Logs out.")
  public void logout(HttpServletRequest request) {
    Doorkeeper.user(request)
        .ifPresent(user -> gongbi.audit().record(user.id(), Act.LOGOUT, user.name(), ""));
    Doorkeeper.letOut(request);
  }

  @Needs.SignedIn
  @PutMapping("/api/session/locale")
  @About("Chooses the language.")
  public Session locale(@RequestBody ChosenLocale chosen, User user) {
    var language =
        Language.of(chosen.locale())
            .orElseThrow(
                () ->
                    new FaultException(
                        new Fault.BadQuestion(
                            "access.locale-unknown", "locale", Map.of("locale", chosen.locale()))));
    users.setLanguage(user, language);
    return view(users.find(user.id()).orElse(user));
  }

  /** Ends every other session of this user; this one goes on under a new id. */
  @Needs.SignedIn
  @PutMapping("/api/session/password")
  @About("Gives oneself a password, or another one.")
  public Session password(
      @RequestBody NewPassword wanted,
      User user,
      HttpServletRequest request,
      HttpServletResponse response) {
    throttle.begin(request.getRemoteAddr(), user.name());
    if (users.hasPassword(user) && !users.isPassword(user, wanted.current().orElse(""), passwords))
      throw Faults.bad("access.wrong-current-password", "current");
    users.setPassword(user, wanted.password(), passwords);
    throttle.succeeded(request.getRemoteAddr(), user.name());
    var changed =
        users
            .find(user.id())
            .orElseThrow(() -> Faults.notFound("access.no-such-user", user.name()));
    return begin(changed, request, response);
  }

  /** New session, new CSRF token: nothing that was known before the login opens anything after. */
  private Session begin(User user, HttpServletRequest request, HttpServletResponse response) {
    Doorkeeper.letIn(request, user);
    csrf.saveToken(csrf.generateToken(request), request, response);
    return view(user);
  }

  private Session view(User user) {
    var rights = Arrays.stream(Right.values()).filter(user.role().rights()::contains).toList();
    return new Session(
        new Who(
            user.id().value(),
            user.name(),
            user.language().map(Language::code),
            users.hasPassword(user)),
        rights,
        user.role().customers() instanceof Where.Always,
        CompanyView.of(gongbi));
  }
}
