package io.gongbi.catalog;

/** That a definition was changed, for those who follow: {@code tag/vip}, version 3, saved. */
public record DefinitionChange(DefinitionId id, int version, What what) {
  /** What was done. */
  public enum What {
    SAVED,
    RETIRED,
    DELETED
  }
}
