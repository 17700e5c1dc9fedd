#include "checker/project/config_scan.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

namespace hoglint {
namespace {

enum class TokenKind : std::uint8_t { kWord, kString, kTemplate, kMark, kEnd };

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string text;   // of a string: its value
  bool plain = true;  // a template without ${...}
};

bool IsWordCharacter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$';
}

// Cuts a source into words, strings and marks; comments and white space vanish.
class Scanner {
 public:
  explicit Scanner(std::string_view source) : rest_(source) {}

  Token Next() {
    SkipBlanks();
    if (rest_.empty()) return {};
    const char c = rest_.front();
    if (c == '"' || c == '\'' || c == '`') return String(c);
    if (!IsWordCharacter(c)) {
      rest_.remove_prefix(1);
      return {TokenKind::kMark, std::string(1, c)};
    }
    const auto end = std::ranges::find_if_not(rest_, IsWordCharacter);
    const auto length = static_cast<std::size_t>(end - rest_.begin());
    Token token{TokenKind::kWord, std::string(rest_.substr(0, length))};
    rest_.remove_prefix(length);
    return token;
  }

 private:
  void SkipBlanks() {
    while (!rest_.empty()) {
      if (std::isspace(static_cast<unsigned char>(rest_.front())) != 0) {
        rest_.remove_prefix(1);
      } else if (rest_.starts_with("//")) {
        rest_.remove_prefix(std::min(rest_.find('\n'), rest_.size()));
      } else if (rest_.starts_with("/*")) {
        const std::size_t end = rest_.find("*/", 2);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 2);
      } else {
        return;
      }
    }
  }

  // Escapes other than those of quotes and backslashes do not occur in paths and stay as they are.
  Token String(char quote) {
    Token token{quote == '`' ? TokenKind::kTemplate : TokenKind::kString, {}};
    std::size_t i = 1;
    for (; i < rest_.size() && rest_[i] != quote; ++i) {
      if (quote != '`' && rest_[i] == '\n') break;  // not a string after all: a regular expression
      if (rest_.substr(i).starts_with("${")) token.plain = false;
      if (rest_[i] == '\\' && i + 1 < rest_.size()) ++i;
      token.text += rest_[i];
    }
    rest_.remove_prefix(std::min(i + 1, rest_.size()));
    return token;
  }

  std::string_view rest_;
};

// The value of the property whose name and colon have just been read; `token` becomes the first one
// that is not part of it.
ConfigProperty ReadValue(Scanner& scanner, Token& token) {
  token = scanner.Next();
  const bool is_string = token.kind == TokenKind::kString || token.kind == TokenKind::kTemplate;
  if (!is_string || !token.plain) return {PropertyKind::kComputed, {}};
  std::string value = token.text;
  token = scanner.Next();
  // `as const` and `satisfies string` leave the value as it is.
  const bool ends = token.kind == TokenKind::kEnd || token.text == "," || token.text == "}" ||
                    token.text == "as" || token.text == "satisfies";
  if (!ends) return {PropertyKind::kComputed, {}};
  return {PropertyKind::kLiteral, std::move(value)};
}

constexpr std::array<std::string_view, 7> kExtensions{".ts",  ".js",  ".mjs", ".mts",
                                                      ".cjs", ".cts", ".json"};

}  // namespace

ConfigProperty FindProperty(std::string_view source, std::string_view name) {
  Scanner scanner(source);
  ConfigProperty found;
  int depth = 0;
  std::optional<int> found_depth;
  bool at_key = false;  // right behind { or , where a property's name stands
  Token token = scanner.Next();
  while (token.kind != TokenKind::kEnd) {
    const bool named = (token.kind == TokenKind::kWord || token.kind == TokenKind::kString) &&
                       token.text == name && at_key;
    if (token.kind == TokenKind::kMark) {
      if (token.text == "{") ++depth;
      if (token.text == "}") --depth;
    }
    at_key = token.kind == TokenKind::kMark && (token.text == "{" || token.text == ",");
    token = scanner.Next();
    if (!named || (found_depth && *found_depth <= depth)) continue;
    if (token.text == ":" && token.kind == TokenKind::kMark) {
      found = ReadValue(scanner, token);
      found_depth = depth;
    } else if (token.text == "," || token.text == "}") {
      found = {PropertyKind::kComputed, {}};  // { out, ... }: a variable's value
      found_depth = depth;
    }
  }
  return found;
}

bool IsDrizzleConfigName(std::string_view file_name) {
  const auto* extension = std::ranges::find_if(
      kExtensions, [&](std::string_view candidate) { return file_name.ends_with(candidate); });
  if (extension == kExtensions.end() || file_name.ends_with(".d.ts")) return false;
  file_name.remove_suffix(extension->size() - 1);  // keeps the dot: ".config." is looked for
  return file_name.starts_with("drizzle") && file_name.find(".config.") != std::string_view::npos;
}

}  // namespace hoglint
