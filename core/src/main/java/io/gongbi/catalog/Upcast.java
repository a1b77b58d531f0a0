package io.gongbi.catalog;

/**
 * One change of form that stored definitions went through. {@code at} says which objects it
 * concerns: those whose {@code type} is so called, or that stand under a property so called (alone
 * or in a list); the empty text is the definition as a whole.
 *
 * <p>Example: {@code new Renamed("recency", "days", "withinDays")} reads {@code
 * {"type":"recency","days":90}}, stored last year, as {@code {"type":"recency","withinDays":90}}.
 */
public sealed interface Upcast {
  /** A property got another name. */
  record Renamed(String at, String from, String to) implements Upcast {}

  /** A property came to be; older definitions mean this value, given as JSON, by its absence. */
  record Added(String at, String property, String json) implements Upcast {}

  /** A property went away. */
  record Removed(String at, String property) implements Upcast {}

  /** A member of a family got another name. */
  record Retyped(String from, String to) implements Upcast {}
}
