insert into rates (id, customer_id, name, detail, rate_type, target, first_price, first_increment, next_price,
  next_increment, tm_create, tm_update, tm_delete, version) values
  ('00000000-0000-0000-0000-000000000016', '00000000-0000-0000-0000-000000000000', 'Numbers',
   'once, when one is purchased', 'NUMBER', 'all', 5, 60, 5, 60, '2026-01-01 00:00:00', null, null, 1),
  ('00000000-0000-0000-0000-000000000017', '00000000-0000-0000-0000-000000000000', 'Virtual numbers', '',
   'NUMBER', '+899', 0, 60, 0, 60, '2026-01-01 00:00:00', null, null, 1);
