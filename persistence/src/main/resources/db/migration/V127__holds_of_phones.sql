alter table calls add column held_by_party boolean not null default false;
