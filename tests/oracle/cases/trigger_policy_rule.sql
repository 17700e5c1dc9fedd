-- Triggers, rules, policies and row level security.

-- case: create-trigger
CREATE TRIGGER extra BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION touch();

-- case: create-or-replace-trigger
CREATE OR REPLACE TRIGGER users_touch AFTER UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();

-- case: create-trigger-after-statement
CREATE TRIGGER extra AFTER INSERT ON users REFERENCING NEW TABLE AS n FOR EACH STATEMENT
  EXECUTE FUNCTION touch();

-- case: create-constraint-trigger
CREATE CONSTRAINT TRIGGER extra AFTER INSERT ON users DEFERRABLE FOR EACH ROW EXECUTE FUNCTION touch();

-- case: create-constraint-trigger-from
CREATE CONSTRAINT TRIGGER extra AFTER INSERT ON users FROM orgs FOR EACH ROW EXECUTE FUNCTION touch();

-- case: create-trigger-on-view
CREATE TRIGGER extra INSTEAD OF INSERT ON plain_view FOR EACH ROW EXECUTE FUNCTION touch();

-- case: create-trigger-partitioned
CREATE TRIGGER extra AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION touch();

-- case: create-trigger-partitioned-statement
CREATE TRIGGER extra AFTER INSERT ON events FOR EACH STATEMENT EXECUTE FUNCTION touch();

-- case: create-trigger-missing-function
-- fails: 42883
CREATE TRIGGER extra BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION missing();

-- case: create-trigger-present
-- fails: 42710
CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();

-- case: drop-trigger
DROP TRIGGER users_touch ON users;

-- case: drop-trigger-if-exists-missing
DROP TRIGGER IF EXISTS missing ON users;

-- case: drop-trigger-if-exists-missing-table
DROP TRIGGER IF EXISTS missing ON missing;

-- case: drop-trigger-partitioned
-- given
CREATE TRIGGER extra AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION touch();
-- then
DROP TRIGGER extra ON events;

-- case: rename-trigger
ALTER TRIGGER users_touch ON users RENAME TO users_touched;

-- case: rename-trigger-partitioned
-- given
CREATE TRIGGER extra AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION touch();
-- then
ALTER TRIGGER extra ON events RENAME TO more;

-- case: disable-trigger
ALTER TABLE users DISABLE TRIGGER users_touch;

-- case: disable-trigger-all
ALTER TABLE users DISABLE TRIGGER ALL;

-- case: disable-trigger-user
ALTER TABLE users DISABLE TRIGGER USER;

-- case: enable-trigger
ALTER TABLE users ENABLE TRIGGER users_touch;

-- case: enable-trigger-all
ALTER TABLE users ENABLE TRIGGER ALL;

-- case: enable-replica-trigger
ALTER TABLE users ENABLE REPLICA TRIGGER users_touch;

-- case: enable-always-trigger
ALTER TABLE users ENABLE ALWAYS TRIGGER users_touch;

-- case: disable-trigger-partitioned
-- given
CREATE TRIGGER extra AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION touch();
-- then
ALTER TABLE events DISABLE TRIGGER extra;

-- case: disable-trigger-missing
-- fails: 42704
ALTER TABLE users DISABLE TRIGGER missing;

-- case: create-rule
CREATE RULE extra AS ON DELETE TO users DO INSTEAD NOTHING;

-- case: create-rule-on-view
CREATE RULE extra AS ON INSERT TO plain_view DO INSTEAD INSERT INTO plain (id, b) VALUES (NEW.id, 1);

-- case: create-rule-other-table
CREATE RULE extra AS ON INSERT TO users DO ALSO INSERT INTO scratch VALUES (NEW.id, 'x');

-- case: create-or-replace-rule
CREATE OR REPLACE RULE bookings_no_delete AS ON DELETE TO bookings DO INSTEAD NOTHING;

-- case: drop-rule
DROP RULE bookings_no_delete ON bookings;

-- case: rename-rule
ALTER RULE bookings_no_delete ON bookings RENAME TO bookings_keep;

-- case: disable-rule
ALTER TABLE bookings DISABLE RULE bookings_no_delete;

-- case: enable-rule
ALTER TABLE bookings ENABLE RULE bookings_no_delete;

-- case: enable-replica-rule
ALTER TABLE bookings ENABLE REPLICA RULE bookings_no_delete;

-- case: enable-always-rule
ALTER TABLE bookings ENABLE ALWAYS RULE bookings_no_delete;

-- case: create-policy
CREATE POLICY extra ON users FOR SELECT TO oracle_reader USING (age > 0);

-- case: create-policy-subquery
CREATE POLICY extra ON users USING (org_id IN (SELECT id FROM orgs));

-- case: create-policy-subquery-of-view
CREATE POLICY extra ON users USING (org_id IN (SELECT id FROM active_orgs));

-- case: create-policy-partitioned
CREATE POLICY extra ON events USING (true);

-- case: create-policy-present
-- fails: 42710
CREATE POLICY users_all ON users USING (true);

-- case: alter-policy
ALTER POLICY users_all ON users USING (age > 1);

-- case: alter-policy-subquery
ALTER POLICY users_all ON users USING (org_id IN (SELECT id FROM orgs));

-- case: rename-policy
ALTER POLICY users_all ON users RENAME TO users_any;

-- case: drop-policy
DROP POLICY users_all ON users;

-- case: drop-policy-if-exists-missing
DROP POLICY IF EXISTS missing ON users;

-- case: enable-row-level-security
ALTER TABLE users ENABLE ROW LEVEL SECURITY;

-- case: disable-row-level-security
ALTER TABLE with_trigger DISABLE ROW LEVEL SECURITY;

-- case: force-row-level-security
ALTER TABLE users FORCE ROW LEVEL SECURITY;

-- case: no-force-row-level-security
ALTER TABLE users NO FORCE ROW LEVEL SECURITY;

-- case: enable-row-level-security-partitioned
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
