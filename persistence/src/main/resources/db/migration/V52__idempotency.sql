create table idempotency_keys (
  id uuid not null primary key,
  customer_id uuid not null,
  idempotency_key varchar(255) not null,
  request_hash char(64) not null,
  status int not null,
  content_type varchar(255) not null,
  sealed_body longtext not null,
  tm_create datetime(6) not null,
  constraint idempotency_keys_once unique (customer_id, idempotency_key)
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index idempotency_keys_by_age on idempotency_keys (tm_create);
