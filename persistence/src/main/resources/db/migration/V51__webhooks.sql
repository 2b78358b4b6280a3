create table nodes (
  id varchar(64) not null primary key,
  tm_seen datetime(6) not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;

create table webhooks (
  id uuid not null primary key,
  customer_id uuid not null,
  kind varchar(16) not null,
  name varchar(255) not null,
  detail varchar(2000) not null,
  url varchar(2000) not null,
  method varchar(16) not null,
  events longtext not null,
  status varchar(16) not null,
  retry varchar(16) not null,
  sealed_secret varchar(1000) not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index webhooks_by_customer on webhooks (customer_id, kind, tm_create);

insert into webhooks (id, customer_id, kind, name, detail, url, method, events, status, retry, sealed_secret, tm_create, version)
  select id, id, 'CUSTOMER', '', '', webhook_uri, coalesce(webhook_method, 'POST'), '[]', 'ACTIVE', 'STANDARD', '', tm_create, 1
  from customers where webhook_uri <> '' and tm_delete is null;

create table webhook_deliveries (
  id uuid not null primary key,
  customer_id uuid not null,
  webhook_id uuid not null,
  node_id varchar(64) not null,
  event_id uuid not null,
  resource_id uuid not null,
  recorded_type varchar(64) not null,
  event_type varchar(64) not null,
  batch bigint not null,
  position bigint not null,
  status varchar(16) not null,
  handed boolean not null,
  http_code int not null,
  attempts int not null,
  error varchar(1000) not null,
  tm_event datetime(6) not null,
  tm_last_attempt datetime(6),
  tm_next datetime(6) not null,
  tm_create datetime(6) not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index webhook_deliveries_by_webhook on webhook_deliveries (webhook_id, tm_create);
create index webhook_deliveries_by_node on webhook_deliveries (status, node_id, handed, webhook_id, batch, position);
create index webhook_deliveries_by_age on webhook_deliveries (tm_create);
