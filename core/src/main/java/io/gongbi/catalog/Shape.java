package io.gongbi.catalog;

/**
 * How a type is written as JSON where its plain form, an object with the record's components, will
 * not do. A concept lists the shapes of its types once; what is stored and what travels over HTTP
 * then look the same.
 */
public sealed interface Shape permits Family, Written {
  Class<?> type();
}
