create table outbound_configs (
  id uuid not null primary key,
  customer_id uuid not null,
  name varchar(255) not null,
  detail varchar(2000) not null,
  countries longtext not null,
  blocked_prefixes longtext not null,
  block_premium boolean not null,
  spend_per_hour decimal(19,6) not null,
  spend_per_day decimal(19,6) not null,
  calls_per_second int not null,
  concurrent_calls int not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
