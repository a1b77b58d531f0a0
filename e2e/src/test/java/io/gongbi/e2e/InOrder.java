package io.gongbi.e2e;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Steps of one way: where one does not succeed, the following are not tried. */
final class InOrder implements BeforeEachCallback, TestExecutionExceptionHandler {
  private String stumbled = "";

  @Override
  public void beforeEach(ExtensionContext context) {
    if (!stumbled.isEmpty()) throw new TestAbortedException("not reached after " + stumbled);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    stumbled = context.getDisplayName();
    context
        .getTestInstance()
        .filter(Walk.class::isInstance)
        .map(Walk.class::cast)
        .ifPresent(walk -> walk.picture("stumbled"));
    throw thrown;
  }
}
