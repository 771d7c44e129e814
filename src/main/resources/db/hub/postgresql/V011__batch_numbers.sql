-- Several processes draw from it; unlike blocks of numbers it keeps the order of reading between them.
create sequence batch_number;
