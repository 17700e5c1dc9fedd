// What PostgreSQL itself brings along: functions, types and schemas that no file creates.
#include "lint/schema/builtins.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "lint/schema/builtin_functions.h"

namespace hoglint {
namespace {

// The types of pg_catalog of PostgreSQL 15 and 18, without arrays and row types (pg_type).
constexpr std::string_view kTypes =
    "aclitem any anyarray anycompatible anycompatiblearray anycompatiblemultirange "
    "anycompatiblenonarray anycompatiblerange anyelement anyenum anymultirange anynonarray "
    "anyrange bit bool box bpchar bytea char cid cidr circle cstring date datemultirange "
    "daterange event_trigger fdw_handler float4 float8 gtsvector index_am_handler inet int2 "
    "int2vector int4 int4multirange int4range int8 int8multirange int8range internal interval "
    "json jsonb jsonpath language_handler line lseg macaddr macaddr8 money name numeric "
    "nummultirange numrange oid oidvector path pg_brin_bloom_summary pg_brin_minmax_multi_summary "
    "pg_ddl_command pg_dependencies pg_lsn pg_mcv_list pg_ndistinct pg_node_tree pg_snapshot "
    "point polygon record refcursor regclass regcollation regconfig regdictionary regnamespace "
    "regoper regoperator regproc regprocedure regrole regtype table_am_handler text tid time "
    "timestamp timestamptz timetz trigger tsm_handler tsmultirange tsquery tsrange tstzmultirange "
    "tstzrange tsvector txid_snapshot unknown uuid varbit varchar void xid xid8 xml";

template <typename Take>
void ForEachWord(std::string_view words, Take take) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    take(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

using FunctionTable = std::unordered_map<std::string_view, Volatility>;

FunctionTable MakeFunctionTable() {
  FunctionTable table;
  const auto add = [&](std::string_view names, Volatility volatility) {
    ForEachWord(names, [&](std::string_view name) { table.emplace(name, volatility); });
  };
  add(kVolatileFunctions, Volatility::kVolatile);
  add(kStableFunctions, Volatility::kStable);
  add(kImmutableFunctions, Volatility::kImmutable);
  return table;
}

std::unordered_set<std::string_view> MakeTypeSet() {
  std::unordered_set<std::string_view> types;
  ForEachWord(kTypes, [&](std::string_view name) { types.insert(name); });
  return types;
}

struct ExtensionTypes {
  std::string_view extension;
  std::array<std::string_view, 4> types;
};

// From the extensions' own scripts (contrib of PostgreSQL 15, pgvector 0.8, PostGIS 3).
constexpr std::array kExtensionTypes = {
    ExtensionTypes{"citext", {"citext"}},
    ExtensionTypes{"cube", {"cube"}},
    ExtensionTypes{"hstore", {"hstore", "ghstore"}},
    ExtensionTypes{"ltree", {"ltree", "lquery", "ltxtquery", "ltree_gist"}},
    ExtensionTypes{"pg_trgm", {"gtrgm"}},
    ExtensionTypes{"postgis", {"geometry", "geography", "box2d", "box3d"}},
    ExtensionTypes{"seg", {"seg"}},
    ExtensionTypes{"vector", {"vector", "halfvec", "sparsevec"}},
};

}  // namespace

std::optional<Volatility> BuiltinVolatility(std::string_view function) {
  static const FunctionTable table = MakeFunctionTable();
  const auto found = table.find(function);
  if (found == table.end()) return std::nullopt;
  return found->second;
}

Volatility VolatilityOfCall(const Catalogue& catalogue, const FunctionCall& call) {
  if (call.name.schema.empty() || call.name.schema == "pg_catalog") {
    if (const auto builtin = BuiltinVolatility(call.name.name)) return *builtin;
  }
  const std::vector<const Function*> functions = catalogue.FindFunctions(call.name);
  if (functions.empty()) return Volatility::kUnknown;
  Volatility worst = Volatility::kImmutable;
  for (const Function* function : functions) worst = std::max(worst, function->volatility);
  return worst;
}

bool IsBuiltinType(std::string_view name) {
  static const std::unordered_set<std::string_view> types = MakeTypeSet();
  return types.contains(name);
}

bool IsSystemSchema(std::string_view schema) {
  return schema == "pg_catalog" || schema == "information_schema" || schema == "pg_toast";
}

bool IsSystemRelation(const ObjectName& name) {
  return name.schema.empty() ? name.name.starts_with("pg_") : IsSystemSchema(name.schema);
}

std::span<const std::string_view> TypesOfExtension(std::string_view extension) {
  const auto found = std::ranges::find(kExtensionTypes, extension, &ExtensionTypes::extension);
  if (found == kExtensionTypes.end()) return {};
  const auto count = std::ranges::count_if(found->types, [](auto type) { return !type.empty(); });
  return std::span(found->types).first(static_cast<std::size_t>(count));
}

bool IsExtensionType(std::string_view name) {
  return !name.empty() &&
         std::ranges::any_of(kExtensionTypes, [&](const ExtensionTypes& extension) {
           return std::ranges::find(extension.types, name) != extension.types.end();
         });
}

}  // namespace hoglint
