create table campaigns (
  id uuid not null primary key,
  customer_id uuid not null,
  name varchar(255) not null,
  detail varchar(2000) not null,
  type varchar(16) not null,
  status varchar(16) not null,
  end_handle varchar(16) not null,
  flow_id uuid not null,
  actions longtext not null,
  outplan_id uuid not null,
  outdial_id uuid not null,
  queue_id uuid not null,
  next_campaign_id uuid not null,
  service_level int not null,
  max_concurrent_calls int not null,
  dial_timeout_ms bigint not null,
  schedule longtext not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index campaigns_by_customer on campaigns (customer_id, tm_create);
create index campaigns_by_status on campaigns (status);
create index campaigns_by_outdial on campaigns (outdial_id);

create table outplans (
  id uuid not null primary key,
  customer_id uuid not null,
  name varchar(255) not null,
  detail varchar(2000) not null,
  source longtext not null,
  dial_timeout_ms bigint not null,
  try_interval_ms bigint not null,
  max_try_count_0 int not null,
  max_try_count_1 int not null,
  max_try_count_2 int not null,
  max_try_count_3 int not null,
  max_try_count_4 int not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index outplans_by_customer on outplans (customer_id, tm_create);

create table outdials (
  id uuid not null primary key,
  customer_id uuid not null,
  campaign_id uuid not null,
  name varchar(255) not null,
  detail varchar(2000) not null,
  data longtext not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index outdials_by_customer on outdials (customer_id, tm_create);

create table outdial_targets (
  id uuid not null primary key,
  customer_id uuid not null,
  outdial_id uuid not null,
  name varchar(255) not null,
  detail varchar(2000) not null,
  data longtext not null,
  destinations longtext not null,
  status varchar(16) not null,
  try_counts varchar(64) not null,
  tm_last_try datetime(6),
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index outdial_targets_by_outdial on outdial_targets (outdial_id, tm_create);
create index outdial_targets_by_status on outdial_targets (outdial_id, status, tm_last_try, id);

create table campaigncalls (
  id uuid not null primary key,
  customer_id uuid not null,
  campaign_id uuid not null,
  outplan_id uuid not null,
  outdial_id uuid not null,
  outdial_target_id uuid not null,
  queue_id uuid not null,
  activeflow_id uuid not null,
  flow_id uuid not null,
  reference_type varchar(16) not null,
  reference_id uuid not null,
  groupcall_id uuid not null,
  status varchar(16) not null,
  result varchar(16) not null,
  reason varchar(64) not null,
  source longtext not null,
  destination longtext not null,
  destination_index int not null,
  try_count int not null,
  tm_progressing datetime(6),
  tm_end datetime(6),
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index campaigncalls_by_customer on campaigncalls (customer_id, tm_create);
create index campaigncalls_by_campaign on campaigncalls (campaign_id, tm_create);
create index campaigncalls_by_status on campaigncalls (campaign_id, status);
create index campaigncalls_by_reference on campaigncalls (reference_id);
create index campaigncalls_by_groupcall on campaigncalls (groupcall_id);
