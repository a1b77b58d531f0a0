package io.gongbi.identity;

/** One cleaned record: member M0001 of the crm, buyer:3f… of the shop's orders. */
public record RecordRef(String source, String recordKey) {
  @Override
  public String toString() {
    return source + "/" + recordKey;
  }
}
