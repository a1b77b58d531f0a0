package io.gongbi.server.http;

import io.gongbi.segment.ListFile;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;

/** Tells the browser that a list follows, of which kind, and under which name to keep it. */
final class Download {
  private Download() {}

  static void begin(HttpServletResponse response, ListFile.Format format, String name) {
    response.setContentType(format.type());
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment()
            .filename(name + "." + format.ending(), StandardCharsets.UTF_8)
            .build()
            .toString());
  }
}
