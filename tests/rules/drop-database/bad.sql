-- runner: autocommit
DROP DATABASE IF EXISTS legacy; -- expect: drop-database
