package io.gongbi;

import io.gongbi.dashboard.Boards;
import io.gongbi.dashboard.Reports;
import io.gongbi.insight.Insights;

/** What is asked of customers: the analyses, the boards that hold them, the report. */
final class Answers {
  final Insights insights;
  final Boards boards;
  final Reports reports;

  Answers(Foundation on, Statements said) {
    insights = new Insights(on.warehouse, on.gate, said.conditions, said.traits);
    boards = new Boards(on.catalog, on.definitions, on.authors, on.warehouse, on.gate, insights);
    reports = new Reports(on.warehouse, on.gate, said.conditions, said.traits);
  }
}
