alter table customers add column email_verified boolean not null default false;
alter table customers add column terms_agreed_version varchar(64) not null default '';
alter table customers add column terms_agreed_ip varchar(64) not null default '';

create table mail_tokens (
  id uuid not null primary key,
  customer_id uuid not null,
  agent_id uuid not null,
  purpose varchar(16) not null,
  token_hash char(64) not null,
  tm_create datetime(6) not null,
  tm_expire datetime(6) not null,
  version bigint not null,
  constraint mail_tokens_token unique (token_hash)
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index mail_tokens_by_agent on mail_tokens (agent_id, purpose);
