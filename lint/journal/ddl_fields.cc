#include "lint/journal/ddl_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace hoglint::ddl {

void Fields::WrongType(JsonValue member, std::string_view wanted) const {
  problems_.push_back(
      {JsonProblemKind::kWrongType, member.span(),
       fmt::format("{} is {}, not {}", member.key().empty() ? "an element" : member.key(),
                   KindName(member.kind()), wanted)});
}

void Fields::Read(std::string_view key, std::string& field) const {
  const JsonValue member = object_[key];
  if (!member.present()) return;
  if (const auto text = member.AsString()) {
    field = *text;
  } else if (member.kind() == JsonKind::kNull) {
    field.clear();
  } else {
    WrongType(member, "a string");
  }
}

void Fields::Read(std::string_view key, std::optional<std::string>& field) const {
  const JsonValue member = object_[key];
  if (!member.present()) return;
  if (member.kind() == JsonKind::kNull) {
    field.reset();
    return;
  }
  std::string text;
  Read(key, text);
  if (member.kind() == JsonKind::kString) field = std::move(text);
}

void Fields::Read(std::string_view key, bool& field) const {
  const JsonValue member = object_[key];
  if (!member.present()) return;
  if (const auto value = member.AsBool()) {
    field = *value;
  } else if (member.kind() == JsonKind::kNull) {
    field = false;
  } else {
    WrongType(member, "a boolean");
  }
}

void Fields::Read(std::string_view key, int& field) const {
  constexpr std::int64_t kMax = 1000;  // dimensions: PostgreSQL has at most 6
  const JsonValue member = object_[key];
  if (!member.present()) return;
  const auto value = member.AsInteger();
  if (value && *value >= 0 && *value <= kMax) {
    field = static_cast<int>(*value);
  } else if (member.kind() == JsonKind::kNull) {
    field = 0;
  } else {
    WrongType(member, "a small number");
  }
}

void Fields::Read(std::string_view key, std::vector<std::string>& field) const {
  const JsonValue member = object_[key];
  if (!member.present()) return;
  if (!member.is_array()) {
    if (member.kind() != JsonKind::kNull) WrongType(member, "an array");
    return;
  }
  field.clear();
  for (const JsonValue element : member) {
    if (const auto text = element.AsString()) {
      field.emplace_back(*text);
    } else {
      WrongType(element, "a string");
    }
  }
}

void Fields::ReadSchema(std::string_view key, std::string& field) const {
  Read(key, field);
  if (field.empty()) field = "public";
}

bool Fields::Require(std::string_view key, const std::string& field) const {
  if (!field.empty()) return true;
  const Span span = object_.span();
  problems_.push_back({JsonProblemKind::kMissing,
                       {span.file, span.begin, std::min(span.begin + 1, span.end)},
                       fmt::format("an object has no {}", key)});
  return false;
}

std::string UpperCase(std::string_view text) {
  std::string upper(text);
  std::ranges::transform(upper, upper.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return upper;
}

}  // namespace hoglint::ddl
