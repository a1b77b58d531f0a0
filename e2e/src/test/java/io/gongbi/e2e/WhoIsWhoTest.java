package io.gongbi.e2e;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A person imports three dirty files, sees what was wrong with them, repairs it, sees how many
 * people they really are, asks why two are one, splits a wrong merge, and finds it still split
 * after the night. In Chinese here, in English in {@link WhoIsWhoInEnglishTest}.
 */
class WhoIsWhoTest extends Walk {
  private WhoIsWho steps;

  @BeforeAll
  void begin() throws IOException {
    steps = new WhoIsWho(this, DirtyFiles.write(company.home()));
  }

  @Test
  @Order(1)
  void files_areImported() {
    steps.filesAreImported();
  }

  @Test
  @Order(2)
  void whatWasWrong_isSaid() {
    steps.whatWasWrongIsSaid();
  }

  @Test
  @Order(3)
  void values_areRepairedAndRowsLetLie() {
    steps.valuesAreRepaired();
  }

  @Test
  @Order(4)
  void people_areCounted() {
    steps.peopleAreCounted();
  }

  @Test
  @Order(5)
  void whyTwoAreOne_isAsked() {
    steps.oneIsAskedFor();
  }

  @Test
  @Order(6)
  void wrongMerge_isSplit() {
    steps.wrongMergeIsSplit();
  }

  @Test
  @Order(7)
  void night_changesNothing() {
    steps.nightChangesNothing();
  }

  @Test
  @Order(8)
  void pages_areRightOnATelephone() {
    try (var visitor =
        new Visitor(
            chromium.browser(), company.address(), language(), Visitor.PHONE, owner.state())) {
      steps.pagesAreRightOnATelephone(visitor);
    }
  }
}
