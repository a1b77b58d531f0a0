package io.gongbi.access;

/** What the audit trail records. Kept by name: members are added, never renamed. */
public enum Act {
  SET_UP,
  LOGIN,
  LOGIN_FAILED,
  LOGOUT,
  USER_ADDED,
  USER_CHANGED,
  DEFINED,
  DELETED,
  IMPORTED,
  EXPORTED,
  UNMASKED,
  SENT
}
