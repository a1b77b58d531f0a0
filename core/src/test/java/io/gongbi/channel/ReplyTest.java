package io.gongbi.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"R", "r", "Ｒ", "TD", "td ", "T", "N", "退订", " 退订。", "已退订", "拒收", "opted-out"})
  void stops(String text) {
    assertThat(new Reply(text).stops()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "好的", "退订怎么弄", "TDX", "TR", "送达", "不要退订"})
  void doesNotStop(String text) {
    assertThat(new Reply(text).stops()).isFalse();
  }
}
