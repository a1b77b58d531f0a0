package io.gongbi.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.json.JsonMapper;

@Isolated("the locale is the whole machine's")
class StoppedImportTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  private static String told(Locale locale, String files) {
    Locale.setDefault(locale);
    return new StoppedImport(17, JsonMapper.shared().readTree(files)).told();
  }

  /** Of three files the first had landed, the second was refused, the third was being read. */
  @Test
  void stoppedImport_saysWhatIsKept_whatIsNot_andHowToGoOn() {
    var files =
        """
        [{"name": "会员.csv", "state": "landed", "landed": 12000, "retry": true},
         {"name": "积分.csv", "state": "refused", "landed": 0, "retry": false},
         {"name": "订单.csv", "state": "stopped", "landed": 0, "retry": true}]
        """;
    assertThat(told(Locale.CHINESE, files))
        .isEqualTo(
            """
            导入已停止，现有的客户和数字没有变。
              会员.csv：已读入 12,000 行，保留，还没有清洗
              积分.csv：被拒绝，没有读入
              订单.csv：没有读入，一行也没有留下
            接着做（上传的文件保留一天）：gongbi import --retry 17，或在网页“来源 › 导入记录”里点“重试”""");
    assertThat(told(Locale.ENGLISH, files))
        .isEqualTo(
            """
            The import was stopped; customers and figures are what they were.
              会员.csv: 12,000 rows were read and are kept, not cleaned yet
              积分.csv: refused, not read
              订单.csv: not read; none of its rows is kept
            To go on (files that were sent are kept for a day): gongbi import --retry 17, or "Try again" under Sources › Imports in the browser""");
  }

  /** Where nothing can be begun again nobody is told to. */
  @Test
  void stoppedImport_offersNoRetry_whereNothingIsLeft() {
    assertThat(
            told(
                Locale.CHINESE,
                """
                [{"name": "积分.csv", "state": "refused", "landed": 0, "retry": false}]
                """))
        .isEqualTo(
            """
            导入已停止，现有的客户和数字没有变。
              积分.csv：被拒绝，没有读入""");
  }
}
