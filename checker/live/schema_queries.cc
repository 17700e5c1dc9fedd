#include "checker/live/schema_queries.h"

#include <fmt/format.h>

namespace hoglint {
namespace {

constexpr std::string_view kPurpose = "the schema";

// `n` is the namespace of what the query is about.
constexpr std::string_view kMine = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

// A condition: no extension owns the object of that catalogue.
std::string NotOfExtension(std::string_view catalogue, std::string_view oid) {
  return fmt::format(
      "NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '{}'::regclass AND e.objid = {}"
      " AND e.deptype = 'e')",
      catalogue, oid);
}

// The tables, views and so on that columns, constraints and policies are of.
std::string OfRelation(std::string_view oid) {
  return fmt::format(
      " JOIN pg_class c ON c.oid = {} JOIN pg_namespace n ON n.oid = c.relnamespace AND {} AND {}",
      oid, kMine, NotOfExtension("pg_class", "c.oid"));
}

// The names of the columns of an array of their numbers, in its order.
std::string NameList(std::string_view relation, std::string_view numbers) {
  return fmt::format(
      "array_to_string(ARRAY(SELECT a.attname::text FROM unnest({}) WITH ORDINALITY"
      " AS i(attnum, place) JOIN pg_attribute a ON a.attrelid = {} AND a.attnum = i.attnum"
      " ORDER BY i.place), chr(1))",
      numbers, relation);
}

}  // namespace

DatabaseQuery SchemaNames() {
  return {kPurpose, fmt::format("SELECT n.nspname FROM pg_namespace n WHERE {} AND {}", kMine,
                                NotOfExtension("pg_namespace", "n.oid"))};
}

DatabaseQuery ExtensionNames() { return {kPurpose, "SELECT extname FROM pg_extension"}; }

DatabaseQuery Relations() {
  return {kPurpose, fmt::format("SELECT c.oid, n.nspname, c.relname, c.relkind, c.relpersistence,"
                                " c.relrowsecurity, c.relforcerowsecurity FROM pg_class c"
                                " JOIN pg_namespace n ON n.oid = c.relnamespace"
                                " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND {} AND {}",
                                kMine, NotOfExtension("pg_class", "c.oid"))};
}

DatabaseQuery Columns() {
  return {kPurpose,
          "SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,"
          " a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid), a.attinhcount > 0,"
          " a.attislocal FROM pg_attribute a" +
              OfRelation("a.attrelid") +
              " LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
              " WHERE a.attnum > 0 AND NOT a.attisdropped"
              " AND c.relkind IN ('r', 'p', 'v', 'm', 'f')"
              " ORDER BY a.attrelid, a.attnum"};
}

DatabaseQuery Types() {
  return {kPurpose, fmt::format("SELECT n.nspname, t.typname, t.typtype, CASE WHEN t.typtype = 'd'"
                                " THEN format_type(t.typbasetype, t.typtypmod) END, t.typnotnull"
                                " FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
                                " WHERE t.typtype IN ('e', 'd', 'r') AND {} AND {}",
                                kMine, NotOfExtension("pg_type", "t.oid"))};
}

DatabaseQuery EnumLabels() {
  return {kPurpose, fmt::format("SELECT n.nspname, t.typname, e.enumlabel FROM pg_enum e"
                                " JOIN pg_type t ON t.oid = e.enumtypid"
                                " JOIN pg_namespace n ON n.oid = t.typnamespace"
                                " WHERE {} ORDER BY e.enumtypid, e.enumsortorder",
                                kMine)};
}

DatabaseQuery Indexes(int version) {
  const std::string_view nulls = version >= 150000 ? "x.indnullsnotdistinct" : "false";
  return {kPurpose,
          fmt::format("SELECT x.indexrelid, n.nspname, i.relname, i.relkind, x.indrelid,"
                      " x.indisunique, x.indisprimary, x.indisvalid, {}, am.amname,"
                      " pg_get_expr(x.indpred, x.indrelid), x.indisexclusion,"
                      " EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.indexrelid"
                      "  AND k.contype IN ('p', 'u', 'x')), h.inhparent"
                      " FROM pg_index x{}"
                      " JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_am am ON am.oid = i.relam"
                      " LEFT JOIN pg_inherits h ON h.inhrelid = x.indexrelid",
                      nulls, OfRelation("x.indrelid"))};
}

DatabaseQuery IndexColumns() {
  return {kPurpose,
          "SELECT x.indexrelid, k.place, a.attname, CASE WHEN x.indkey[k.place - 1] = 0"
          " THEN pg_get_indexdef(x.indexrelid, k.place, false) END, x.indoption[k.place - 1],"
          " k.place > x.indnkeyatts FROM pg_index x" +
              OfRelation("x.indrelid") +
              " CROSS JOIN LATERAL generate_series(1, x.indnatts::int) AS k(place)"
              " LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid"
              "  AND a.attnum = x.indkey[k.place - 1] AND a.attnum <> 0"
              " ORDER BY x.indexrelid, k.place"};
}

// Without NOT NULL, which PostgreSQL 18 has as rows, and without the rows that a foreign key has
// for each partition of the table that it refers to: those have a parent on the same table.
DatabaseQuery Constraints(int version) {
  const std::string_view enforced = version >= 180000 ? "k.conenforced" : "true";
  const std::string set_columns =
      version >= 150000 ? NameList("k.conrelid", "k.confdelsetcols") : "NULL";
  return {kPurpose,
          fmt::format("SELECT k.conrelid, k.conname, k.contype, {}, k.convalidated, {},"
                      " k.condeferrable, k.connoinherit, k.coninhcount > 0, k.conislocal,"
                      " pg_get_expr(k.conbin, k.conrelid), k.conindid, k.confrelid, {},"
                      " k.confdeltype, k.confupdtype, {}, k.confmatchtype = 'f',"
                      " k.condeferred FROM pg_constraint k{}"
                      " LEFT JOIN pg_constraint parent ON parent.oid = k.conparentid"
                      " WHERE k.contype IN ('p', 'u', 'f', 'c', 'x')"
                      " AND parent.conrelid IS DISTINCT FROM k.conrelid",
                      NameList("k.conrelid", "k.conkey"), enforced,
                      NameList("k.confrelid", "k.confkey"), set_columns, OfRelation("k.conrelid"))};
}

DatabaseQuery Policies() {
  return {kPurpose,
          "SELECT p.polrelid, p.polname, p.polcmd, p.polpermissive,"
          " pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)"
          " FROM pg_policy p" +
              OfRelation("p.polrelid")};
}

DatabaseQuery SequenceOwners() {
  return {kPurpose,
          "SELECT d.objid, d.refobjid, a.attname, d.deptype = 'i' FROM pg_depend d" +
              OfRelation("d.objid") +
              " JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid"
              " WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass"
              " AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0 AND c.relkind = 'S'"};
}

DatabaseQuery Inheritance() {
  return {kPurpose, "SELECT i.inhrelid, i.inhparent FROM pg_inherits i" + OfRelation("i.inhrelid") +
                        " WHERE c.relkind IN ('r', 'p', 'f')"};
}

DatabaseQuery Triggers() {
  return {kPurpose,
          "SELECT t.tgrelid, t.tgname, f.nspname, p.proname FROM pg_trigger t" +
              OfRelation("t.tgrelid") +
              " JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_namespace f ON f.oid = p.pronamespace"
              " WHERE NOT t.tgisinternal AND t.tgparentid = 0"};
}

DatabaseQuery Rules() {
  return {kPurpose, "SELECT r.ev_class, r.rulename FROM pg_rewrite r" + OfRelation("r.ev_class") +
                        " WHERE r.rulename <> '_RETURN'"};
}

}  // namespace hoglint
