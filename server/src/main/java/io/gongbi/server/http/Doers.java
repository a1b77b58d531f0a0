package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.server.login.Doorkeeper;
import java.util.Map;

/**
 * What those are called who made or did something: a person by the login name, in every language
 * the same; whoever works at the server itself, and the product, in words. {@code u91c…} of Lin is
 * "Lin", {@code system} is 系统.
 */
record Doers(Map<UserId, String> names) {
  private static final Label PRODUCT = new Label("系统", "System");
  private static final Label COMMAND_LINE = new Label("服务器管理员", "Server administrator");

  static Doers of(Gongbi gongbi) {
    return new Doers(gongbi.users().names());
  }

  Label called(UserId id) {
    if (id.equals(UserId.SYSTEM)) return PRODUCT;
    if (id.equals(Doorkeeper.COMMAND_LINE)) return COMMAND_LINE;
    return Label.typed(names.getOrDefault(id, id.value()));
  }
}
