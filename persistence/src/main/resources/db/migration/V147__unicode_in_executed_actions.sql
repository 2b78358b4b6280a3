-- What a flow has executed holds its texts, in any language, whatever the database's own character set.
alter table executed_actions convert to character set utf8mb4 collate utf8mb4_nopad_bin;
