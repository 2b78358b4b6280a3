create table outbox_events (
  id uuid not null primary key,
  position bigint not null,
  customer_id uuid not null,
  resource_type varchar(32) not null,
  resource_id uuid not null,
  event_type varchar(64) not null,
  data longtext not null,
  tm_create datetime(6) not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index outbox_events_by_position on outbox_events (position);
create index outbox_events_by_resource on outbox_events (resource_id, position);
