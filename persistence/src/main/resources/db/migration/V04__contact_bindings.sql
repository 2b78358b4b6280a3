create table contact_bindings (
  id uuid not null primary key,
  customer_id uuid not null,
  extension_id uuid not null,
  contact varchar(2000) not null,
  contact_key char(64) not null,
  flow varchar(255) not null,
  path longtext not null,
  q_thousandths int not null,
  register_call_id varchar(512) not null,
  register_cseq bigint not null,
  user_agent varchar(255) not null,
  tm_register datetime(6) not null,
  tm_expire datetime(6) not null,
  version bigint not null,
  constraint contact_bindings_once unique (extension_id, contact_key)
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index contact_bindings_by_expiry on contact_bindings (tm_expire);
