create table numbers (
  id uuid not null primary key,
  customer_id uuid not null,
  number varchar(32) not null,
  live_number varchar(32),
  call_flow_id uuid not null,
  message_flow_id uuid not null,
  name varchar(255) not null,
  detail varchar(2000) not null,
  tm_purchase datetime(6) not null,
  tm_renew datetime(6) not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null,
  constraint numbers_number unique (live_number)
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index numbers_by_customer on numbers (customer_id, tm_create);
