alter table campaign.audience add column taken boolean;
