-- Another table's constraint of that name takes no place of it.
ALTER TABLE edge DROP CONSTRAINT weight; -- expect: drop-constraint
ALTER TABLE fact ADD CONSTRAINT weight CHECK (weight > 0) NOT VALID;
