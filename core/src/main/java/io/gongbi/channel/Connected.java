package io.gongbi.channel;

import io.gongbi.catalog.Label;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A channel with its line: what a campaign chooses and messages leave by.
 *
 * @param id {@code file}, {@code sms1}: stands in campaigns and in the ledger
 * @param retired whether it is no longer offered; what was sent by it stays known
 */
public record Connected(
    String id, Label label, Channel channel, Line line, BigDecimal price, boolean retired) {
  public String addressField() {
    return channel.addressField();
  }

  public boolean repeatable() {
    return channel.repeatable();
  }

  public boolean reachesAtOnce() {
    return channel.reachesAtOnce();
  }

  public int atOnce() {
    return channel.atOnce(line.settings());
  }

  public int perSecond() {
    return channel.perSecond(line.settings());
  }

  /** Throws {@code channel.retired}, or what else would keep it from sending anything at all. */
  public void mustBeReady() {
    if (retired) {
      throw new FaultException(
          new Fault.Conflict("channel.retired", "", Map.of("channel", label.zh())));
    }
    channel.mustBeReady(line);
  }

  public List<Receipt> send(Batch batch) {
    return channel.send(batch, line);
  }

  public Heard hear(String contentType, byte[] body) {
    return channel.hear(line.settings(), contentType, body);
  }

  public String thanks() {
    return channel.thanks(line.settings());
  }
}
