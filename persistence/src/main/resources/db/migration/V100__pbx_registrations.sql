alter table agents add column provider varchar(16) not null default 'LIVEKIT';

create table pbx_registrations (
  id uuid not null primary key,
  customer_id uuid not null,
  agent_id uuid not null,
  live_agent_id uuid,
  token varchar(64) not null,
  sip_domain varchar(255) not null,
  username varchar(255) not null,
  auth_username varchar(255) not null,
  proxy varchar(255) not null,
  port int not null,
  transport varchar(8) not null,
  sealed_password varchar(2000) not null,
  did varchar(64) not null,
  subscribes boolean not null,
  revision int not null,
  state varchar(16) not null,
  last_code int not null,
  last_reason varchar(255) not null,
  failures int not null,
  asked_seconds int not null,
  tm_registered datetime(6),
  tm_expires datetime(6),
  tm_due datetime(6),
  subscription_code int not null,
  watched_busy boolean not null,
  tm_subscribed_until datetime(6),
  tm_subscription_due datetime(6),
  node_id varchar(64),
  tm_create datetime(6) not null,
  tm_update datetime(6),
  tm_delete datetime(6),
  version bigint not null,
  constraint pbx_registrations_agent unique (live_agent_id),
  constraint pbx_registrations_token unique (token)
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index pbx_registrations_due on pbx_registrations (tm_due);
create index pbx_registrations_subscription_due on pbx_registrations (tm_subscription_due);
create index pbx_registrations_by_customer on pbx_registrations (customer_id, tm_create);
