package io.gongbi.server.http.openapi;

import io.gongbi.catalog.Codec;
import io.gongbi.server.http.About;
import io.gongbi.server.login.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.ObjectNode;

/** The description of this server, for whoever is logged in: nobody else needs a map of it. */
@RestController
@About("This description.")
public class OpenApiResource {
  private final Codec codec;
  // Asked for only when somebody wants the description: the mapping needs this resource first.
  private final ObjectProvider<RequestMappingHandlerMapping> handlers;
  private @Nullable ObjectNode description;

  public OpenApiResource(Codec codec, ObjectProvider<RequestMappingHandlerMapping> handlers) {
    this.codec = codec;
    this.handlers = handlers;
  }

  @Needs.SignedIn
  @GetMapping("/openapi.json")
  @About("The OpenAPI description of this server.")
  public synchronized ObjectNode description() {
    if (description == null)
      description = new Description(codec.schemas()).of(handlers.getObject().getHandlerMethods());
    return description;
  }
}
