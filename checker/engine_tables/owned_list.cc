#include "checker/engine_tables/owned_list.h"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

#include "lint/journal/json_positions.h"

namespace hoglint {
namespace {

struct ListKey {
  std::string_view key;
  RelationKind kind;
};
constexpr std::array<ListKey, 4> kRelations{{{"tables", RelationKind::kTable},
                                             {"views", RelationKind::kView},
                                             {"indexes", RelationKind::kIndex},
                                             {"sequences", RelationKind::kSequence}}};
constexpr std::array<std::string_view, 9> kKeys{"$schema", "owner", "package", "version",  "ledger",
                                                "tables",  "views", "indexes", "sequences"};
constexpr std::string_view kEnums = "enums";

class ListReader {
 public:
  explicit ListReader(const SourceFile& file) : file_(file) {}

  Result<OwnedList> Read(JsonValue root) {
    for (const JsonValue member : root) Member(member);
    if (!problem_.empty()) return Error{problem_};
    return std::move(list_);
  }

 private:
  void Member(JsonValue member) {
    for (const ListKey& each : kRelations) {
      if (member.key() == each.key) return Names(member, each.kind);
    }
    if (member.key() == kEnums) return Enums(member);
    for (const std::string_view key : kKeys) {
      if (member.key() == key) return Text(member);
    }
    Refuse(member.key_span(), fmt::format("no key '{}'", member.key()));
  }

  void Text(JsonValue member) {
    const auto text = member.AsString();
    if (!text) return Refuse(member.span(), fmt::format("'{}' wants a string", member.key()));
    if (member.key() == "owner") list_.owner = *text;
    if (member.key() == "package") list_.package = *text;
    if (member.key() == "version") list_.version = *text;
    if (member.key() == "ledger") list_.ledger = OwnedName(*text);
  }

  void Names(JsonValue array, RelationKind kind) {
    if (!array.is_array()) return Refuse(array.span(), "a list of names is wanted");
    for (const JsonValue element : array) {
      const auto name = element.AsString();
      if (!name || name->empty()) return Refuse(element.span(), "a name is wanted");
      Relation relation;
      relation.name = OwnedName(*name);
      relation.kind = kind;
      relation.columns_unknown = true;
      relation.may_have_rows = true;
      if (list_.catalogue.Find(relation.name) != nullptr) continue;
      list_.catalogue.mutable_schemas().insert(relation.name.schema);
      list_.catalogue.AddRelation(std::move(relation));
    }
  }

  void Enums(JsonValue array) {
    if (!array.is_array()) return Refuse(array.span(), "a list of names is wanted");
    for (const JsonValue element : array) {
      const auto name = element.AsString();
      if (!name || name->empty()) return Refuse(element.span(), "a name is wanted");
      Type type;
      type.name = OwnedName(*name);
      type.kind = TypeKind::kEnum;
      list_.catalogue.mutable_types().emplace(type.name, type);
    }
  }

  void Refuse(Span span, std::string why) {
    if (problem_.empty()) {
      problem_ = fmt::format("line {}: {}", file_.PositionAt(span.begin).line, why);
    }
  }

  const SourceFile& file_;
  OwnedList list_;
  std::string problem_;
};

}  // namespace

std::optional<Result<OwnedList>> ReadOwnedList(const SourceFile& file) {
  const JsonDocument document(file);
  const JsonValue root = document.root();
  if (!document.problems().empty() || !root.is_object()) return std::nullopt;
  bool list = false;
  for (const ListKey& each : kRelations) list = list || root[each.key].is_array();
  if (!list && !root[kEnums].is_array()) return std::nullopt;
  return ListReader(file).Read(root);
}

QualifiedName OwnedName(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return {"public", std::string(text)};
  return {std::string(text.substr(0, dot)), std::string(text.substr(dot + 1))};
}

}  // namespace hoglint
