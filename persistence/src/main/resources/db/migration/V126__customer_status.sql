alter table customers add column status varchar(16) not null default 'ACTIVE';
update customers set status = 'DELETED' where tm_delete is not null;
create index customers_by_status on customers (status);
