DROP OWNED BY reporting; -- expect: drop-owned
