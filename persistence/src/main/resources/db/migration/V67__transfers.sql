alter table calls add column transfer_id uuid not null default '00000000-0000-0000-0000-000000000000';

create table transfers (
  id uuid not null primary key,
  customer_id uuid not null,
  type varchar(16) not null,
  status varchar(16) not null,
  transferer_call_id uuid not null,
  kept_call_id uuid not null,
  dialled_call_ids longtext not null,
  transferee_call_id uuid not null,
  addresses longtext not null,
  context longtext not null,
  hold_caller boolean not null,
  play_moh boolean not null,
  referred boolean not null,
  transferer_gone boolean not null,
  fallback longtext not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index transfers_by_customer on transfers (customer_id, tm_create);
