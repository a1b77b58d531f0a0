package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.catalog.Label;
import io.gongbi.server.login.Needs;
import io.gongbi.standard.EntityName;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The customer data standard: what columns can be mapped to. */
@RestController
@About("The customer data standard.")
public class StandardResource {
  private final Gongbi gongbi;

  public StandardResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /** An entity; a row of it may carry the fields of its parents too. */
  public record EntityView(
      EntityName name,
      Label label,
      List<EntityName> parents,
      List<SegmentResource.FieldView> fields) {}

  @Needs(Right.VIEW)
  @GetMapping("/api/standard/entities")
  @About("The entities and fields that columns can be mapped to.")
  public List<EntityView> entities() {
    return gongbi.standard().entities().stream()
        .map(
            e ->
                new EntityView(
                    e.name(),
                    e.label(),
                    e.parents(),
                    e.fields().stream().map(SegmentResource.FieldView::of).toList()))
        .toList();
  }
}
