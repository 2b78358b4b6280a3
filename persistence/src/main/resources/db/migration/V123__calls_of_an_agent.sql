create index calls_by_owner on calls (owner_id, tm_create);
