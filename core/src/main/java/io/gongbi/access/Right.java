package io.gongbi.access;

/** What a role lets its holder do, apart from which customers and columns it shows. */
public enum Right {
  /** Read customers, tags, boards. */
  VIEW,
  /** Take lists out of the product. */
  EXPORT,
  /** See what identifies a customer, one value at a time and with a reason. */
  REVEAL,
  /** Define tags, segments, boards; import files; start runs. */
  DEFINE,
  /** Choose by which rules customers come from records, for everybody who looks at them. */
  CURATE,
  /** Send to customers. */
  SEND,
  /** Users, roles, settings. */
  ADMIN
}
