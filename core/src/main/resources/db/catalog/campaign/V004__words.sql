-- The message as it was launched, with signature and opt-out: these are settings and may change.
alter table campaign_launch add column words {text};

-- Until when the sending waits for the hours in which messages may leave.
alter table campaign_launch add column resumes_at {moment};
