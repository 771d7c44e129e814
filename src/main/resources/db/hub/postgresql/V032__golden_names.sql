-- Names are only looked up, and come in no order: a hash takes a new one at half the cost of a tree.
drop index golden_match_name;
create index golden_match_name on golden using hash (match_name) where match_name is not null;
