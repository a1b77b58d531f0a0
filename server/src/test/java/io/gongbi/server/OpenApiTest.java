package io.gongbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the server is the committed one, and says something of every call. {@code make
 * docs} writes it anew.
 */
@ExtendWith(Running.Shared.class)
class OpenApiTest {
  private static final Path COMMITTED = Path.of("../docs/openapi.json");

  private static ObjectNode served(Running running) {
    var document = (ObjectNode) running.loggedIn(Role.administrator()).get("/openapi.json").json();
    // What the tests added is not part of the product.
    var paths = document.withObjectProperty("paths");
    paths.remove(paths.propertyNames().stream().filter(p -> p.startsWith("/api/test/")).toList());
    var tags = new ArrayList<JsonNode>();
    for (var tag : document.get("tags"))
      if (!tag.path("name").asString("").equals("breaking")) tags.add(tag);
    document.withArrayProperty("tags").removeAll().addAll(tags);
    return document;
  }

  private static String pretty(JsonNode document) {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    return JsonMapper.shared().writer().with(printer).writeValueAsString(document) + "\n";
  }

  @Test
  void document_isTheCommittedOne(Running running) throws IOException {
    var served = pretty(served(running));
    if (System.getProperty("openapi.write") != null) Files.writeString(COMMITTED, served);
    assertThat(served)
        .as("docs/openapi.json is not what the server says; make docs writes it")
        .isEqualTo(Files.readString(COMMITTED));
  }

  @Test
  void call_saysWhatItDoes(Running running) {
    var document = served(running);
    var silent = new TreeSet<String>();
    var ids = new ArrayList<String>();
    for (var path : document.get("paths").properties())
      for (var call : path.getValue().properties()) {
        if (!call.getValue().path("summary").isString()) silent.add(call + " " + path.getKey());
        ids.add(call.getValue().path("operationId").asString(""));
      }
    for (var tag : document.get("tags"))
      if (!tag.path("description").isString()) silent.add(tag.path("name").asString(""));
    assertThat(silent).as("no @About").isEmpty();
    assertThat(ids).isNotEmpty().doesNotHaveDuplicates().doesNotContain("");
  }

  @Test
  void reference_leadsSomewhere(Running running) {
    var document = served(running);
    var lost = new TreeSet<String>();
    for (var reference : document.findValuesAsString("$ref"))
      if (document.at(reference.substring(1)).isMissingNode()) lost.add(reference);
    assertThat(lost).isEmpty();
    for (var mapping : document.findValues("mapping"))
      for (var member : mapping)
        if (document.at(member.asString("").substring(1)).isMissingNode())
          lost.add(member.asString(""));
    assertThat(lost).isEmpty();
  }

  @Test
  void document_isClosedToStrangers(Running running) {
    assertThat(running.browser().get("/openapi.json").status()).isEqualTo(401);
  }
}
