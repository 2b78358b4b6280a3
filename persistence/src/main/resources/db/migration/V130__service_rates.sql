alter table calls add spoken int default 0 not null;
alter table calls drop column talks;
update calls set owed = 0 where owed > 0 and status <> 'HANGUP';

insert into rates (id, customer_id, name, detail, rate_type, target, first_price, first_increment, next_price,
  next_increment, tm_create, tm_update, tm_delete, version) values
  ('00000000-0000-0000-0000-000000000014', '00000000-0000-0000-0000-000000000000', 'Speech',
   '900 characters take about a minute', 'TTS', 'all', 0.03, 900, 0.03, 900, '2026-01-01 00:00:00', null, null, 1),
  ('00000000-0000-0000-0000-000000000015', '00000000-0000-0000-0000-000000000000', 'Recordings', '',
   'RECORDING', 'all', 0.03, 60, 0.03, 60, '2026-01-01 00:00:00', null, null, 1);
