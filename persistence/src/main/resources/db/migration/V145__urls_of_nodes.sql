-- Where the API of a node is reached by the other nodes; empty if it has not said so.
alter table nodes add column url varchar(255) not null default '';
