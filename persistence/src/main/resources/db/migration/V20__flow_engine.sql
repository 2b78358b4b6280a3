alter table flows add column on_complete_flow_id uuid not null default '00000000-0000-0000-0000-000000000000';
alter table flows add column direct_hash char(12);
alter table flows add constraint flows_direct_hash unique (direct_hash);

alter table activeflows add column node_id varchar(64) not null default '';
alter table activeflows add column frame_flow_id uuid not null default '00000000-0000-0000-0000-000000000000';
alter table activeflows add column reference_activeflow_id uuid not null default '00000000-0000-0000-0000-000000000000';
alter table activeflows add column on_complete_flow_id uuid not null default '00000000-0000-0000-0000-000000000000';
alter table activeflows add column complete_count int not null default 0;
alter table activeflows add column loops longtext not null default '{}';
alter table activeflows add column stack longtext not null default '[]';
alter table activeflows add column variables longtext not null default '{}';
alter table activeflows add column digits varchar(128) not null default '';
alter table activeflows add column current_action longtext not null default '';
alter table activeflows add column steps_since_wait int not null default 0;
alter table activeflows add column executed_count bigint not null default 0;
alter table activeflows add column held boolean not null default false;
create index activeflows_by_node on activeflows (node_id, status);

create table executed_actions (
  id uuid not null primary key,
  activeflow_id uuid not null,
  position bigint not null,
  action longtext not null
);
create index executed_actions_by_activeflow on executed_actions (activeflow_id, position);
