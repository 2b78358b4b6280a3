alter table calls add column metadata longtext not null default '{}';
