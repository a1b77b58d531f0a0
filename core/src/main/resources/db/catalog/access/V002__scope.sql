-- Which customers a user sees, as JSON; everybody when there is nothing. Who is disabled stays, for the trail names them.
alter table access_user add column customers {text};
alter table access_user add column disabled_at {moment};
