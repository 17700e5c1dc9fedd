-- who writes posts
create table users (
  id integer primary key not null,
  name text
);
