alter table calls add column joined_call_id uuid not null default '00000000-0000-0000-0000-000000000000';
