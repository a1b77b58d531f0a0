package io.gongbi.e2e;

/** The same walk by somebody who reads English. */
class WhoIsWhoInEnglishTest extends WhoIsWhoTest {
  @Override
  String language() {
    return "en";
  }
}
