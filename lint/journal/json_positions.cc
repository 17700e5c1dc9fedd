#include "lint/journal/json_positions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "lint/base/check.h"

namespace hoglint {
namespace {

// Tells of most objects, which have few keys, that all differ, and needs no memory for it.
bool ClearlyDiffer(JsonValue object) {
  std::array<std::string_view, 8> keys;
  auto end = keys.begin();
  for (const JsonValue member : object) {
    if (end == keys.end()) return false;
    const std::string_view key = member.key();
    if (std::find(keys.begin(), end, key) != end) return false;
    *end++ = key;
  }
  return true;
}

}  // namespace

JsonValue JsonDocument::root() const { return nodes_.empty() ? JsonValue() : JsonValue(this, 0); }

std::string_view JsonDocument::StringAt(std::uint32_t begin, std::uint32_t end,
                                        std::uint32_t unescaped) const {
  if (unescaped != kNone) return unescaped_[unescaped];
  return text().substr(begin + 1, end - begin - 2);
}

JsonKind JsonValue::kind() const {
  return document_ == nullptr ? JsonKind::kAbsent : document_->nodes_[node_].kind;
}

Span JsonValue::span() const {
  if (document_ == nullptr) return {};
  const JsonDocument::Node& node = document_->nodes_[node_];
  return {document_->file_, node.begin, node.end};
}

std::string_view JsonValue::text() const {
  if (document_ == nullptr) return {};
  const JsonDocument::Node& node = document_->nodes_[node_];
  return document_->text().substr(node.begin, node.end - node.begin);
}

std::string_view JsonValue::key() const {
  if (document_ == nullptr) return {};
  const JsonDocument::Node& node = document_->nodes_[node_];
  if (node.key_end == 0) return {};
  return document_->StringAt(node.key_begin, node.key_end, node.unescaped_key);
}

Span JsonValue::key_span() const {
  if (document_ == nullptr) return {};
  const JsonDocument::Node& node = document_->nodes_[node_];
  return {document_->file_, node.key_begin, node.key_end};
}

std::optional<std::string_view> JsonValue::AsString() const {
  if (kind() != JsonKind::kString) return std::nullopt;
  const JsonDocument::Node& node = document_->nodes_[node_];
  return document_->StringAt(node.begin, node.end, node.unescaped);
}

std::optional<bool> JsonValue::AsBool() const {
  if (kind() != JsonKind::kBool) return std::nullopt;
  return text().starts_with('t');
}

std::optional<std::int64_t> JsonValue::AsInteger() const {
  if (kind() != JsonKind::kNumber) return std::nullopt;
  const std::string_view digits = text();
  const char* const end = digits.data() + digits.size();
  std::int64_t integer = 0;
  if (const auto read = std::from_chars(digits.data(), end, integer);
      read.ec == std::errc() && read.ptr == end) {
    return integer;
  }
  constexpr double kLimit = 9007199254740992.0;  // 2^53: beyond it a double is no exact integer
  double number = 0;
  if (const auto read = std::from_chars(digits.data(), end, number);
      read.ec != std::errc() || read.ptr != end || std::trunc(number) != number ||
      std::abs(number) > kLimit) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(number);
}

JsonValue JsonValue::operator[](std::string_view key) const {
  JsonValue found;
  if (!is_object()) return found;
  for (const JsonValue member : *this) {
    if (member.key() == key) found = member;
  }
  return found;
}

JsonValue::Iterator JsonValue::begin() const {
  return {document_, is_object() || is_array() ? node_ + 1 : 0};
}

JsonValue::Iterator JsonValue::end() const {
  return {document_, is_object() || is_array() ? document_->nodes_[node_].next : 0};
}

JsonValue::Iterator& JsonValue::Iterator::operator++() {
  node_ = document_->nodes_[node_].next;
  return *this;
}

void CheckDuplicateKeys(JsonValue object, std::vector<JsonProblem>& problems,
                        std::string_view outcome) {
  if (!object.is_object() || ClearlyDiffer(object)) return;
  std::vector<std::pair<std::string_view, Span>> keys;
  for (const JsonValue member : object) keys.emplace_back(member.key(), member.key_span());
  std::ranges::sort(keys);
  for (std::size_t i = 1; i < keys.size(); ++i) {
    if (keys[i].first != keys[i - 1].first) continue;
    problems.push_back(
        {JsonProblemKind::kDuplicateKey, keys[i].second,
         fmt::format("has the key \"{}\" twice in one object{}", keys[i].first, outcome)});
  }
}

std::string_view KindName(JsonKind kind) {
  switch (kind) {
    case JsonKind::kAbsent:
      return "nothing";
    case JsonKind::kNull:
      return "null";
    case JsonKind::kBool:
      return "a boolean";
    case JsonKind::kNumber:
      return "a number";
    case JsonKind::kString:
      return "a string";
    case JsonKind::kArray:
      return "an array";
    case JsonKind::kObject:
      return "an object";
  }
  return "nothing";
}

}  // namespace hoglint
