create index numbers_by_renewal on numbers (tm_renew);
update rates set detail = 'when one is purchased, and each time it is renewed'
where id = '00000000-0000-0000-0000-000000000016' and detail = 'once, when one is purchased';
