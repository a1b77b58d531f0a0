package io.gongbi.server;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Holds JSON against a schema of the server's description, and names every place that differs. */
final class SchemaCheck {
  private final JsonNode document;
  private final List<String> wrong = new ArrayList<>();

  private SchemaCheck(JsonNode document) {
    this.document = document;
  }

  static List<String> of(JsonNode document, JsonNode schema, JsonNode value) {
    var check = new SchemaCheck(document);
    check.check(schema, value, "");
    return check.wrong;
  }

  private JsonNode named(String reference) {
    return document.at(reference.substring(1));
  }

  private void check(JsonNode schema, JsonNode value, String place) {
    if (schema.has("$ref")) {
      check(named(schema.path("$ref").asString("")), value, place);
    } else if (schema.has("discriminator")) {
      var type = value.path("type").asString("");
      var member = schema.path("discriminator").path("mapping").path(type);
      if (member.isString()) check(named(member.asString("")), value, place);
      else wrong.add(place + " has no known type: " + value);
    } else if (schema.has("oneOf")) {
      long fitting = fitting(schema.path("oneOf"), value);
      if (fitting != 1) wrong.add(place + " fits " + fitting + " of several: " + value);
    } else if (schema.has("anyOf")) {
      if (fitting(schema.path("anyOf"), value) == 0) wrong.add(place + " fits none: " + value);
    } else {
      checkType(schema, value, place);
    }
  }

  private long fitting(JsonNode schemas, JsonNode value) {
    return schemas.valueStream().filter(s -> of(document, s, value).isEmpty()).count();
  }

  private void checkType(JsonNode schema, JsonNode value, String place) {
    var type = schema.path("type").asString("");
    boolean fits =
        switch (type) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isString();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          case "null" -> value.isNull();
          default -> false;
        };
    if (!fits) {
      wrong.add(place + " is not of type " + type + ": " + value);
      return;
    }
    if (schema.has("const") && !schema.path("const").equals(value))
      wrong.add(place + " is not " + schema.path("const"));
    if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals))
      wrong.add(place + " is none of " + schema.path("enum") + ": " + value);
    if (value.isObject()) checkObject(schema, value, place);
    if (value.isArray()) {
      int index = 0;
      for (var element : value) check(schema.path("items"), element, place + "[" + index++ + "]");
    }
  }

  private void checkObject(JsonNode schema, JsonNode value, String place) {
    for (var name : schema.path("required"))
      if (!value.has(name.asString(""))) wrong.add(place + " lacks " + name);
    for (var property : value.properties()) {
      var inside = place + "." + property.getKey();
      var known = schema.path("properties").path(property.getKey());
      var others = schema.path("additionalProperties");
      if (known.isObject()) check(known, property.getValue(), inside);
      else if (others.isObject()) check(others, property.getValue(), inside);
      else if (others.isBoolean()) wrong.add(inside + " is not described");
    }
  }
}
