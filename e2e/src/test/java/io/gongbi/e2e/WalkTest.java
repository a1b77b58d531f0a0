package io.gongbi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * From two exported files to what a person does with them, by mouse, in Chinese at the desk. The
 * figures are judged by the truth that the files were made from. Then every page that the walk has
 * made is inspected in both languages at both widths. What a step does stands in its {@link
 * Chapter}, by the same name.
 */
class WalkTest extends Walk {
  private Arrival arrival;
  private Customers customers;
  private Traits traits;
  private Quality quality;
  private Insights insights;
  private Sending sending;
  private Settings settings;

  @BeforeAll
  void begin() {
    arrival = new Arrival(this);
    customers = new Customers(this);
    traits = new Traits(this, customers);
    quality = new Quality(this);
    insights = new Insights(this, customers);
    sending = new Sending(this, traits);
    settings = new Settings(this);
  }

  @Test
  @Order(1)
  void administrator_isWhoeverHoldsTheLinkFromTheTerminal() {
    arrival.administrator_isWhoeverHoldsTheLinkFromTheTerminal();
  }

  @Test
  @Order(2)
  void files_areReadAndMappedAndTriedBeforeTheyLand() throws IOException {
    arrival.files_areReadAndMappedAndTriedBeforeTheyLand();
  }

  @Test
  @Order(3)
  void rows_addUpToWhatWasWritten() throws IOException {
    arrival.rows_addUpToWhatWasWritten();
  }

  @Test
  @Order(4)
  void home_showsThePeopleThatThereAre() {
    customers.home_showsThePeopleThatThereAre();
  }

  @Test
  @Order(5)
  void customer_isFoundByPhoneAndPainted() throws IOException {
    customers.customer_isFoundByPhoneAndPainted();
  }

  @Test
  @Order(6)
  void search_leadsToACustomerAndToWhatCanBeDone() throws IOException {
    customers.search_leadsToACustomerAndToWhatCanBeDone();
  }

  @Test
  @Order(7)
  void segment_isDrawnCountedSavedAndExported() throws IOException {
    traits.segment_isDrawnCountedSavedAndExported();
  }

  @Test
  @Order(8)
  void tag_saysWhoHasItAndWhy() {
    traits.tag_saysWhoHasItAndWhy();
  }

  @Test
  @Order(9)
  void rfm_givesEachBuyerOneOfEightGroups() {
    traits.rfm_givesEachBuyerOneOfEightGroups();
  }

  @Test
  @Order(9)
  void tags_ofOtherKinds_haveTheirOwnForms() {
    traits.tags_ofOtherKinds_haveTheirOwnForms();
  }

  @Test
  @Order(9)
  void field_isAddedToTheStandard() {
    quality.field_isAddedToTheStandard();
  }

  @Test
  @Order(9)
  void rule_isTriedOnRealRowsAndKept() {
    quality.rule_isTriedOnRealRowsAndKept();
  }

  @Test
  @Order(9)
  void row_thatWasSetAsideIsPutRight() {
    quality.row_thatWasSetAsideIsPutRight();
  }

  @Test
  @Order(9)
  void score_leadsToTheRowsThatItIsAbout() {
    quality.score_leadsToTheRowsThatItIsAbout();
  }

  @Test
  @Order(9)
  void card_thatManySeemToUseIsForAPersonToJudge() {
    customers.card_thatManySeemToUseIsForAPersonToJudge();
  }

  @Test
  @Order(10)
  void trend_opensIntoCustomersWhoBecomeASegment() {
    insights.trend_opensIntoCustomersWhoBecomeASegment();
  }

  @Test
  @Order(11)
  void board_showsWhatTheServerAnswers() {
    insights.board_showsWhatTheServerAnswers();
  }

  @Test
  @Order(12)
  void campaign_isWrittenRehearsedAndLaunched() {
    sending.campaign_isWrittenRehearsedAndLaunched();
  }

  @Test
  @Order(13)
  void list_goesOutAndItsReceiptsComeBack() throws IOException {
    sending.list_goesOutAndItsReceiptsComeBack();
  }

  @Test
  @Order(14)
  void effect_countsTheBuyersOfBothGroups() throws IOException {
    sending.effect_countsTheBuyersOfBothGroups();
  }

  @Test
  @Order(15)
  void colleague_isAddedWithARoleAndACity() {
    settings.colleague_isAddedWithARoleAndACity();
  }

  @Test
  @Order(16)
  void gateway_isConnectedTriedAndTellsWhatBecameOfAMessage() throws Exception {
    settings.gateway_isConnectedTriedAndTellsWhatBecameOfAMessage();
  }

  @Test
  @Order(17)
  void valuesOfCustomers_followTheRulesThatArePeoplesChoice() {
    customers.valuesOfCustomers_followTheRulesThatArePeoplesChoice();
  }

  /** Each page in both languages at both widths, and what is wrong with it. */
  @TestFactory
  @Order(100)
  Stream<DynamicTest> page_isRight() {
    var state = owner.state();
    var tests = new ArrayList<DynamicTest>();
    for (var language : List.of("zh", "en")) {
      for (int width : List.of(Visitor.DESK, Visitor.PHONE)) {
        var visitor = new Visitor(chromium.browser(), company.address(), language, width, state);
        for (var path : pages)
          tests.add(
              DynamicTest.dynamicTest(
                  language + " " + width + " " + path,
                  () -> {
                    visitor.open(path);
                    visitor.picture(name(path));
                    assertThat(inspection.of(visitor.page(), language)).isEmpty();
                    assertThat(visitor.complaints()).isEmpty();
                  }));
      }
    }
    return tests.stream();
  }
}
