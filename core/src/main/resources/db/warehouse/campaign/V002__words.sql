alter table campaign.audience add column points varchar;
alter table campaign.audience add column days varchar;
alter table campaign.audience add column product varchar;
