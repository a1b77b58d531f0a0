package io.gongbi.access;

import io.gongbi.catalog.UserId;
import java.util.Optional;

/**
 * A person who may log in, never a customer. {@code stamp} rises with every change of password or
 * role: a session remembers the stamp that it began with and ends when it no longer holds.
 *
 * @param language the one they chose; whoever never chose reads the product in their browser's
 */
public record User(UserId id, String name, Role role, Optional<Language> language, long stamp) {
  public Viewer viewer() {
    return new Viewer(id, role);
  }
}
