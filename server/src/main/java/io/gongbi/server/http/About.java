package io.gongbi.server.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One line on what a call does, or on what a resource is about, for {@code /openapi.json}: Javadoc
 * is not there when the server runs.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface About {
  String value();

  /** The media types of a call that answers with a file. */
  String[] file() default {};
}
