package io.gongbi.server.http;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/** What is wrong with a body that could not be read, and where in it. */
final class BadBody {
  private BadBody() {}

  static List<Fault> faults(Throwable unreadable) {
    for (@Nullable Throwable t = unreadable; t != null; t = t.getCause()) {
      if (t instanceof FaultException fault) return fault.faults();
      if (t instanceof JacksonException json && !(t.getCause() instanceof JacksonException))
        return inner(json);
    }
    return List.of(new Fault.BadQuestion("server.no-body", "", Map.of()));
  }

  /** A record that refuses nonsense may itself speak in faults. */
  private static List<Fault> inner(JacksonException json) {
    for (@Nullable Throwable t = json.getCause(); t != null; t = t.getCause())
      if (t instanceof FaultException fault) return fault.faults();
    if (json instanceof StreamReadException) {
      var at = json.getLocation();
      var words =
          at == null
              ? Map.of("line", "1", "column", "1")
              : Map.of("line", "" + at.getLineNr(), "column", "" + at.getColumnNr());
      return List.of(new Fault.BadQuestion("server.not-json", "", words));
    }
    var place = place(json.getPath());
    return List.of(new Fault.BadQuestion("server.unfit-body", place, Map.of("place", place)));
  }

  /** {@code steps[1].event}. */
  private static String place(List<JacksonException.Reference> path) {
    var place = new StringBuilder();
    for (var step : path) {
      if (step.getPropertyName() == null) {
        place.append('[').append(Math.max(step.getIndex(), 0)).append(']');
      } else {
        if (!place.isEmpty()) place.append('.');
        place.append(step.getPropertyName());
      }
    }
    return place.toString();
  }
}
