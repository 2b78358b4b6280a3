create table extensions (
  id uuid not null primary key,
  customer_id uuid not null,
  name varchar(255) not null,
  detail varchar(2000) not null,
  extension varchar(64) not null,
  live_extension varchar(64),
  sealed_password varchar(2000) not null,
  direct_hash char(12) not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null,
  constraint extensions_extension unique (customer_id, live_extension),
  constraint extensions_direct_hash unique (direct_hash)
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index extensions_by_customer on extensions (customer_id, tm_create);
create index extensions_by_name on extensions (customer_id, name);
create index extensions_by_value on extensions (live_extension);
