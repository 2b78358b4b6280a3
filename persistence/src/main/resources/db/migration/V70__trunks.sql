create table trunks (
  id uuid not null primary key,
  customer_id uuid not null,
  name varchar(255) not null,
  detail varchar(2000) not null,
  domain_name varchar(64) not null,
  live_domain_name varchar(64),
  auth_types longtext not null,
  username varchar(255) not null,
  sealed_password varchar(2000) not null,
  allowed_ips longtext not null,
  max_calls int not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null,
  constraint trunks_domain_name unique (live_domain_name)
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index trunks_by_customer on trunks (customer_id, tm_create);

create table trunk_calls (
  call_id uuid not null primary key,
  trunk_id uuid not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index trunk_calls_by_trunk on trunk_calls (trunk_id);

create table providers (
  id uuid not null primary key,
  customer_id uuid not null,
  name varchar(255) not null,
  detail varchar(2000) not null,
  hostname varchar(255) not null,
  transport varchar(8) not null,
  tech_prefix varchar(64) not null,
  tech_postfix varchar(64) not null,
  tech_headers longtext not null,
  codecs varchar(255) not null,
  username varchar(255) not null,
  sealed_password varchar(2000) not null,
  allowed_ips longtext not null,
  health_status varchar(16) not null,
  tm_health datetime(6),
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index providers_by_age on providers (tm_create);

create table routes (
  id uuid not null primary key,
  customer_id uuid not null,
  name varchar(255) not null,
  detail varchar(2000) not null,
  provider_id uuid not null,
  priority int not null,
  target varchar(32) not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index routes_by_customer on routes (customer_id, target);
