create table sip_traces (
  id uuid not null primary key,
  call_id uuid not null,
  entries longblob not null,
  tm_create datetime(6) not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index sip_traces_by_call on sip_traces (call_id);
create index sip_traces_by_time on sip_traces (tm_create);
