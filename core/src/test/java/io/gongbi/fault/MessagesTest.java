package io.gongbi.fault;

import static org.assertj.core.api.Assertions.assertThat;

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
  void code_isSaidAsItIs_whenNoSentenceStands() {
    assertThat(Messages.say("nobody.knows", Map.of(), Locale.CHINESE)).isEqualTo("nobody.knows");
    assertThat(Messages.knows("nobody.knows", Locale.CHINESE)).isFalse();
    assertThat(Messages.knows("access.name-taken", Locale.CHINESE)).isTrue();
  }
}
