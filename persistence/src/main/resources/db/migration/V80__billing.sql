create table billing_accounts (
  id uuid not null primary key,
  customer_id uuid not null,
  name varchar(255) not null,
  detail varchar(2000) not null,
  status varchar(16) not null,
  balance decimal(19,6) not null,
  reserved decimal(19,6) not null,
  payment_type varchar(32) not null,
  payment_method varchar(32) not null,
  tm_last_topup datetime(6),
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index billing_accounts_by_age on billing_accounts (tm_create);

create table ledger_entries (
  id uuid not null,
  account_id uuid not null,
  kind varchar(16) not null,
  reference_id uuid not null,
  amount decimal(19,6) not null,
  tm_create datetime(6) not null,
  primary key (id, account_id)
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index ledger_entries_by_account on ledger_entries (account_id, tm_create);

create table billings (
  id uuid not null primary key,
  customer_id uuid not null,
  account_id uuid not null,
  transaction_type varchar(16) not null,
  status varchar(16) not null,
  reference_type varchar(32) not null,
  reference_id uuid not null,
  cost_type varchar(32) not null,
  source varchar(255) not null,
  destination varchar(255) not null,
  first_price decimal(19,6) not null,
  first_increment int not null,
  next_price decimal(19,6) not null,
  next_increment int not null,
  reserved decimal(19,6) not null,
  paid_units bigint not null,
  usage_units bigint not null,
  billable_units bigint not null,
  amount decimal(19,6) not null,
  balance_after decimal(19,6) not null,
  hangup_reason varchar(16) not null,
  refusal varchar(64) not null,
  tm_billing_start datetime(6),
  tm_billing_end datetime(6),
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index billings_by_customer on billings (customer_id, tm_create);
create index billings_by_status on billings (customer_id, status, tm_billing_end);

create table rates (
  id uuid not null primary key,
  customer_id uuid not null,
  name varchar(255) not null,
  detail varchar(2000) not null,
  rate_type varchar(16) not null,
  target varchar(32) not null,
  first_price decimal(19,6) not null,
  first_increment int not null,
  next_price decimal(19,6) not null,
  next_increment int not null,
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index rates_by_customer on rates (customer_id, rate_type, target);

alter table calls add metered boolean default false not null;
alter table calls add talks int default 0 not null;
alter table calls add owed decimal(19,6) default 0 not null;

insert into billing_accounts (id, customer_id, name, detail, status, balance, reserved, payment_type,
  payment_method, tm_last_topup, tm_create, tm_update, tm_delete, version)
select id, id, 'Account', '', case when tm_delete is null then 'ACTIVE' else 'DELETED' end, 100, 0, 'prepaid',
  '', tm_create, tm_create, null, tm_delete, 1 from customers;
insert into ledger_entries (id, account_id, kind, reference_id, amount, tm_create)
select id, id, 'OPENING', id, 100, tm_create from customers;
insert into ledger_entries (id, account_id, kind, reference_id, amount, tm_create)
select id, '00000000-0000-0000-0000-000000000001', 'OPENING', id, -100, tm_create from customers;

insert into rates (id, customer_id, name, detail, rate_type, target, first_price, first_increment, next_price,
  next_increment, tm_create, tm_update, tm_delete, version) values
  ('00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-000000000000', 'Calls into the network', '',
   'CALL_OUTGOING', 'all', 0.01, 60, 0.01, 60, '2026-01-01 00:00:00', null, null, 1),
  ('00000000-0000-0000-0000-000000000012', '00000000-0000-0000-0000-000000000000', 'Calls from the network', '',
   'CALL_INCOMING', 'all', 0.01, 60, 0.01, 60, '2026-01-01 00:00:00', null, null, 1),
  ('00000000-0000-0000-0000-000000000013', '00000000-0000-0000-0000-000000000000', 'Calls to virtual numbers', '',
   'CALL_INCOMING', '+899', 0.001, 60, 0.001, 60, '2026-01-01 00:00:00', null, null, 1);
