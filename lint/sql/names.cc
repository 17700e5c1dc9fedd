// Identifiers as PostgreSQL stores and prints them.
#include "lint/sql/names.h"

#include <algorithm>

#include "lint/sql/pg_nodes.h"

namespace hoglint {
namespace {

constexpr std::size_t kMaxIdentifierBytes = 63;  // NAMEDATALEN - 1

// PostgreSQL's quote_identifier() quotes every keyword that is not an unreserved one.
bool IsKeywordToQuote(const std::string& identifier) {
  const int keyword = ScanKeywordLookup(identifier.c_str(), &ScanKeywords);
  return keyword >= 0 && ScanKeywordCategories[keyword] != UNRESERVED_KEYWORD;
}

bool IsPlainIdentifier(const std::string& identifier) {
  const auto is_start = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  const auto is_part = [&](char c) { return is_start(c) || (c >= '0' && c <= '9'); };
  return !identifier.empty() && is_start(identifier.front()) &&
         std::ranges::all_of(identifier, is_part) && !IsKeywordToQuote(identifier);
}

}  // namespace

std::string QuoteIdentifier(const std::string& identifier) {
  if (IsPlainIdentifier(identifier)) return identifier;
  std::string result = "\"";
  for (const char c : identifier) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + '"';
}

std::string ToString(const QualifiedName& name) {
  if (name.schema.empty()) return QuoteIdentifier(name.name);
  return QuoteIdentifier(name.schema) + '.' + QuoteIdentifier(name.name);
}

std::string DisplayName(const QualifiedName& name) {
  return name.schema == "public" ? QuoteIdentifier(name.name) : ToString(name);
}

std::string TruncateIdentifier(std::string identifier) {
  if (identifier.size() <= kMaxIdentifierBytes) return identifier;
  std::size_t size = kMaxIdentifierBytes;
  // A byte 10xxxxxx continues a UTF-8 character: the cut goes before the character.
  while (size > 0 && (static_cast<unsigned char>(identifier[size]) & 0xC0U) == 0x80U) --size;
  identifier.resize(size);
  return identifier;
}

}  // namespace hoglint
