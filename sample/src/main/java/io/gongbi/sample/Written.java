package io.gongbi.sample;

import java.nio.file.Path;
import java.util.List;

/**
 * The files that were written, with the rows in each, header not counted: {@code members.rows() ==
 * 15_432} means the sheet ends in line 15,433. Rows include the dirt; what became of each is for
 * the product to say.
 */
public record Written(
    File members,
    File users,
    File orders,
    File orderLines,
    File till,
    File receipts,
    File miniUsers,
    File behaviour,
    File feedback,
    File points,
    File coupons,
    File costs) {

  /** One file and its data rows. */
  public record File(Path path, long rows) {
    public File {
      if (rows < 0) {
        throw new IllegalArgumentException("rows: " + rows);
      }
    }
  }

  public List<File> all() {
    return List.of(
        members,
        users,
        orders,
        orderLines,
        till,
        receipts,
        miniUsers,
        behaviour,
        feedback,
        points,
        coupons,
        costs);
  }
}
