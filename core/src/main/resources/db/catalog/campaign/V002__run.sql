-- The work that enters the audience, so that a launch a person stopped is known from an interrupted one.
alter table campaign_launch add column run {whole};
