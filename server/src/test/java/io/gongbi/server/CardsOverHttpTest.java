package io.gongbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Suspected cards over HTTP, in a company without data. */
@ExtendWith(Running.Shared.class)
class CardsOverHttpTest {
  @Test
  void list_saysItsBounds_andUnknownStatesAndCustomersAreRefused(Running running) {
    var lin = running.loggedIn(Role.administrator());
    var answer = lin.get("/api/profile/cards?state=open");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    var list = answer.json();
    assertThat(list.path("rows").size()).isZero();
    assertThat(
            list.path("bounds")
                .valueStream()
                .map(b -> b.path("sign").asString("") + " " + b.path("bound").asInt()))
        .containsExactly(
            "many_shops 6",
            "no_home_shop 30",
            "two_shops_a_day 2",
            "often 12",
            "crowded_day 5",
            "several_people 4");
    assertThat(lin.get("/api/profile/cards?state=maybe").code()).isEqualTo("profile.no-state");
    var verdict = "{\"verdict\":\"own\",\"reason\":\"\"}";
    assertThat(lin.put("/api/profile/cards/7", verdict).code()).isEqualTo("profile.no-customer");
    var viewer = running.loggedIn(Role.viewer());
    assertThat(viewer.get("/api/profile/cards/left-out").json().toString())
        .isEqualTo("{\"kinds\":{\"shared\":true,\"staff\":true,\"reseller\":true},\"cards\":{}}");
    var kinds = "{\"shared\":true,\"staff\":false,\"reseller\":true}";
    assertThat(viewer.put("/api/profile/cards/left-out", kinds).status()).isEqualTo(403);
    assertThat(lin.put("/api/profile/cards/left-out", kinds).json().path("kinds").toString())
        .isEqualTo(kinds);
    var all = kinds.replace("false", "true");
    assertThat(lin.put("/api/profile/cards/left-out", all).status()).isEqualTo(200);
    assertThat(viewer.put("/api/profile/cards/7", verdict).status()).isEqualTo(403);
  }
}
