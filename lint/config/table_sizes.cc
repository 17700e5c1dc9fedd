#include "lint/config/table_sizes.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace hoglint {
namespace {

using Json = nlohmann::json;

Error Wrong(const SourceFile& file, std::string_view what) {
  return Error{fmt::format("{}: {}; write it anew with 'hoglint stats'", file.path(), what)};
}

// A whole number of at least 0; absent for anything else.
std::optional<std::int64_t> NumberIn(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number_integer()) return std::nullopt;
  const auto number = found->get<std::int64_t>();
  if (number < 0) return std::nullopt;
  return number;
}

std::string TextIn(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// "2026-11-20"; empty for anything else, since reports show it.
std::string DayIn(const Json& object, const char* key) {
  constexpr std::string_view kShape = "0000-00-00";
  std::string text = TextIn(object, key);
  const bool is_day = std::ranges::equal(text, kShape, [](char c, char shape) {
    return shape == '0' ? c >= '0' && c <= '9' : c == shape;
  });
  return is_day ? text : std::string();
}

}  // namespace

const TableSize* TableSizes::Find(const QualifiedName& table) const {
  const auto found = tables.find(table);
  return found == tables.end() ? nullptr : &found->second;
}

Result<TableSizes> ReadTableSizes(const SourceFile& file) {
  const Json root = Json::parse(file.text(), nullptr, /*allow_exceptions=*/false);
  if (!root.is_object()) return Wrong(file, "it is no JSON object");
  if (NumberIn(root, "version") != 1) return Wrong(file, "its 'version' is not 1");
  const auto tables = root.find("tables");
  if (tables == root.end() || !tables->is_array()) return Wrong(file, "it has no list of 'tables'");
  TableSizes sizes;
  sizes.path = file.path();
  for (const Json& entry : *tables) {
    const std::string name = entry.is_object() ? TextIn(entry, "name") : std::string();
    const auto bytes = entry.is_object() ? NumberIn(entry, "bytes") : std::nullopt;
    if (name.empty() || !bytes) return Wrong(file, "a table has no 'name' and 'bytes'");
    TableSize size{.rows = NumberIn(entry, "rows"),
                   .bytes = *bytes,
                   .index_bytes = NumberIn(entry, "indexBytes").value_or(0),
                   .analysed = DayIn(entry, "analysed")};
    sizes.tables.insert_or_assign({TextIn(entry, "schema"), name}, std::move(size));
  }
  return sizes;
}

std::string TableSizesText(const TableSizes& sizes) {
  using Ordered = nlohmann::ordered_json;
  std::string text = "{\"version\": 1, \"tables\": [";
  const char* separator = "\n";
  for (const auto& [name, size] : sizes.tables) {
    Ordered entry;
    entry["schema"] = name.schema;
    entry["name"] = name.name;
    entry["rows"] = size.rows ? Ordered(*size.rows) : Ordered(nullptr);
    entry["bytes"] = size.bytes;
    entry["indexBytes"] = size.index_bytes;
    entry["analysed"] = size.analysed.empty() ? Ordered(nullptr) : Ordered(size.analysed);
    // A name of a server in another encoding may be no UTF-8.
    text += separator + entry.dump(-1, ' ', false, Ordered::error_handler_t::replace);
    separator = ",\n";
  }
  return text + "\n]}\n";
}

}  // namespace hoglint
