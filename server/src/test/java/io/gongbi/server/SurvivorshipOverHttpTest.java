package io.gongbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rules of customer values over HTTP, in a company without data. */
@ExtendWith(Running.Shared.class)
class SurvivorshipOverHttpTest {
  private static final String RULES = "/api/profile/survivorship";

  /** The parts of a place are one rule; consent is never counted by heads. */
  @Test
  void rules_areSeenByAll_andChangedByWhoAnswersForTheData(Running running) {
    var viewer = running.loggedIn(Role.viewer());
    var answer = viewer.get(RULES);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    var rules = answer.json();
    assertThat(
            rules
                .path("rules")
                .valueStream()
                .filter(
                    r -> r.path("fields").toString().matches("(?!.*x_).*(name|city|sms|regis).*"))
                .map(r -> r.path("fields") + " " + r.path("rule") + " " + r.path("choices")))
        .containsExactly(
            "[\"name\"] \"mostFrequent\""
                + " [\"latest\",\"mostTrusted\",\"mostFrequent\",\"mostComplete\"]",
            "[\"surname\"] \"mostFrequent\""
                + " [\"latest\",\"mostTrusted\",\"mostFrequent\",\"mostComplete\"]",
            "[\"given_name\"] \"mostFrequent\""
                + " [\"latest\",\"mostTrusted\",\"mostFrequent\",\"mostComplete\"]",
            "[\"country\",\"province\",\"city\",\"district\",\"address\",\"postcode\"]"
                + " \"mostComplete\""
                + " [\"latest\",\"mostTrusted\",\"mostFrequent\",\"mostComplete\"]",
            "[\"sms_consent\"] \"latest\" [\"latest\",\"mostTrusted\"]",
            "[\"registered_at\"] \"earliest\""
                + " [\"latest\",\"mostTrusted\",\"mostFrequent\",\"mostComplete\",\"earliest\"]");
    var latest = "{\"rules\":{\"name\":\"latest\"},\"trusted\":[]}";
    for (var role : new Role[] {Role.viewer(), Role.marketer()}) {
      assertThat(running.loggedIn(role).put(RULES, latest).status()).isEqualTo(403);
      assertThat(running.loggedIn(role).post(RULES + "/trial", latest).status()).isEqualTo(403);
    }
    var analyst = running.loggedIn(Role.analyst());
    assertThat(analyst.post(RULES + "/trial", latest).json().toString())
        .isEqualTo("{\"customers\":0,\"fields\":[]}");
    assertThat(analyst.put(RULES, latest).json().path("rules").get(0).path("rule").asString())
        .isEqualTo("latest");
    assertThat(analyst.put(RULES, latest.replace("latest", "mostTrusted")).code())
        .isEqualTo("profile.no-trust");
    var usual = analyst.put(RULES, "{\"rules\":{},\"trusted\":[]}").json();
    assertThat(usual.path("rules").get(0)).isEqualTo(rules.path("rules").get(0));
  }
}
