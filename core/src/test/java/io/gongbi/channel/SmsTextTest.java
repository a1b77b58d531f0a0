package io.gongbi.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How carriers count, beside examples whose parts were counted by hand. */
final class SmsTextTest {
  /** 70 is the last that is whole; 2 × 67 = 134, 3 × 67 = 201. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0,   0
          1,   1
          70,  1
          71,  2
          134, 2
          135, 3
          201, 3
          202, 4
          """)
  void parts_areOfSixtySeven_onceSeventyAreNotEnough(int characters, int parts) {
    assertThat(new SmsText("好".repeat(characters)).parts()).isEqualTo(parts);
    assertThat(new SmsText("a".repeat(characters)).parts())
        .as("whatever the script")
        .isEqualTo(parts);
  }

  /** 好 and a line end are one unit, a picture is two: 34 of them and 好 are 69, 35 and 好 are 71. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
      34, 69, 1
      35, 71, 2
      """)
  void picture_isTwoUnits(int pictures, int units, int parts) {
    var text = new SmsText("🎁".repeat(pictures) + "好");
    assertThat(text.units()).isEqualTo(units);
    assertThat(text.parts()).isEqualTo(parts);
  }
}
