package io.gongbi.catalog;

import java.time.Instant;

/**
 * Something that a person defined: a tag, a segment, a board, a campaign. Saving keeps the version
 * before, so that "what did VIP mean in March?" has an answer.
 *
 * <p>Example: Lin saves {@code tag/vip} as version 1 (spent 5,000). Chen raises it to 8,000, which
 * is version 2. Lin, who still has version 1 on screen, saves too and is told that the tag changed
 * meanwhile.
 *
 * @param version 0 for what has not been saved yet; else the version that {@code body} is of
 */
public record Definition<T>(
    DefinitionId id,
    int version,
    Label label,
    UserId owner,
    Status status,
    Instant changedAt,
    T body) {

  /** How far it has come. What is retired is no longer offered, but what it meant stays known. */
  public enum Status {
    DRAFT,
    APPROVED,
    PUBLISHED,
    RETIRED
  }

  /** One to be saved for the first time, in force at once. */
  public static <T> Definition<T> fresh(DefinitionId id, Label label, UserId owner, T body) {
    return new Definition<>(id, 0, label, owner, Status.PUBLISHED, Instant.EPOCH, body);
  }

  public Definition<T> with(Label label) {
    return new Definition<>(id, version, label, owner, status, changedAt, body);
  }

  public Definition<T> with(Status status) {
    return new Definition<>(id, version, label, owner, status, changedAt, body);
  }

  public Definition<T> withOwner(UserId owner) {
    return new Definition<>(id, version, label, owner, status, changedAt, body);
  }

  public Definition<T> withBody(T body) {
    return new Definition<>(id, version, label, owner, status, changedAt, body);
  }
}
