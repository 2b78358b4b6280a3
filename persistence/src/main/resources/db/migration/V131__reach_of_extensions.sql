alter table extensions add column reach varchar(16) not null default 'UNREGISTERED';
update extensions set reach = 'SILENT'
  where exists (select 1 from contact_bindings b where b.extension_id = extensions.id);
update extensions set reach = 'REACHABLE'
  where exists (
    select 1 from contact_bindings b where b.extension_id = extensions.id and b.tm_silent is null);
