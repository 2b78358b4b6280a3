create table conferences (
  id uuid not null primary key,
  customer_id uuid not null,
  type varchar(16) not null,
  status varchar(16) not null,
  name varchar(255) not null,
  detail varchar(2000) not null,
  data longtext not null,
  timeout_seconds bigint not null,
  pre_flow_id uuid not null,
  post_flow_id uuid not null,
  recording_id uuid not null,
  recording_ids longtext not null,
  direct_hash char(12) not null,
  tm_expire datetime(6),
  tm_end datetime(6),
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null,
  constraint conferences_direct_hash unique (direct_hash)
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index conferences_by_customer on conferences (customer_id, tm_create);
create index conferences_by_status on conferences (status, tm_expire);

create table conferencecalls (
  id uuid not null primary key,
  customer_id uuid not null,
  conference_id uuid not null,
  call_id uuid not null,
  activeflow_id uuid not null,
  role varchar(16) not null,
  muted boolean not null,
  status varchar(16) not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index conferencecalls_by_customer on conferencecalls (customer_id, tm_create);
create index conferencecalls_by_conference on conferencecalls (conference_id, status);
create index conferencecalls_by_call on conferencecalls (call_id, status);
