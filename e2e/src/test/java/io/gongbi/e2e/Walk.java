package io.gongbi.e2e;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a walk needs: a company, a visitor at the desk, and the pages that were passed. */
@ExtendWith({Chromium.Needed.class, InOrder.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class Walk {
  final Inspection inspection = new Inspection();

  /** The pages that the walk has made, in the order of making. */
  final Set<String> pages = new LinkedHashSet<>();

  Chromium chromium;
  Company company;
  Visitor owner;

  /** What whoever walks reads. */
  String language() {
    return "zh";
  }

  @BeforeAll
  void open() throws Exception {
    company = Company.open();
    chromium = Chromium.launch();
    owner = new Visitor(chromium.browser(), company.address(), language(), Visitor.DESK, null);
    for (var file : company.files().all()) inspection.isData(file.path());
    // The name of a rule that is adopted here, and the words that Chinese customers get and answer
    // with.
    for (var words : List.of("没有手机号", "退订", "拒收请回复R")) inspection.isData(words);
    // What other companies call their levels: values that the rule of a ready tag compares with.
    for (var level : List.of("白金卡", "铂金卡", "钻石卡", "黑卡")) inspection.isData(level);
  }

  @AfterAll
  void close() throws Exception {
    if (owner != null) owner.close();
    if (chromium != null) chromium.close();
    if (company != null) company.close();
  }

  void picture(String name) {
    owner.picture(name);
  }

  static String name(String path) {
    var name = path.substring(1).replaceAll("[0-9a-f]{8,}", "id").replaceAll("[/?=]", "-");
    return name.isEmpty() ? "home" : name;
  }
}
