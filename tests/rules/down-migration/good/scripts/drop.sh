# drizzle-kit drop
dropdb test
