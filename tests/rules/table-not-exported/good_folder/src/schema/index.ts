// Nothing is exported here: the pattern in drizzle.config names every file of the folder.
