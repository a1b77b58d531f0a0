package io.gongbi.campaign;

import io.gongbi.Gongbi;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The product over a folder of its own for each test, with forty customers, 1 … 40: the even ones
 * live in 上海, the others in 北京; 13900000001 is the phone of number 1, and number 40 has none. It is
 * noon of 1 March 2026 in Shanghai.
 */
abstract class FortyCustomers {
  @TempDir Path folder;
  CampaignFolder company;
  Gongbi gongbi;

  @BeforeEach
  void open() {
    company = CampaignFolder.ofForty(folder);
    gongbi = company.gongbi;
  }

  @AfterEach
  void close() {
    company.close();
  }
}
