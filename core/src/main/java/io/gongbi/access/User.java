package io.gongbi.access;

import io.gongbi.catalog.UserId;

/**
 * A person who may log in, never a customer. {@code stamp} rises with every change of password or
 * role: a session remembers the stamp that it began with and ends when it no longer holds.
 */
public record User(UserId id, String name, Role role, Language language, long stamp) {
  public Viewer viewer() {
    return new Viewer(id, role);
  }
}
