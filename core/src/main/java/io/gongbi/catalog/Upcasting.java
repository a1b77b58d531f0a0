package io.gongbi.catalog;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings stored JSON, in place, to the form of today. */
final class Upcasting {
  private static final JsonMapper PLAIN = new JsonMapper();

  private Upcasting() {}

  static void apply(List<Upcast> upcasts, JsonNode whole) {
    for (var upcast : upcasts) apply(upcast, whole);
  }

  private static void apply(Upcast upcast, JsonNode whole) {
    switch (upcast) {
      case Upcast.Renamed r -> at(r.at(), whole, object -> rename(object, r));
      case Upcast.Added a -> at(a.at(), whole, object -> add(object, a));
      case Upcast.Removed r -> at(r.at(), whole, object -> object.remove(r.property()));
      case Upcast.Retyped r -> at(r.from(), whole, object -> retype(object, r));
    }
  }

  private static void rename(ObjectNode object, Upcast.Renamed renamed) {
    if (object.has(renamed.from())) object.set(renamed.to(), object.remove(renamed.from()));
  }

  private static void add(ObjectNode object, Upcast.Added added) {
    if (!object.has(added.property())) object.set(added.property(), PLAIN.readTree(added.json()));
  }

  private static void retype(ObjectNode object, Upcast.Retyped retyped) {
    if (isOfType(object, retyped.from())) object.put("type", retyped.to());
  }

  private static void at(String at, JsonNode whole, Consumer<ObjectNode> change) {
    if (!at.isEmpty()) walk(at, "", whole, change);
    else if (whole instanceof ObjectNode object) change.accept(object);
  }

  private static void walk(String at, String under, JsonNode node, Consumer<ObjectNode> change) {
    switch (node) {
      case ArrayNode array -> {
        for (var element : array) walk(at, under, element, change);
      }
      case ObjectNode object -> {
        for (var property : object.properties())
          walk(at, property.getKey(), property.getValue(), change);
        if (under.equals(at) || isOfType(object, at)) change.accept(object);
      }
      default -> {}
    }
  }

  private static boolean isOfType(ObjectNode object, String type) {
    return object.path("type").asString("").equals(type);
  }
}
