package io.gongbi;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real data sets that tests may read where they lie. Without {@code GONGBI_TEST_DATA} such a test
 * says loudly that it did not run; with it, a missing file is a failure.
 */
public final class TestData {
  private TestData() {}

  public static Path file(String name) {
    var folder = System.getenv("GONGBI_TEST_DATA");
    if (folder == null || folder.isBlank()) {
      System.err.println("SKIPPED, NOT PASSED: set GONGBI_TEST_DATA to test with " + name);
      return Assumptions.abort("GONGBI_TEST_DATA is not set: no " + name);
    }
    var file = Path.of(folder).resolve(name);
    if (!Files.isRegularFile(file)) fail("GONGBI_TEST_DATA is set but there is no " + file);
    return file;
  }
}
