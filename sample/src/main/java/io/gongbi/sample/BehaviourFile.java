package io.gongbi.sample;

import io.gongbi.sample.Browsing.Deed;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code wechat-小程序行为.ndjson}: one thing done in the mini-program a line, user by user, keys
 * without a value left out.
 */
final class BehaviourFile {

  static final String NAME = "wechat-小程序行为.ndjson";

  private final World world;

  BehaviourFile(World world) {
    this.world = world;
  }

  Written.File write(Path folder) throws IOException {
    Path path = folder.resolve(NAME);
    Browsing browsing = new Browsing(world);
    long rows = 0;
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(path), StandardCharsets.UTF_8), 1 << 16)) {
      for (int i = 0; i < world.customers; i++) {
        Person person = world.people.person(i);
        if (world.mini.uses(person)) {
          String openid = world.mini.openid(person);
          for (Deed deed : browsing.of(person)) {
            if (deed.second() < world.seasons.lengthInSeconds()) {
              out.write(line(openid, deed));
              rows++;
            }
          }
        }
      }
    }
    return new Written.File(path, rows);
  }

  /** Nothing in the values needs escaping: they are the company's own words. */
  private String line(String openid, Deed deed) {
    StringBuilder json = new StringBuilder(160);
    json.append("{\"openid\":\"").append(openid);
    json.append("\",\"event\":\"").append(deed.event());
    json.append("\",\"time\":\"").append(Handwriting.plain(world.seasons.moment(deed.second())));
    json.append("\",\"page\":\"").append(deed.page()).append('"');
    deed.good()
        .ifPresent(
            good -> {
              json.append(",\"sku\":\"").append(good.code());
              json.append("\",\"category\":\"").append(good.category().label).append('"');
            });
    deed.keyword().ifPresent(words -> json.append(",\"keyword\":\"").append(words).append('"'));
    if (deed.seconds() > 0) {
      json.append(",\"seconds\":").append(deed.seconds());
    }
    return json.append("}\n").toString();
  }
}
