#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "lint/base/ascii.h"
#include "lint/typescript/app_sources_readers.h"

namespace hoglint {
namespace {

constexpr std::array<std::string_view, 5> kSqlBeginnings = {"select", "update", "delete", "insert",
                                                            "with"};

bool IsWordCharacter(char c) {
  return (LowerAscii(c) >= 'a' && LowerAscii(c) <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$';
}

bool BeginsLikeStatement(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n(");
  if (begin == std::string_view::npos) return false;
  text.remove_prefix(begin);
  return std::ranges::any_of(kSqlBeginnings, [&](std::string_view word) {
    return text.size() > word.size() && HasWord(text.substr(0, word.size() + 1), word);
  });
}

bool IsString(const TsNode& node) {
  return node.kind == "string" || node.kind == "template_string";
}

}  // namespace

bool HasWord(std::string_view text, std::string_view word) {
  for (auto at = text.begin(); at != text.end();) {
    const auto found = std::search(at, text.end(), word.begin(), word.end(), EqualIgnoringCase);
    if (found == text.end()) return false;
    const auto end = found + static_cast<std::ptrdiff_t>(word.size());
    const bool begins = found == text.begin() || !IsWordCharacter(*(found - 1));
    if (begins && (end == text.end() || !IsWordCharacter(*end))) return true;
    at = found + 1;
  }
  return false;
}

SqlInCode SqlOf(const TsNode& literal, FileId file) {
  SqlInCode sql;
  if (literal.text.size() < 2) return sql;
  sql.text = literal.text.substr(1, literal.text.size() - 2);
  sql.span = {file, literal.begin + 1,
              literal.begin + 1 + static_cast<std::uint32_t>(sql.text.size())};
  for (const TsNode& part : literal.children) {
    const std::size_t at = part.begin - sql.span.begin;
    if (part.kind == "template_substitution") {
      sql.text.replace(at, part.text.size(), std::string(part.text.size(), ' '));
      sql.text.replace(at, 2, "$1");
    } else if (part.kind == "escape_sequence") {
      if (part.text != "\\n" && part.text != "\\t" && part.text != "\\r") return {};
      sql.text.replace(at, part.text.size(), std::string(part.text.size(), ' '));
    }
  }
  return sql;
}

const TsNode* SqlLiteral(const TsNode& call) {
  const TsNode* function = call.Field("function");
  const TsNode* arguments = call.Field("arguments");
  if (function == nullptr || arguments == nullptr) return nullptr;
  if (arguments->kind == "template_string") {
    return function->text == "sql" || function->text.ends_with(".sql") ? arguments : nullptr;
  }
  const TsNode* property = function->Field("property");
  if (function->kind != "member_expression" || property == nullptr) return nullptr;
  const std::string_view name = property->text;
  if (name != "raw" && name != "execute" && name != "query" && name != "unsafe") return nullptr;
  const TsNode* argument = ArgumentOf(call, 0);
  return argument != nullptr && IsString(*argument) ? argument : nullptr;
}

void ReadSql(const SourceReading& reading) {
  for (const TsNode* node : reading.tree.nodes()) {
    if (node->kind != "call_expression") continue;
    const TsNode* literal = SqlLiteral(*node);
    if (literal == nullptr) continue;
    SqlInCode sql = SqlOf(*literal, reading.module.file);
    if (BeginsLikeStatement(sql.text)) reading.module.own.sql.push_back(std::move(sql));
  }
}

}  // namespace hoglint
