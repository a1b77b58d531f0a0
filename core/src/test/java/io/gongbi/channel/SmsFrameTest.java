package io.gongbi.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.fault.Fault;
import io.gongbi.fault.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SmsFrameTest {
  private static final SmsFrame SHOP = new SmsFrame("宣和生活", "拒收请回复R");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          周末上新                      | 【宣和生活】周末上新，拒收请回复R
          周末上新。                    | 【宣和生活】周末上新。拒收请回复R
          周末上新！                    | 【宣和生活】周末上新！拒收请回复R
          您有{积分}                    | 【宣和生活】您有{积分}，拒收请回复R
          详情 https://a.cn/b           | 【宣和生活】详情 https://a.cn/b 拒收请回复R
          Sale ends 8pm                 | 【宣和生活】Sale ends 8pm 拒收请回复R
          【宣和】周末上新              | 【宣和】周末上新，拒收请回复R
          周末上新，退订回T             | 【宣和生活】周末上新，退订回T
          好物 Reply STOP               | 【宣和生活】好物 Reply STOP
          """)
  void words_areSignedAndSayHowToStop_once(String words, String leaves) {
    assertThat(SHOP.around(words)).isEqualTo(leaves);
    assertThat(SHOP.around(leaves)).as("a second time changes nothing").isEqualTo(leaves);
  }

  @Test
  void whatTheProviderAdds_isNotAdded() {
    assertThat(SmsFrame.NONE.around("周末上新")).isEqualTo("周末上新");
    assertThat(new SmsFrame("宣和生活", "").around("周末上新")).isEqualTo("【宣和生活】周末上新");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          宣和生活                           | 拒收请回复R | []
          ''                                 | ''          | []
          【宣和】                           | 退订回T     | [delivery.signature]
          {姓名}                             | 退订回T     | [delivery.signature]
          一二三四五六七八九十一二三四五六七八九十一 | 退订回T | [delivery.signature]
          宣和                               | 谢谢        | [delivery.opt-out-text]
          """)
  void frame_thatACarrierWouldRefuse_isRefused(String signature, String optOut, String codes) {
    var faults = new Faults();
    new SmsFrame(signature, optOut).check(faults);
    assertThat(faults.found().stream().map(Fault::code).toList()).hasToString(codes);
  }
}
