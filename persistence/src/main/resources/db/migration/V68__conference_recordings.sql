alter table conferences add column recording_order longtext not null default '';
