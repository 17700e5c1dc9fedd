#include "lint/sql/placeholders.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "lint/base/ascii.h"
#include "lint/sql/quotes.h"

namespace hoglint::sql {
namespace {

bool IsNameStart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80U;
}

bool IsNamePart(char c) { return IsNameStart(c) || (c >= '0' && c <= '9'); }

struct Placeholder {
  std::size_t begin;
  std::size_t end;
};

// Between its brackets; {{#if}} and {{/if}} are more than a name.
bool IsContent(std::string_view content) {
  constexpr std::size_t kLongest = 64;
  const std::size_t first = content.find_first_not_of(' ');
  if (first == std::string_view::npos || content.size() > kLongest) return false;
  if (!IsNameStart(content[first]) && content[first] != '.') return false;
  return content.find_first_of("\"'\n{}()$") == std::string_view::npos;
}

constexpr std::string_view kBlanks = " \t\r\n\f\v";

class Finder {
 public:
  Finder(std::string_view text, bool psql) : text_(text), psql_(psql) {}

  std::vector<Placeholder> Find() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = Look(at);
      const bool blank = kBlanks.find(text_[at]) != std::string_view::npos;
      if (!blank && !IsComment(text_, at)) last_ = text_[end - 1];
      at = end;
    }
    return std::move(found_);
  }

 private:
  std::size_t Look(std::size_t at) {
    switch (text_[at]) {
      case '$':
        if (const auto end = Bracketed(at, "${", "}")) return Add(at, *end);
        if (const auto end = Bracketed(at, "$(", ")")) return Add(at, *end);
        return Behind(at);
      case '{':
        if (const auto end = Bracketed(at, "{{", "}}")) return Add(at, *end);
        return at + 1;
      case ':':
        return Colon(at);
      case '[':
        ++depth_;
        return at + 1;
      case ']':
        depth_ = std::max(depth_ - 1, 0);
        return at + 1;
      default:
        return BehindQuote(text_, at);
    }
  }

  std::size_t Add(std::size_t begin, std::size_t end) {
    found_.push_back({begin, end});
    return end;
  }

  [[nodiscard]] std::optional<std::size_t> Bracketed(std::size_t at, std::string_view open,
                                                     std::string_view close) const {
    if (text_.substr(at, 2) != open) return std::nullopt;
    const std::size_t end = text_.find(close, at + 2);
    if (end == std::string_view::npos) return std::nullopt;
    if (!IsContent(text_.substr(at + 2, end - at - 2))) return std::nullopt;
    return end + close.size();
  }

  // The text of a dollar quote is gone through on its own: an apostrophe in it ends with it.
  std::size_t Behind(std::size_t at) {
    const std::size_t end = BehindQuote(text_, at);
    const std::string_view quoted = text_.substr(at, end - at);
    const std::size_t tag = quoted.find('$', 1);
    if (tag == std::string_view::npos) return end;
    const std::size_t begin = at + tag + 1;
    for (const Placeholder& inside : Finder(text_.substr(begin, end - begin), false).Find()) {
      found_.push_back({begin + inside.begin, begin + inside.end});
    }
    return end;
  }

  // a::text, a[1:n], f(a := 1) and json_object('a': b) are SQL.
  std::size_t Colon(std::size_t at) {
    const std::string_view rest = text_.substr(at + 1);
    if (rest.starts_with(':')) return at + 2;
    if (!psql_ || depth_ > 0 || rest.empty() || IsBehindValue(at)) return at + 1;
    if (rest.front() == '\'' || rest.front() == '"') {
      return Add(at, BehindQuote(text_, at + 1));
    }
    if (!IsNameStart(rest.front())) return at + 1;
    const auto end = std::ranges::find_if_not(rest, IsNamePart);
    return Add(at, at + 1 + static_cast<std::size_t>(end - rest.begin()));
  }

  [[nodiscard]] bool IsBehindValue(std::size_t at) const {
    constexpr std::string_view kEnds = "'\")";
    return (at > 0 && IsNamePart(text_[at - 1])) || kEnds.find(last_) != std::string_view::npos;
  }

  std::string_view text_;
  bool psql_;
  int depth_ = 0;    // of square brackets
  char last_ = ' ';  // before this place, but for blanks and comments
  std::vector<Placeholder> found_;
};

// Quick, for most files have none: what has no colon but in casts and assignments, and no bracket
// of the others, needs no look at quotes.
bool MayHavePlaceholder(std::string_view text) {
  if (text.find('{') != std::string_view::npos) return true;
  if (text.find("$(") != std::string_view::npos) return true;
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at)) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (IsNameStart(next) || next == '\'' || next == '"') return true;
    at += next == ':' ? 2 : 1;
  }
  return false;
}

std::vector<Placeholder> FindPlaceholders(std::string_view text) {
  return MayHavePlaceholder(text) ? Finder(text, true).Find() : std::vector<Placeholder>{};
}

// tbl_${env}, ${prefix}_users
bool IsPartOfName(std::string_view text, const Placeholder& place) {
  return (place.begin > 0 && IsNamePart(text[place.begin - 1])) ||
         (place.end < text.size() && IsNamePart(text[place.end]));
}

void WriteName(std::string& text, const Placeholder& place) {
  char& first = text[place.begin];
  if (first == ':') {
    const bool quoted = text[place.begin + 1] == '\'' || text[place.begin + 1] == '"';
    first = quoted ? ' ' : '_';
  } else if (IsPartOfName(text, place)) {
    std::replace_if(
        text.begin() + static_cast<std::ptrdiff_t>(place.begin),
        text.begin() + static_cast<std::ptrdiff_t>(place.end),
        [](char c) { return !IsNamePart(c); }, '_');
  } else {
    if (first == '$') text[place.begin + 1] = '$';
    first = '"';
    text[place.end - 1] = '"';
  }
}

}  // namespace

void NamePlaceholders(std::string& text) {
  for (const Placeholder& place : FindPlaceholders(text)) WriteName(text, place);
}

bool HasPlaceholder(std::string_view text) { return !FindPlaceholders(text).empty(); }

std::vector<NamedPlaceholder> PlaceholdersIn(std::string_view text) {
  std::string named(text);
  std::vector<NamedPlaceholder> result;
  for (const Placeholder& place : FindPlaceholders(text)) {
    WriteName(named, place);
    std::string name = named.substr(place.begin, place.end - place.begin);
    if (name.starts_with(' ')) continue;  // :"name" is the name itself
    if (!name.starts_with('"')) name = ToLowerAscii(name);
    result.push_back({std::string(text.substr(place.begin, place.end - place.begin)), name});
  }
  std::ranges::sort(result);
  // Not the one of std::ranges: clang 14 cannot compile what it returns.
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

void WritePlaceholders(const std::vector<NamedPlaceholder>& placeholders, std::string& text) {
  for (const auto& [written, name] : placeholders) {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
      // A variable of psql is a whole name: not that of information_schema.
      const bool part = written.starts_with(':') && IsPartOfName(text, {at, at + name.size()});
      if (!part) text.replace(at, name.size(), written);
      at += part ? name.size() : written.size();
    }
  }
}

}  // namespace hoglint::sql
