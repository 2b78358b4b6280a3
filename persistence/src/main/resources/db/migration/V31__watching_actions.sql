alter table activeflows add column watching longtext not null default '';
