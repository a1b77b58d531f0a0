package io.gongbi.catalog;

import java.util.function.Function;

/**
 * A type that JSON holds as one string, such as a field key: {@code "customer.city"}. Reading
 * throws an IllegalArgumentException for a string that is none. (A record with a single component
 * called {@code value} needs no shape: it is written as that value.)
 */
public record Written<T>(Class<T> type, Function<T, String> write, Function<String, T> read)
    implements Shape {

  /** Written by its {@code toString}. */
  public static <T> Written<T> of(Class<T> type, Function<String, T> read) {
    return new Written<>(type, Object::toString, read);
  }

  /** An enum in lower camel case: {@code NET_REVENUE} as {@code "netRevenue"}. */
  public static <E extends Enum<E>> Written<E> lower(Class<E> type) {
    return new Written<>(
        type,
        constant -> lower(constant.name()),
        text -> {
          for (E constant : type.getEnumConstants())
            if (lower(constant.name()).equals(text)) return constant;
          throw new IllegalArgumentException("no such name: " + text);
        });
  }

  private static String lower(String name) {
    var camel = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_') camel.append(upper ? c : Character.toLowerCase(c));
      upper = c == '_';
    }
    return camel.toString();
  }

  String text(Object value) {
    return write.apply(type.cast(value));
  }
}
