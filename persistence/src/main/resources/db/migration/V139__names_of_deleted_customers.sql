update numbers
set live_number = null, tm_delete = (select c.tm_delete from customers c where c.id = numbers.customer_id)
where tm_delete is null and customer_id in (select id from customers where tm_delete is not null);
update trunks
set live_domain_name = null, tm_delete = (select c.tm_delete from customers c where c.id = trunks.customer_id)
where tm_delete is null and customer_id in (select id from customers where tm_delete is not null);
