create index calls_open_by_customer on calls (customer_id, status);
