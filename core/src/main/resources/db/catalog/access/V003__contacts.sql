-- How phone numbers and the like are shown to a user: masked, reveal (one at a time, with a reason) or clear.
alter table access_user add column contacts {text};
