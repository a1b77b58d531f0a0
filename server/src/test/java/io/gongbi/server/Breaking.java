package io.gongbi.server;

import io.gongbi.server.login.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An address with a bug behind it. */
@RestController
class Breaking {
  @Needs.Open
  @GetMapping("/api/test/broken")
  String broken() {
    throw new IllegalStateException("select phone from profile.customer where name = '林'");
  }

  /** Nobody said who may call this. */
  @GetMapping("/api/test/forgotten")
  String forgotten() {
    return "secret";
  }
}
