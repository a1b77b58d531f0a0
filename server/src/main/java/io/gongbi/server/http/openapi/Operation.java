package io.gongbi.server.http.openapi;

import io.gongbi.catalog.Schemas;
import io.gongbi.server.http.About;
import io.gongbi.server.login.Needs;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One call: what it takes, what it answers, who may. */
final class Operation {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern WORD = Pattern.compile("[^a-zA-Z0-9]+([a-zA-Z0-9])");

  private final RequestMethod method;
  private final String path;
  private final HandlerMethod handler;
  private final Schemas schemas;

  Operation(RequestMethod method, String path, HandlerMethod handler, Schemas schemas) {
    this.method = method;
    this.path = path;
    this.handler = handler;
    this.schemas = schemas;
  }

  /** {@code segment} for SegmentResource. */
  static String concept(HandlerMethod handler) {
    var name = handler.getBeanType().getSimpleName().replaceFirst("Resource$", "");
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  ObjectNode json() {
    var operation = JSON.objectNode();
    operation.putArray("tags").add(concept(handler));
    summary().ifPresent(s -> operation.put("summary", s.value()));
    operation.put("operationId", id());
    need()
        .ifPresent(
            need -> {
              operation.put("description", said(need));
              operation.put("x-right", need.value().name());
            });
    if (handler.hasMethodAnnotation(Needs.Open.class)) operation.putArray("security");
    var parameters = parameters();
    if (!parameters.isEmpty()) operation.set("parameters", parameters);
    body().ifPresent(body -> operation.set("requestBody", body));
    operation.set("responses", responses());
    return operation;
  }

  private Optional<About> summary() {
    return Optional.ofNullable(handler.getMethodAnnotation(About.class));
  }

  private Optional<Needs> need() {
    return Optional.ofNullable(handler.getMethodAnnotation(Needs.class));
  }

  private static String said(Needs need) {
    return "Needs the right "
        + need.value()
        + (need.overAll().isEmpty() ? "." : ", and all customers in sight.");
  }

  /** {@code postSegmentsKeyExport}: as unique as method and path are. */
  private String id() {
    var words = method.name().toLowerCase(Locale.ROOT) + path.replaceFirst("^/api", "");
    return WORD.matcher(words)
        .replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT))
        .replaceAll("[^a-zA-Z0-9]", "");
  }

  private List<MethodParameter> with(Class<? extends Annotation> annotation) {
    return Arrays.stream(handler.getMethodParameters())
        .filter(p -> p.hasParameterAnnotation(annotation))
        .toList();
  }

  private static boolean isFile(MethodParameter parameter) {
    return parameter.getParameterType() == MultipartFile.class;
  }

  // What it takes
  // ----------------------------------------------------------------------------------

  private ArrayNode parameters() {
    var parameters = JSON.arrayNode();
    for (var parameter : with(PathVariable.class))
      parameters.add(parameter(parameter, "path", true, schema(parameter)));
    for (var parameter : with(RequestParam.class)) {
      if (isFile(parameter)) continue;
      var schema = schema(parameter);
      var given = annotation(parameter, RequestParam.class).defaultValue();
      boolean usual = !given.equals(ValueConstants.DEFAULT_NONE);
      if (usual && schema.path("type").asString("").equals("integer"))
        schema.put("default", Long.parseLong(given));
      else if (usual) schema.put("default", given);
      boolean required = !usual && parameter.getParameterType() != Optional.class;
      parameters.add(parameter(parameter, "query", required, schema));
    }
    return parameters;
  }

  private ObjectNode schema(MethodParameter parameter) {
    return schemas.read(parameter.getGenericParameterType());
  }

  private static ObjectNode parameter(
      MethodParameter parameter, String in, boolean required, ObjectNode schema) {
    return JSON.objectNode()
        .put("name", name(parameter))
        .put("in", in)
        .put("required", required)
        .set("schema", schema);
  }

  private static String name(MethodParameter parameter) {
    @Nullable RequestParam given = parameter.getParameterAnnotation(RequestParam.class);
    if (given != null && !given.value().isEmpty()) return given.value();
    return parameter.getExecutable().getParameters()[parameter.getParameterIndex()].getName();
  }

  private static <A extends Annotation> A annotation(MethodParameter parameter, Class<A> type) {
    @Nullable A found = parameter.getParameterAnnotation(type);
    if (found == null) throw new IllegalStateException("no " + type + " at " + parameter);
    return found;
  }

  private Optional<ObjectNode> body() {
    var files = with(RequestParam.class).stream().filter(Operation::isFile).toList();
    if (!files.isEmpty()) {
      var form = JSON.objectNode().put("type", "object");
      var properties = form.putObject("properties");
      var required = form.putArray("required");
      for (var file : files) {
        properties.putObject(name(file)).put("type", "string").put("format", "binary");
        required.add(name(file));
      }
      return Optional.of(content("multipart/form-data", form));
    }
    return with(RequestBody.class).stream()
        .findFirst()
        .map(body -> content("application/json", schema(body)));
  }

  private static ObjectNode content(String media, ObjectNode schema) {
    var body = JSON.objectNode().put("required", true);
    body.putObject("content").putObject(media).set("schema", schema);
    return body;
  }

  // What it answers
  // --------------------------------------------------------------------------------

  private ObjectNode responses() {
    var responses = JSON.objectNode();
    responses.set(Integer.toString(success().value()), answer());
    if (!parameters().isEmpty() || body().isPresent()) refusal(responses, HttpStatus.BAD_REQUEST);
    if (!handler.hasMethodAnnotation(Needs.Open.class)) refusal(responses, HttpStatus.UNAUTHORIZED);
    if (need().isPresent()) refusal(responses, HttpStatus.FORBIDDEN);
    if (!with(PathVariable.class).isEmpty()) refusal(responses, HttpStatus.NOT_FOUND);
    responses.putObject("default").put("$ref", "#/components/responses/Problem");
    return responses;
  }

  private static void refusal(ObjectNode responses, HttpStatus status) {
    responses
        .putObject(Integer.toString(status.value()))
        .put("$ref", "#/components/responses/Problem");
  }

  private HttpStatus success() {
    return Optional.ofNullable(handler.getMethodAnnotation(ResponseStatus.class))
        .map(ResponseStatus::value)
        .orElse(HttpStatus.OK);
  }

  private ObjectNode answer() {
    var answer = JSON.objectNode();
    var type = handler.getReturnType().getGenericParameterType();
    var files = summary().map(About::file).orElse(new String[0]);
    if (files.length > 0) {
      var content = answer.put("description", "A file.").putObject("content");
      for (var media : files)
        content.putObject(media).putObject("schema").put("type", "string").put("format", "binary");
    } else if (type == void.class) {
      answer.put("description", "Done.");
    } else {
      var content = answer.put("description", "The answer.").putObject("content");
      var json = content.putObject("application/json");
      if (type == ObjectNode.class) json.putObject("schema").put("type", "object");
      else json.set("schema", schemas.written(type));
    }
    return answer;
  }
}
