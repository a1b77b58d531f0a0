package io.gongbi.channel;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Messages that leave together. The same {@code number} of the same {@code origin} always carries
 * the same messages, so a channel that recognises it can be asked twice. {@code place}: a folder
 * where the channel may keep files of this origin.
 */
public record Batch(
    String origin, long number, Path place, Instant happenedAt, List<Message> messages) {
  public Batch {
    messages = List.copyOf(messages);
  }
}
