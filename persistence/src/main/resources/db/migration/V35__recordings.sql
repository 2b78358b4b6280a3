alter table calls add column recording_id uuid not null default '00000000-0000-0000-0000-000000000000';
alter table calls add column recording_ids longtext not null default '[]';

create table recordings (
  id uuid not null primary key,
  customer_id uuid not null,
  node_id varchar(64) not null,
  call_id uuid not null,
  activeflow_id uuid not null,
  on_end_flow_id uuid not null,
  purpose varchar(16) not null,
  status varchar(16) not null,
  direction varchar(8) not null,
  format varchar(8) not null,
  channels varchar(8) not null,
  sample_rate int not null,
  end_of_key varchar(8) not null,
  duration_ms bigint not null,
  failure varchar(1000) not null,
  stored boolean not null,
  attempts int not null,
  tm_start datetime(6),
  tm_end datetime(6),
  tm_retry datetime(6),
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index recordings_by_customer on recordings (customer_id, tm_create);
create index recordings_by_call on recordings (call_id, tm_create);
create index recordings_by_node on recordings (node_id, status);
create index recordings_by_end on recordings (stored, tm_end);
