// What a database holds: the queries, and the comparison.
#include "tests/support/live_schema.h"

#include <array>
#include <string_view>

#include "lint/schema/diff_text.h"

namespace hoglint::testing {
namespace {

// Every query gives key and value. `mine`: the namespaces that are not PostgreSQL's own, and
// objects that no extension owns.
constexpr std::array<std::string_view, 11> kQueries = {
    // schemas
    R"(SELECT 'schema ' || nspname, '' FROM pg_namespace
       WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')",
    // relations
    R"(SELECT 'relation ' || n.nspname || '.' || c.relname,
              c.relkind::text || CASE WHEN c.relrowsecurity THEN ' rls' ELSE '' END
                || CASE WHEN c.relpersistence = 'u' THEN ' unlogged' ELSE '' END
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                         AND d.objid = c.oid AND d.deptype = 'e'))",
    // columns, in the order of those that are left
    R"(SELECT 'column ' || n.nspname || '.' || c.relname || '.' || a.attname,
              rank() OVER (PARTITION BY c.oid ORDER BY a.attnum) || ' '
                || format_type(a.atttypid, a.atttypmod)
                || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
                || CASE WHEN a.attidentity = 'a' THEN ' identity always'
                        WHEN a.attidentity = 'd' THEN ' identity by default' ELSE '' END
                || CASE WHEN a.attgenerated = 's' THEN ' stored'
                        WHEN a.attgenerated = 'v' THEN ' virtual' ELSE '' END
                || CASE WHEN a.attinhcount > 0 THEN ' inherited' ELSE '' END
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
         AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r','p','v','m','f','c')
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                         AND d.objid = c.oid AND d.deptype = 'e'))",
    // defaults
    R"(SELECT 'default ' || n.nspname || '.' || c.relname || '.' || a.attname,
              pg_get_expr(d.adbin, d.adrelid)
       FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
       JOIN pg_class c ON c.oid = d.adrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND a.attgenerated = '')",
    // constraints; PostgreSQL's own copies for the partitions of a referenced table have a parent
    // on
    // the same table
    R"(SELECT 'constraint ' || n.nspname || '.' || c.relname || '.' || k.conname,
              k.contype::text || ' (' || coalesce((
                SELECT string_agg(a.attname, ', '
                         ORDER BY CASE WHEN k.contype = 'c' THEN a.attname::text
                                       ELSE to_char(i.place, 'FM000') END)
                FROM unnest(k.conkey) WITH ORDINALITY i(attnum, place)
                JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = i.attnum
                WHERE k.contype <> 'x'), '') || ')'
                || CASE WHEN k.contype = 'f' THEN ' references ' || k.confrelid::regclass || ' ('
                     || (SELECT string_agg(a.attname, ', ' ORDER BY i.place)
                         FROM unnest(k.confkey) WITH ORDINALITY i(attnum, place)
                         JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = i.attnum)
                     || ') ' || k.confdeltype::text || k.confupdtype::text
                     || coalesce((SELECT ' set (' || string_agg(a.attname, ', ' ORDER BY i.place)
                                         || ')'
                                  FROM jsonb_array_elements_text(  -- 14 has no such column
                                         nullif(to_jsonb(k) -> 'confdelsetcols', 'null'))
                                         WITH ORDINALITY i(attnum, place)
                                  JOIN pg_attribute a ON a.attrelid = k.conrelid
                                                     AND a.attnum = i.attnum::int), '')
                     || CASE k.confmatchtype WHEN 'f' THEN ' match full' ELSE '' END
                     ELSE '' END
                || CASE WHEN k.convalidated THEN '' ELSE ' not valid' END
                || CASE WHEN k.condeferrable THEN ' deferrable' ELSE '' END
                || CASE WHEN k.condeferred THEN ' deferred' ELSE '' END
                || CASE WHEN k.connoinherit AND k.contype = 'c' THEN ' no inherit' ELSE '' END
                || CASE WHEN k.coninhcount > 0 THEN ' inherited' ELSE '' END
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
       LEFT JOIN pg_constraint parent ON parent.oid = k.conparentid
       WHERE k.contype IN ('p','u','f','c','x') AND n.nspname !~ '^pg_'
         AND n.nspname <> 'information_schema' AND parent.conrelid IS DISTINCT FROM k.conrelid)",
    // indexes; the names of columns are those that a partition's index would be named after
    R"(SELECT 'index ' || n.nspname || '.' || c.relname,
              x.indrelid::regclass || ' (' || (SELECT string_agg(a.attname, ', ' ORDER BY a.attnum)
                FROM pg_attribute a WHERE a.attrelid = x.indexrelid) || ')'
                || CASE WHEN x.indisunique THEN ' unique' ELSE '' END
                || CASE WHEN x.indisprimary THEN ' primary' ELSE '' END
                || CASE WHEN x.indisvalid THEN '' ELSE ' invalid' END
                || CASE WHEN x.indpred IS NOT NULL THEN ' partial' ELSE '' END
                || CASE WHEN c.relispartition THEN ' attached' ELSE '' END
       FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                         AND d.objid = x.indrelid AND d.deptype = 'e'))",
    // types
    R"(SELECT 'type ' || n.nspname || '.' || t.typname,
              CASE t.typtype WHEN 'e' THEN 'enum ' || coalesce((
                     SELECT string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)
                     FROM pg_enum e WHERE e.enumtypid = t.oid), '')
                   WHEN 'd' THEN 'domain ' || format_type(t.typbasetype, t.typtypmod)
                     || CASE WHEN t.typnotnull THEN ' not null' ELSE '' END
                     || coalesce((SELECT string_agg(' ' || k.conname
                          || CASE WHEN k.convalidated THEN '' ELSE ' not valid' END, ''
                          ORDER BY k.conname)
                        FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'), '')
                   WHEN 'r' THEN 'range' ELSE 'other' END
       FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
       WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
         AND t.typtype IN ('e','d','r','b') AND (t.typcategory <> 'A' OR t.typtype = 'd')
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_type'::regclass
                         AND d.objid = t.oid AND d.deptype = 'e'))",
    // owners of sequences
    R"(SELECT 'sequence owner ' || n.nspname || '.' || c.relname,
              d.refobjid::regclass || '.' || a.attname
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
         AND d.deptype IN ('a','i') AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
       JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
       WHERE c.relkind = 'S' AND n.nspname !~ '^pg_')",
    // inheritance and partitions
    R"(SELECT 'inherits ' || i.inhrelid::regclass || ' from ' || i.inhparent::regclass, ''
       FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r','p') AND n.nspname !~ '^pg_')",
    // policies and triggers
    R"(SELECT 'policy ' || p.polrelid::regclass || '.' || p.polname, '' FROM pg_policy p
       JOIN pg_class c ON c.oid = p.polrelid WHERE c.relpersistence <> 't'
       UNION ALL
       SELECT 'trigger ' || t.tgrelid::regclass || '.' || t.tgname,
              CASE WHEN n.nspname = 'public' THEN '' ELSE quote_ident(n.nspname) || '.' END || quote_ident(p.proname)
       FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND c.relpersistence <> 't'
       UNION ALL
       SELECT 'rule ' || r.ev_class::regclass || '.' || r.rulename, '' FROM pg_rewrite r
       JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE r.rulename <> '_RETURN' AND n.nspname !~ '^pg_'
         AND n.nspname <> 'information_schema')",
    // functions and procedures, without those that a range type makes
    R"(SELECT 'function ' || n.nspname || '.' || p.proname || '(' || (
                SELECT coalesce(string_agg(format_type(a.t, NULL), ', ' ORDER BY a.place), '')
                FROM unnest(p.proargtypes) WITH ORDINALITY a(t, place)) || ')', p.provolatile::text
       FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND p.prokind IN ('f','p')
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
                         AND d.objid = p.oid AND d.deptype IN ('e', 'i')))",
};

bool Matches(const std::string& server, const std::string& catalogue) {
  const std::size_t unknown = catalogue.find('?');
  if (unknown == std::string::npos) return server == catalogue;
  const std::string_view before = std::string_view(catalogue).substr(0, unknown);
  const std::string_view after = std::string_view(catalogue).substr(unknown + 1);
  return server.size() >= before.size() + after.size() && server.starts_with(before) &&
         server.ends_with(after);
}

}  // namespace

Result<SchemaLines> ReadSchema(Connection& connection) {
  SchemaLines lines;
  const QueryResult reset = connection.Exec("SET search_path = public, pg_temp");
  if (!reset.ok()) return Error{reset.error->message};
  std::string all;  // in one go: the agreement's campaigns ask for it thousands of times
  for (const std::string_view query : kQueries) {
    all += (all.empty() ? "(" : ") UNION ALL (") + std::string(query);
  }
  const QueryResult result = connection.Query(all + ")");
  if (!result.ok()) return Error{result.error->message + " in the queries of live_schema.cc"};
  for (const Row& row : result.rows) {
    std::string value = row[1].value_or("");
    if (row[0]->starts_with("default ")) value = NormalisedDefault(value);
    lines.emplace(row[0].value_or(""), std::move(value));
  }
  return lines;
}

std::vector<std::string> CompareSchemas(const SchemaLines& server, const SchemaLines& catalogue) {
  std::vector<std::string> differences;
  for (const auto& [key, value] : server) {
    const auto other = catalogue.find(key);
    if (other != catalogue.end() && Matches(value, other->second)) continue;
    differences.push_back("- " + key + ": " + value);
    if (other != catalogue.end()) differences.push_back("+ " + key + ": " + other->second);
  }
  for (const auto& [key, value] : catalogue) {
    if (!server.contains(key)) differences.push_back("+ " + key + ": " + value);
  }
  return differences;
}

}  // namespace hoglint::testing
