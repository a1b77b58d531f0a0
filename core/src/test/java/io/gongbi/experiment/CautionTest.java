package io.gongbi.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.fault.Messages;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CautionTest {
  @ParameterizedTest
  @EnumSource
  void caution_hasASentence_inBothLanguages(Caution caution) {
    assertThat(Messages.knows(caution.code(), Locale.CHINESE)).isTrue();
    assertThat(Messages.knows(caution.code(), Locale.ENGLISH)).isTrue();
  }

  @Test
  void sentence_namesTheLimit() {
    var few = Caution.FEW_BUYERS;

    assertThat(Messages.say(few.code(), few.words(), Locale.CHINESE)).contains("不足 50 人");
    assertThat(Messages.say(few.code(), few.words(), Locale.ENGLISH))
        .contains("fewer than 50 buyers");
  }
}
