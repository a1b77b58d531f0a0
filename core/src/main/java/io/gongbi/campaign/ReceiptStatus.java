package io.gongbi.campaign;

import io.gongbi.channel.Reply;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How senders say what became of a message: 送达, {@code DELIVRD}, 空号. The words mean what they mean
 * in an imported log of sends, see {@code gb_delivery_status}.
 */
enum ReceiptStatus {
  DELIVERED(
      "delivered",
      "delivrd",
      "success",
      "succeeded",
      "read",
      "opened",
      "clicked",
      "送达",
      "已送达",
      "成功",
      "发送成功",
      "接收成功",
      "已到达",
      "到达",
      "已读",
      "已打开",
      "已点击"),
  SENT(
      "sent",
      "submitted",
      "accepted",
      "acceptd",
      "queued",
      "dispatched",
      "pending",
      "已发送",
      "发送",
      "已提交",
      "提交成功",
      "发送中",
      "待回执",
      "等待回执"),
  FAILED(
      "failed",
      "fail",
      "failure",
      "bounced",
      "bounce",
      "rejected",
      "rejectd",
      "undelivered",
      "undeliv",
      "expired",
      "error",
      "blocked",
      "失败",
      "发送失败",
      "接收失败",
      "未送达",
      "退信",
      "空号",
      "黑名单"),
  OPTED_OUT("opted out", "opt out", "unsubscribed", "unsubscribe", "退订", "已退订", "回复退订", "用户退订");

  /** Failures of which the word tells nothing more than that. */
  private static final Set<String> NO_REASON =
      Set.of("failed", "fail", "failure", "error", "失败", "发送失败", "接收失败", "未送达");

  // Made of List.of alone.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> words;

  ReceiptStatus(String... words) {
    this.words = List.of(words);
  }

  /** From what stands as status and as reply; nothing where it makes no sense. */
  static Optional<ReceiptStatus> of(String status, String reply) {
    if (new Reply(status).stops() || new Reply(reply).stops()) return Optional.of(OPTED_OUT);
    // Whoever answers has read it.
    if (status.isEmpty() && !reply.isEmpty()) return Optional.of(DELIVERED);
    var word = word(status);
    return Arrays.stream(values()).filter(s -> s.words.contains(word)).findFirst();
  }

  /** Why a message failed, where nothing but its status says so: 空号 does, 失败 does not. */
  static String reason(String status) {
    return NO_REASON.contains(word(status)) ? "" : status;
  }

  private static String word(String status) {
    return Normalizer.normalize(status, Normalizer.Form.NFKC)
        .strip()
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ')
        .replace('-', ' ');
  }
}
