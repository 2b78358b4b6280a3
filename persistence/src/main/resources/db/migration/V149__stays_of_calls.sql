-- Of the calls there are already it is not known.
alter table calls add column has_stayed boolean not null default true;
