-- A call is open while it has no end. Indexes with its status change at each of its steps.
drop index calls_by_node on calls;
drop index calls_open_by_customer on calls;
create index calls_by_end on calls (tm_hangup, customer_id);
