alter table customers add column rtp_debug boolean not null default false;
alter table numbers add column rtp_debug boolean not null default false;
