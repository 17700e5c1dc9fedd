-- What the old ones were is not known; something of their names takes their places.
ALTER TABLE edge DROP CONSTRAINT fk_fact_id;
ALTER TABLE edge ADD CONSTRAINT fk_fact_id FOREIGN KEY (fact_id) REFERENCES fact (id) ON DELETE CASCADE NOT VALID;
ALTER TABLE edge DROP CONSTRAINT weight, ADD CONSTRAINT weight CHECK (weight > 0) NOT VALID;
