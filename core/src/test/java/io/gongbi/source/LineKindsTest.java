package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Which lines of a till are no goods, told by their codes, or by their names where there are none.
 */
final class LineKindsTest {
  /** {@code POST|POSTAGE}: a line with code and name, told apart by the bar. */
  private static LineKinds seen(String... lines) {
    var kinds = new LineKinds();
    for (var line : lines) {
      var cells = line.split("\\|", -1);
      kinds.see(cells[0], cells[1]);
    }
    return kinds;
  }

  private static Mapping.KindRule rule(String kind, String field, String... values) {
    return new Mapping.KindRule(
        kind, new Where.In(FieldKey.of(field), Arrays.stream(values).map(Value::of).toList()));
  }

  /**
   * Twenty-five codes of goods with digits, and five without: POST names itself, so does BANK
   * CHARGES; DOT says nothing and is called postage; D is discount by the custom of tills, as long
   * as it has no name that says otherwise. PADS is a product that happens to have no digit.
   */
  @Test
  void codes_thatAreWordsOrUnlikeTheOthers_areNoGoods() {
    var kinds = new LineKinds();
    for (int i = 0; i < 25; i++) kinds.see("850" + i, "MUG " + i);
    kinds.see("POST", "POSTAGE");
    kinds.see("BANK CHARGES", "Bank Charges");
    kinds.see("DOT", "DOTCOM POSTAGE");
    kinds.see("D", "");
    kinds.see("PADS", "PADS TO MATCH ALL CUSHIONS");

    assertThat(kinds.rules())
        .containsExactly(
            rule("postage", "order_line.product_code", "DOT", "POST"),
            rule("discount", "order_line.product_code", "D"),
            rule("fee", "order_line.product_code", "BANK CHARGES"));
  }

  /** The code is ordinary, so the word in the name is the goods' own. */
  @Test
  void product_whoseNameHasTheWord_staysAProduct() {
    assertThat(seen("8501|POSTAGE STAMP MUG", "8502|SAMPLE BOOK", "8503|优惠装面霜").rules()).isEmpty();
  }

  /** What a code is usually called decides: DOT was mistyped once. */
  @Test
  void code_isWhatItIsUsuallyCalled() {
    var kinds = new LineKinds();
    for (int i = 0; i < 25; i++) kinds.see("850" + i, "MUG");
    kinds.see("DOT", "DOTCOM POSTAGE");
    kinds.see("DOT", "DOTCOM POSTAGE");
    kinds.see("DOT", "discount");

    assertThat(kinds.rules()).isEqualTo(List.of(rule("postage", "order_line.product_code", "DOT")));
  }

  /**
   * Without codes the name must say it, and in Chinese what a thing is comes last: 快递运费 is postage,
   * 运费险礼包 a gift, 优惠装面霜 a cream, 测试仪 an instrument.
   */
  @Test
  void names_decide_whereThereAreNoCodes() {
    assertThat(
            seen("|运费", "|快递运费", "|运费补差", "|优惠券", "|测试商品", "|运费险礼包", "|优惠装面霜", "|测试仪", "|绿茶 250g")
                .rules())
        .containsExactly(
            rule("test", "order_line.product_name", "测试商品"),
            rule("postage", "order_line.product_name", "快递运费", "运费", "运费补差"),
            rule("discount", "order_line.product_name", "优惠券"));
  }
}
