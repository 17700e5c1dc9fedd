-- drizzle-kit wrote ALTER TABLE "users" DROP COLUMN "nick" here: that is the later 0002_contract.
ALTER TABLE "users" ALTER COLUMN "nick" DROP NOT NULL;
