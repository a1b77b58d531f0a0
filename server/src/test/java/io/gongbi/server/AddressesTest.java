package io.gongbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Role;
import io.gongbi.server.login.Needs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Rules for every address that the server answers at, those of tomorrow too. */
@ExtendWith(Running.Shared.class)
class AddressesTest {
  private static final List<String> BITS =
      List.of(
          "{}",
          "[]",
          "null",
          "true",
          "-1",
          "1e400",
          "9223372036854775808",
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"' or 1=1 --\"",
          "\"{profile.customer}\"",
          "\"#x\"",
          "{\"day\":\"0000-00-00\"}",
          "{\"moment\":\"+292278994-08-17T07:12:55Z\"}",
          "{\"type\":\"all\",\"of\":[]}",
          "{\"type\":\"nothing\"}",
          "[[[[[[]]]]]]",
          "\"2026-02-30\"",
          "{\"a\":{\"a\":{\"a\":1}}}",
          "{",
          "\"",
          "[1,",
          "<xml/>",
          "NaN",
          "");

  private record Address(String method, String path, HandlerMethod handler) {
    boolean takesBody() {
      return Arrays.stream(handler.getMethodParameters())
          .anyMatch(p -> p.hasParameterAnnotation(RequestBody.class));
    }
  }

  @Test
  void address_saysWhoMayCallIt(Running running) {
    assertThat(addresses(running))
        .filteredOn(a -> !a.path().startsWith("/api/test/"))
        .isNotEmpty()
        .allSatisfy(
            a ->
                assertThat(
                        a.handler().hasMethodAnnotation(Needs.class)
                            || a.handler().hasMethodAnnotation(Needs.Open.class)
                            || a.handler().hasMethodAnnotation(Needs.SignedIn.class))
                    .as(a.method() + " " + a.path())
                    .isTrue());
  }

  @Test
  void address_isClosedToStrangers_unlessItSaysOtherwise(Running running) {
    var stranger = running.browser();
    stranger.get("/api/setup");
    assertThat(addresses(running))
        .filteredOn(a -> !a.handler().hasMethodAnnotation(Needs.Open.class))
        .allSatisfy(
            a ->
                assertThat(stranger.send(a.method(), a.path(), Optional.of("{}")).status())
                    .as(a.method() + " " + a.path())
                    .isEqualTo(401));
  }

  /** A thousand bodies that nobody means: each is refused, none is a bug. */
  @Test
  void body_isRefused_whateverItIs(Running running) {
    var random = new Random(20260601);
    var browser = running.loggedIn(Role.administrator());
    var addresses =
        addresses(running).stream()
            .filter(Address::takesBody)
            .filter(a -> !a.path().startsWith("/api/session") && !a.path().equals("/api/setup"))
            .collect(Collectors.toCollection(ArrayList::new));
    addresses.addAll(
        addresses(running).stream().filter(a -> a.path().equals("/api/session/locale")).toList());
    var wrong = new TreeMap<String, Integer>();
    for (int i = 0; i < 1_000; i++) {
      var address = addresses.get(i % addresses.size());
      var body = body(address, random);
      int status = browser.send(address.method(), address.path(), Optional.of(body)).status();
      if (status >= 500 && status != 503)
        wrong.put(address.method() + " " + address.path() + " " + body, status);
    }
    assertThat(wrong).isEmpty();
  }

  /** An object with the names that are expected here, and values that are not. */
  private static String body(Address address, Random random) {
    var type =
        Arrays.stream(address.handler().getMethodParameters())
            .filter(p -> p.hasParameterAnnotation(RequestBody.class))
            .findFirst()
            .orElseThrow()
            .getParameterType();
    if (!type.isRecord() || random.nextInt(5) == 0) return bit(random);
    return Arrays.stream(type.getRecordComponents())
        .filter(_ -> random.nextInt(6) > 0)
        .map(c -> "\"" + c.getName() + "\":" + bit(random))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String bit(Random random) {
    return BITS.get(random.nextInt(BITS.size()));
  }

  private static List<Address> addresses(Running running) {
    var found = new ArrayList<Address>();
    running
        .server()
        .context()
        .getBean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              for (var path : info.getPatternValues())
                for (var method : info.getMethodsCondition().getMethods())
                  found.add(new Address(method.name(), path.replaceAll("\\{[^}]+}", "1"), handler));
            });
    return found;
  }
}
