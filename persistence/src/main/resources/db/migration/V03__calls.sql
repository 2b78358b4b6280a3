create table calls (
  id uuid not null primary key,
  customer_id uuid not null,
  node_id varchar(64) not null,
  flow_id uuid not null,
  activeflow_id uuid not null,
  master_call_id uuid not null,
  chained_call_ids longtext not null,
  source longtext not null,
  destination longtext not null,
  direction varchar(16) not null,
  status varchar(16) not null,
  hangup_by varchar(16),
  hangup_reason varchar(16),
  release_cause varchar(32),
  action longtext not null,
  dial_timeout_ms bigint not null,
  media longtext not null,
  tm_create datetime(6) not null,
  tm_ringing datetime(6),
  tm_progressing datetime(6),
  tm_hangup datetime(6),
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index calls_by_customer on calls (customer_id, tm_create);
create index calls_by_node on calls (node_id, status);
