package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Act;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.server.login.Needs;
import io.gongbi.source.Mapping;
import io.gongbi.source.MappingCheck;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the columns of a feed mean, and changing it: what has landed is then read anew. */
@RestController
@About("What the columns of a feed mean.")
@RequestMapping("/api/source/mappings")
public class MappingResource {
  private final Gongbi gongbi;

  public MappingResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /** Background work that was begun. */
  public record Begun(long run) {}

  /** The mapping that holds for a feed: the file that {@code gongbi import} takes. */
  @Needs(value = Right.DEFINE, overAll = "source.sees-some-only")
  @GetMapping("/{source}/{feed}")
  @About("The mapping that holds for a feed.")
  public Mapping mapping(@PathVariable String source, @PathVariable String feed) {
    return Keys.mapping(gongbi.mappings(), source, feed);
  }

  /** What has landed in a feed, looked at again: the columns that its mapping may use. */
  @Needs(value = Right.DEFINE, overAll = "source.sees-some-only")
  @GetMapping("/{source}/{feed}/look")
  @About("What has landed in a feed, looked at again.")
  public LookView landed(
      @PathVariable String source,
      @PathVariable String feed,
      Viewer viewer,
      HttpServletRequest request) {
    var mapping = Keys.mapping(gongbi.mappings(), source, feed);
    return gongbi
        .landing()
        .look(mapping, viewer, gongbi.gate())
        .map(look -> LookView.of(look, Speech.of(request)))
        .orElseThrow(() -> Faults.notFound("source.nothing-landed", mapping.id().toString()));
  }

  /** Keeps a changed mapping, and begins to read what has landed by it anew. */
  @Needs(value = Right.DEFINE, overAll = "source.sees-some-only")
  @PutMapping("/{source}/{feed}")
  @About("Changes a mapping, and reads what has landed by it anew.")
  public Begun remap(
      @PathVariable String source,
      @PathVariable String feed,
      @RequestBody Mapping mapping,
      Viewer viewer) {
    var before = Keys.mapping(gongbi.mappings(), source, feed);
    if (!mapping.source().equals(before.source()) || !mapping.feed().equals(before.feed()))
      throw Faults.bad("source.mapping-of-another", "feed");
    gongbi
        .landing()
        .look(before, viewer, gongbi.gate())
        .ifPresent(
            look -> {
              var faults =
                  MappingCheck.faults(
                      mapping, look.columnNames(), gongbi.mappings().all(), gongbi.standard());
              if (!faults.isEmpty()) throw new FaultException(faults);
            });
    gongbi.audit().record(viewer.user(), Act.DEFINED, mapping.id().toString(), "mapping");
    return new Begun(gongbi.imports().reread(viewer.user(), mapping).value());
  }
}
