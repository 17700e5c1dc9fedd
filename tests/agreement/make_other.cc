// Sequences, schemas, functions, and what hangs on tables: triggers, policies, rules, comments.
#include "tests/agreement/make.h"

namespace hoglint::agreement {
namespace {

std::string Owner(Scene& scene) {
  const Relation* table = scene.Any("r");
  const Column* column = table == nullptr ? nullptr : scene.ColumnOf(*table, "n");
  if (column == nullptr || scene.Chance(20)) return " OWNED BY NONE";
  return " OWNED BY " + scene.Name(*table) + "." + scene.Name(*column);
}

Made Trigger(Scene& scene) {
  const Relation* table = scene.Any("rprpv");
  if (table == nullptr) return std::nullopt;
  for (const auto& [name, function] : scene.catalogue().functions()) {
    if (function.returns != "trigger") continue;
    return Piece{"CREATE TRIGGER " + scene.NewPlain('g') +
                 scene.Of({" BEFORE UPDATE", " AFTER INSERT", " BEFORE INSERT OR DELETE"}) +
                 " ON " + scene.Name(*table) + " FOR EACH " +
                 scene.Of({"ROW", "ROW", "STATEMENT"}) + " EXECUTE FUNCTION " + scene.Name(name) +
                 "()"};
  }
  return std::nullopt;
}

Made Policy(Scene& scene) {
  const Relation* table = scene.Any("rp");
  const Column* column = table == nullptr ? nullptr : scene.AnyColumn(*table);
  if (column == nullptr) return std::nullopt;
  return Piece{"CREATE POLICY " + scene.NewPlain('p') + " ON " + scene.Name(*table) +
               scene.Of({"", " FOR SELECT", " FOR UPDATE"}) + " USING (" +
               ConditionOver(scene, {SketchOf(scene, *column)}) + ")"};
}

Made Rule(Scene& scene) {
  const Relation* table = scene.Any("rpv");
  if (table == nullptr) return std::nullopt;
  return Piece{"CREATE " + scene.Perhaps(20, "OR REPLACE ") + "RULE " + scene.NewPlain('u') +
               scene.Of({" AS ON INSERT TO ", " AS ON DELETE TO "}) + scene.Name(*table) +
               " DO INSTEAD NOTHING"};
}

Made Statistics(Scene& scene) {
  const Relation* table = scene.Any("rp");
  if (table == nullptr || table->columns.size() < 2) return std::nullopt;
  return Piece{"CREATE STATISTICS " + scene.NewPlain('s') + " ON " +
               Scene::Quote(table->columns[0].name) + ", " + Scene::Quote(table->columns[1].name) +
               " FROM " + scene.Name(*table)};
}

}  // namespace

Made MakeSequence(Scene& scene) {
  const Relation* sequence = scene.Any("S");
  if (sequence == nullptr || scene.Chance(50)) {
    return Piece{"CREATE SEQUENCE " + scene.Perhaps(10, "IF NOT EXISTS ") + scene.NewRelation('s') +
                 scene.Perhaps(20, " AS integer") + scene.Perhaps(30, Owner(scene))};
  }
  return Piece{"ALTER SEQUENCE " + scene.Name(*sequence) +
               (scene.Chance(70) ? Owner(scene) : scene.Of({" RESTART", " INCREMENT BY 2"}))};
}

Made MakeSchema(Scene& scene) {
  const std::string name = "n" + std::to_string(1 + scene.Below(4));
  if (scene.catalogue().schemas().size() > 1 && scene.Chance(30)) {
    const std::string schema = scene.Schema();
    if (schema != "public") return Piece{"ALTER SCHEMA " + schema + " RENAME TO " + name};
  }
  return Piece{"CREATE SCHEMA " + scene.Perhaps(20, "IF NOT EXISTS ") + name};
}

Made MakeSearchPath(Scene& scene) {
  if (scene.catalogue().schemas().size() < 2) return std::nullopt;
  return Piece{"SET search_path " + scene.Of({"TO ", "= "}) + scene.Schema() +
               scene.Perhaps(70, ", public")};
}

Made MakeFunction(Scene& scene) {
  const std::string name =
      "CREATE " + scene.Perhaps(30, "OR REPLACE ") + "FUNCTION " + scene.NewFunction();
  if (scene.Chance(40)) {
    return Piece{name + "() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"};
  }
  const std::string volatility = scene.Of({"", " IMMUTABLE", " STABLE"});
  if (scene.Chance(20)) {
    const Type* type = scene.AnyType(TypeKind::kEnum);
    if (type != nullptr) {
      return Piece{name + "(v " + scene.Name(type->name) + ") RETURNS text LANGUAGE sql" +
                   volatility + " AS 'SELECT v::text'"};
    }
  }
  return Piece{name + "(n integer" + scene.Perhaps(25, ", m text") +
               ") RETURNS integer LANGUAGE sql" + volatility + " AS 'SELECT n'"};
}

Made MakeTableObject(Scene& scene) {
  return MakeOneOf(scene, {{40, Trigger}, {35, Policy}, {15, Rule}, {10, Statistics}});
}

Made MakeHarmless(Scene& scene) {
  const Relation* relation = scene.Any("rprpvm");
  if (relation == nullptr) return std::nullopt;
  const std::string name = scene.Name(*relation);
  const Column* column = scene.AnyColumn(*relation);
  switch (scene.Below(5)) {
    case 0:
      return Piece{"COMMENT ON TABLE " + name + " IS 'one'"};
    case 1:
      if (column == nullptr) return std::nullopt;
      return Piece{"COMMENT ON COLUMN " + name + "." + scene.Name(*column) + " IS NULL"};
    case 2:
      return Piece{"GRANT SELECT ON " + name + " TO PUBLIC"};
    case 3:
      return Piece{"TRUNCATE " + name + scene.Behaviour()};
    default:
      return Piece{"ALTER TABLE " + name + " OWNER TO postgres"};
  }
}

}  // namespace hoglint::agreement
