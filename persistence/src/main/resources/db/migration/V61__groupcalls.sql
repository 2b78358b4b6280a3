alter table calls add column groupcall_id uuid not null default '00000000-0000-0000-0000-000000000000';
alter table calls add column owner_id uuid not null default '00000000-0000-0000-0000-000000000000';

create table groupcalls (
  id uuid not null primary key,
  customer_id uuid not null,
  node_id varchar(64) not null,
  root_id uuid not null,
  master_groupcall_id uuid not null,
  master_call_id uuid not null,
  owner_id uuid not null,
  owner_rung boolean not null,
  flow_id uuid not null,
  plan longtext not null,
  status varchar(16) not null,
  ring_method varchar(16) not null,
  answer_method varchar(16) not null,
  source longtext not null,
  destinations longtext not null,
  dial_timeout_ms bigint not null,
  dial_index int not null,
  answer_call_id uuid not null,
  answer_groupcall_id uuid not null,
  call_ids longtext not null,
  groupcall_ids longtext not null,
  call_count int not null,
  groupcall_count int not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index groupcalls_by_customer on groupcalls (customer_id, tm_create);
create index groupcalls_by_node on groupcalls (node_id, status);
