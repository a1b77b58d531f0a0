package io.gongbi.e2e;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/**
 * Three files as shops send them, of fifteen people.
 *
 * <p>The members' list was saved by Excel, in GB18030: 赵敏's phone came out as 1.39111E+10, 王建国's
 * with a .0, 刘芳 has two in a cell, 孙倩's is 无, 周杰's is masked, and in those of 郑丽娜 and 冯雪 a letter O
 * stands for a zero. 李静怡 registered on the 30th of February, 吴昊然 was born in a thirteenth month,
 * somebody tested, and 何佳 has no card. The shop's orders are an Excel file: two amounts are words,
 * and one order was paid on a day that is none. 张伟 buys under the account xiaowei_z with the
 * telephone of his father, who has the same name. The mini-program knows telephones and nicknames.
 */
record DirtyFiles(Path members, Path orders, Path users) {
  private static final String MEMBERS =
      """
      会员卡号,姓名,手机号,性别,生日,城市,注册时间
      V001,陈晓燕,13911110001,女,1988-03-05,上海,2024-01-05
      V002,张伟,139 1111 0002,男,1962-07-11,杭州,2024-02-11
      V003,李静怡,+86-13911110003,女,1990-01-01,北京,2024-02-30
      V004,王建国,13911110004.0,男,1975-10-02,广州,2024-03-01
      V005,刘芳,13911110005/13711110005,女,1983-12-24,成都,2024-03-09
      V006,赵敏,1.39111E+10,女,1992-05-06,武汉,2024-04-01
      V007,孙倩,无,女,1995-08-15,南京,2024-04-18
      V008,周杰,138****0008,男,1987-11-30,西安,2024-05-02
      V009,吴昊然,13911110009,男,1991-13-05,深圳,2024-05-20
      V010,郑丽娜,1391111OO10,女,1993-06-01,重庆,2024-06-06
      V011,冯雪,1391111OO11,女,1989-09-09,苏州,2024-06-18
      V012,测试,13800138000,,,,2024-07-01
      ,何佳,13911110013,女,1994-04-04,宁波,2024-07-09
      """;
  private static final String ORDERS =
      """
      订单号,买家账号,收货人,收货手机,收货地址,付款时间,实付金额,订单状态
      D1001,chenxy,陈晓燕,13911110001,上海市徐汇区漕溪北路88号,2025-03-01 10:00:00,129.00,已完成
      D1002,xiaowei_z,张伟,13911110002,上海市浦东新区张江路20号,2025-03-02 11:00:00,88.00,已完成
      D1003,xiaowei_z,张伟,13911110002,上海市浦东新区张江路20号,2025-04-02 11:00:00,66.00,已完成
      D1004,lijy,李静怡,13911110003,北京市海淀区中关村大街1号,2025-03-03 12:00:00,199.00,已完成
      D1005,lijy,王建国,13911110004,广州市天河区体育西路9号,2025-03-08 12:00:00,59.00,已完成
      D1006,liufang,刘芳,13911110005,成都市武侯区人民南路6号,2025-03-09 09:00:00,75.00,已完成
      D1007,wuhr,吴先生,13911110009,深圳市南山区科技路3号,2025-03-10 20:00:00,320.00,已完成
      D1008,zheng,郑丽娜,13911110010,重庆市渝中区解放碑5号,2025-02-30 10:00:00,45.00,已完成
      D1009,feng,冯雪,13911110011,苏州市姑苏区观前街7号,2025-03-12 10:00:00,待定,已完成
      D1010,feng,冯雪,13911110011,苏州市姑苏区观前街7号,2025-03-15 10:00:00,待定,已完成
      """;
  private static final String USERS =
      """
      openid,昵称,手机号,注册时间
      oA1b2c3d4e5f6g7h8i9j0k1l01,小燕子,13911110001,2025-01-02 08:00:00
      oA1b2c3d4e5f6g7h8i9j0k1l03,静怡,13911110003,2025-01-03 08:00:00
      oA1b2c3d4e5f6g7h8i9j0k1l05,,13911110005,2025-01-04 08:00:00
      oA1b2c3d4e5f6g7h8i9j0k1l10,丽娜,13911110010,2025-01-05 08:00:00
      oA1b2c3d4e5f6g7h8i9j0k1l99,路过,,2025-01-06 08:00:00
      """;

  static DirtyFiles write(Path folder) throws IOException {
    var gbk = Charset.forName("GB18030");
    var members = Files.writeString(folder.resolve("crm-会员.csv"), MEMBERS, gbk);
    var users = Files.writeString(folder.resolve("wechat-小程序用户.csv"), USERS);
    var orders = folder.resolve("shop-订单.xlsx");
    try (var out = Files.newOutputStream(orders);
        var book = new Workbook(out, "shop", "1.0")) {
      var sheet = book.newWorksheet("订单");
      int row = 0;
      for (var line : ORDERS.lines().toList()) {
        int column = 0;
        for (var cell : line.split(",", -1)) sheet.inlineString(row, column++, cell);
        row++;
      }
    }
    return new DirtyFiles(members, orders, users);
  }

  List<Path> all() {
    return List.of(members, orders, users);
  }

  /** All that stands in them, by which data is told from what the screens say. */
  static String text() {
    return MEMBERS + ORDERS + USERS;
  }
}
