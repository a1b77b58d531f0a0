package io.gongbi.channel;

import java.util.List;

/** What a call from outside said, and how much of it could not be read. */
public record Heard(List<News> news, long unreadable) {
  public Heard {
    news = List.copyOf(news);
  }
}
