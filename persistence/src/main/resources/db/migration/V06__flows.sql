create table flows (
  id uuid not null primary key,
  customer_id uuid not null,
  name varchar(255) not null,
  detail varchar(255) not null,
  temporary boolean not null,
  actions longtext not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index flows_by_customer on flows (customer_id, tm_create);

create table activeflows (
  id uuid not null primary key,
  customer_id uuid not null,
  flow_id uuid not null,
  call_id uuid not null,
  status varchar(16) not null,
  actions longtext not null,
  position int not null,
  memory longtext not null,
  error longtext not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index activeflows_by_customer on activeflows (customer_id, tm_create);
