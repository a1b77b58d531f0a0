package io.gongbi.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesTest {
  @Test
  void sentence_isFilledWithTheWords_inBothLanguages() {
    var taken = new Fault.Conflict("access.name-taken", "name", Map.of("name", "林$1\\"));
    assertThat(Messages.say(taken, Locale.SIMPLIFIED_CHINESE)).isEqualTo("登录名“林$1\\”已被使用。");
    assertThat(Messages.say(taken, Locale.ENGLISH)).isEqualTo("The login name “林$1\\” is taken.");
    assertThat(Messages.say(taken, Locale.FRENCH)).isEqualTo("The login name “林$1\\” is taken.");
  }

  @Test
  void word_thatTheProductChose_isSaidInThePersonsLanguage() {
    var words = Map.of("right", "EXPORT");
    assertThat(Messages.say("access.right-missing", words, Locale.CHINESE))
        .isEqualTo("您的角色没有“导出”权限，可请管理员开通。");
    assertThat(Messages.say("access.right-missing", words, Locale.ENGLISH))
        .isEqualTo("Your role may not export. An administrator can grant this.");
  }

  @Test
  void money_hasTheSignAndDecimalsOfItsCurrency() {
    var cny = Currency.getInstance("CNY");
    assertThat(Messages.money(new BigDecimal("496097.8"), cny, Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("¥496,097.80");
    assertThat(Messages.money(new BigDecimal("496097.8"), cny, Locale.ENGLISH))
        .isEqualTo("¥496,097.80");
    assertThat(Messages.money(new BigDecimal("-5"), Currency.getInstance("USD"), Locale.CHINESE))
        .isEqualTo("−$5.00");
    assertThat(Messages.money(new BigDecimal("1200"), Currency.getInstance("JPY"), Locale.ENGLISH))
        .isEqualTo("¥1,200");
  }

  @Test
  void code_isSaidAsItIs_whenNoSentenceStands() {
    assertThat(Messages.say("nobody.knows", Map.of(), Locale.CHINESE)).isEqualTo("nobody.knows");
    assertThat(Messages.knows("nobody.knows", Locale.CHINESE)).isFalse();
    assertThat(Messages.knows("access.name-taken", Locale.CHINESE)).isTrue();
  }
}
