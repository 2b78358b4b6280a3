create table provider_calls (
  id uuid not null primary key,
  customer_id uuid not null,
  provider_id uuid not null,
  flow_id uuid not null,
  source longtext not null,
  destinations longtext not null,
  anonymous varchar(8) not null,
  call_ids longtext not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index provider_calls_by_age on provider_calls (tm_create);
create index provider_calls_by_provider on provider_calls (provider_id, tm_create);
