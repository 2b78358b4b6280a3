create table customers (
  id uuid not null primary key,
  name varchar(255) not null,
  detail varchar(2000) not null,
  email varchar(255) not null,
  phone_number varchar(64) not null,
  address varchar(2000) not null,
  webhook_method varchar(16),
  webhook_uri varchar(2000) not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index customers_by_age on customers (tm_create);

create table agents (
  id uuid not null primary key,
  customer_id uuid not null,
  username varchar(255) not null,
  live_username varchar(255),
  password_hash varchar(255) not null,
  name varchar(255) not null,
  detail varchar(2000) not null,
  ring_method varchar(16) not null,
  status varchar(16) not null,
  permission int not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null,
  constraint agents_username unique (live_username)
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index agents_by_customer on agents (customer_id, tm_create);

create table accesskeys (
  id uuid not null primary key,
  customer_id uuid not null,
  name varchar(255) not null,
  detail varchar(2000) not null,
  token_hash char(64) not null,
  token_prefix varchar(16) not null,
  api_version varchar(16) not null,
  tm_expire datetime(6),
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null,
  constraint accesskeys_token unique (token_hash)
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index accesskeys_by_customer on accesskeys (customer_id, tm_create);
