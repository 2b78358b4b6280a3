create table tags (
  id uuid not null primary key,
  customer_id uuid not null,
  name varchar(255) not null,
  detail varchar(2000) not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index tags_by_customer on tags (customer_id, tm_create);

alter table agents add column tag_ids longtext not null default '[]';
alter table agents add column addresses longtext not null default '[]';
alter table agents add column direct_hash char(12);
alter table agents add column tm_idle datetime(6);
alter table agents add constraint agents_direct_hash unique (direct_hash);
