package io.gongbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Role;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rules by which fields are inferred, over HTTP, in a company without data. */
@ExtendWith(Running.Shared.class)
class ImputationOverHttpTest {
  private static final String RULES = "/api/profile/imputation";
  private static final String CITY =
      "{\"field\":\"city\",\"method\":{\"type\":\"grouped\",\"by\":[\"phone_prefix\"],"
          + "\"least\":20,\"percent\":70}}";

  @Test
  void rules_areSeenByWhoSeesEverybody_andDecidedByWhoAnswersForTheData(Running running) {
    var seen = running.loggedIn(Role.viewer()).get(RULES);
    assertThat(seen.status()).as(seen.toString()).isEqualTo(200);
    assertThat(seen.json().path("fields").valueStream().map(f -> f.path("field").asString("")))
        .startsWith("gender", "birthday", "country", "province", "city", "district", "occupation");
    var shanghai = new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));
    var some = running.loggedIn(Role.analyst().over(shanghai));
    assertThat(some.get(RULES).code()).isEqualTo("profile.impute-sees-some-only");
    assertThat(some.put(RULES, CITY).code()).isEqualTo("profile.impute-sees-some-only");
    assertThat(running.loggedIn(Role.marketer()).put(RULES, CITY).status()).isEqualTo(403);

    var analyst = running.loggedIn(Role.analyst());
    var trial = analyst.post(RULES + "/trial", CITY).json();
    assertThat(trial.path("accuracy").path("verdict").asString("")).isEqualTo("too_few");
    assertThat(trial.path("filled").asLong()).isZero();
    assertThat(analyst.put(RULES, CITY.replace("\"city\"", "\"phone\"")).code())
        .isEqualTo("profile.impute-field");
    var put = analyst.put(RULES, CITY).json();
    assertThat(
            put.path("fields")
                .valueStream()
                .filter(f -> f.path("field").asString("").equals("city"))
                .map(f -> f.path("rule").path("method").toString()))
        .containsExactly(
            "{\"type\":\"grouped\",\"by\":[\"phone_prefix\"],\"least\":20,\"percent\":70}");
    // Guesses are offered to conditions while somebody guesses.
    var words = "/api/segments/vocabulary";
    assertThat(analyst.get(words).text()).contains("customer.imputed_city");
    assertThat(analyst.get(words).text()).doesNotContain("customer.imputed_gender");
    assertThat(analyst.delete(RULES + "/city").status()).isEqualTo(200);
    assertThat(analyst.get(words).text()).doesNotContain("customer.imputed_city");
  }
}
