package io.gongbi.server.login;

import io.gongbi.access.Right;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The right that a call needs. Every handler has one, or says {@link Open} or {@link SignedIn}: a
 * handler without any is refused to everyone.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
  Right value();

  /**
   * Of a call that is about all customers: the code of what is said to whoever sees some of them
   * only. Empty where each sees and decides of their own.
   */
  String overAll() default "";

  /** For everyone, also without login. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface Open {}

  /** For whoever is logged in, whatever the role. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface SignedIn {}
}
