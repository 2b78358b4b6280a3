create table queues (
  id uuid not null primary key,
  customer_id uuid not null,
  name varchar(255) not null,
  detail varchar(2000) not null,
  routing_method varchar(16) not null,
  tag_ids longtext not null,
  direct_hash char(12) not null,
  wait_flow_id uuid not null,
  wait_timeout_ms bigint not null,
  service_timeout_ms bigint not null,
  ring_timeout_ms bigint not null,
  timeout_action varchar(16) not null,
  timeout_flow_id uuid not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null,
  constraint queues_direct_hash unique (direct_hash)
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index queues_by_customer on queues (customer_id, tm_create);

create table queuecalls (
  id uuid not null primary key,
  customer_id uuid not null,
  queue_id uuid not null,
  call_id uuid not null,
  flow_depth int not null,
  status varchar(16) not null,
  end_reason varchar(16),
  groupcall_id uuid not null,
  agent_id uuid not null,
  service_call_id uuid not null,
  tried_agent_ids longtext not null,
  tm_wait_flow datetime(6),
  tm_service datetime(6),
  tm_end datetime(6),
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index queuecalls_by_customer on queuecalls (customer_id, tm_create);
create index queuecalls_by_queue on queuecalls (queue_id, status, tm_create);
create index queuecalls_by_call on queuecalls (call_id);
create index queuecalls_by_groupcall on queuecalls (groupcall_id);
create index queuecalls_by_status on queuecalls (status);
