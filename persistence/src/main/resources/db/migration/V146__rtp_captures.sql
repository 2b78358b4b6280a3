create table rtp_captures (
  id uuid not null primary key,
  call_id uuid not null,
  records longblob not null,
  tm_create datetime(6) not null
) default charset utf8mb4 collate utf8mb4_nopad_bin;
create index rtp_captures_by_call on rtp_captures (call_id);
create index rtp_captures_by_time on rtp_captures (tm_create);
