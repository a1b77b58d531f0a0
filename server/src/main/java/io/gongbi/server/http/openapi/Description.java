package io.gongbi.server.http.openapi;

import io.gongbi.catalog.Schemas;
import io.gongbi.server.http.About;
import io.gongbi.server.http.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** All handlers as one OpenAPI document, always in the same order. Serves once. */
final class Description {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final String ABOUT =
      """
      Everything that the pages and the command line of Gongbi do.

      Log in with POST /api/session; the cookie then says who asks. What changes something also \
      carries the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN. Programs on the \
      machine of the server may show the token of server.json in the data folder instead.

      A property that is not required may be left out or null, and is left out of answers when \
      there is nothing to say. A list that is left out of a request is empty. Where a request \
      takes a label in both languages, one string stands for both. What is not described here is \
      refused. Every refusal is problem JSON (RFC 9457) that lists all faults with stable codes, \
      in the language of Accept-Language.""";

  private record Call(String path, RequestMethod method, HandlerMethod handler) {}

  private final Schemas schemas;

  Description(Schemas schemas) {
    this.schemas = schemas;
  }

  ObjectNode of(Map<RequestMappingInfo, HandlerMethod> handlers) {
    var calls =
        handlers.entrySet().stream()
            .flatMap(e -> calls(e.getKey(), e.getValue()))
            .sorted(Comparator.comparing(Call::path).thenComparing(Call::method))
            .toList();
    var document = JSON.objectNode().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Gongbi 工笔")
        .put("version", "1")
        .put("description", ABOUT);
    document.set("tags", JSON.arrayNode().addAll(tags(calls)));
    document.set("paths", paths(calls));
    document.set("components", components());
    var either = document.putArray("security");
    either.addObject().putArray("session");
    either.addObject().putArray("commandLine");
    return document;
  }

  private static Stream<Call> calls(RequestMappingInfo info, HandlerMethod handler) {
    return info.getPatternValues().stream()
        .flatMap(
            path ->
                info.getMethodsCondition().getMethods().stream()
                    .map(method -> new Call(path, method, handler)));
  }

  private static List<ObjectNode> tags(List<Call> calls) {
    var tags = new TreeMap<String, ObjectNode>();
    for (var call : calls) {
      var concept = Operation.concept(call.handler());
      @Nullable About summary =
          AnnotatedElementUtils.findMergedAnnotation(call.handler().getBeanType(), About.class);
      var tag = JSON.objectNode().put("name", concept);
      if (summary != null) tag.put("description", summary.value());
      tags.put(concept, tag);
    }
    return List.copyOf(tags.values());
  }

  private ObjectNode paths(List<Call> calls) {
    var paths = JSON.objectNode();
    for (var call : calls) {
      var path = paths.has(call.path()) ? paths.get(call.path()) : paths.putObject(call.path());
      var operation = new Operation(call.method(), call.path(), call.handler(), schemas);
      ((ObjectNode) path)
          .set(call.method().asHttpMethod().name().toLowerCase(Locale.ROOT), operation.json());
    }
    return paths;
  }

  private ObjectNode components() {
    var components = JSON.objectNode();
    var problem = schemas.written(Problem.class);
    components
        .putObject("responses")
        .putObject("Problem")
        .put("description", "What was refused, and why.")
        .putObject("content")
        .putObject("application/problem+json")
        .set("schema", problem);
    components.set("schemas", schemas.components());
    var security = components.putObject("securitySchemes");
    security
        .putObject("session")
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", "gongbi-8080")
        .put(
            "description", "A browser that is logged in; the name of the cookie ends in the port.");
    security
        .putObject("commandLine")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "The token of server.json, from the machine of the server only.");
    return components;
  }
}
