package io.gongbi.campaign;

/** How far a campaign is. */
public enum CampaignState {
  /** Still being written; may be changed. */
  DRAFT,
  /** Its audience is being entered. */
  RUNNING,
  /** Somebody stopped the sending; whoever is not entered waits until it is told to go on. */
  STOPPED,
  /** The rest waits for the hours in which messages may leave, and then goes on by itself. */
  WAITING,
  /** Everybody is entered; some may still convert. */
  SENT,
  /** Nobody's days are left. */
  CLOSED
}
