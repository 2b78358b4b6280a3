alter table contact_bindings add column node_id varchar(64) not null default '';
alter table contact_bindings add column tm_silent datetime(6);
