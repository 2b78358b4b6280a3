alter table customers add column tm_deletion_scheduled datetime(6);
create index customers_by_deletion on customers (tm_deletion_scheduled);
