alter table outbox_events add column batch bigint default 0 not null;
create index outbox_events_by_batch on outbox_events (batch, position);
drop index outbox_events_by_position on outbox_events;

create table outbox_cursor (
  id int not null primary key,
  last_batch bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
insert into outbox_cursor (id, last_batch) values (1, 0);
