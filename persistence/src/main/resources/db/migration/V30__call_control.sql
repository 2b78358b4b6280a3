alter table calls add column on_hold boolean not null default false;
alter table calls add column mute_direction varchar(8) not null default 'NONE';
