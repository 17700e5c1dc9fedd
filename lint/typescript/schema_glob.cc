#include "lint/typescript/schema_glob.h"

#include <utility>

namespace hoglint {
namespace {

constexpr std::size_t kMaxChoices = 256;
constexpr std::size_t kMaxPattern = 1'024;

// The comma-separated choices of the first {...}; false when there is none.
bool SplitBraces(const std::string& pattern, std::string& before, std::vector<std::string>& choices,
                 std::string& behind) {
  const std::size_t open = pattern.find('{');
  if (open == std::string::npos) return false;
  int depth = 0;
  std::string choice;
  for (std::size_t at = open; at < pattern.size(); ++at) {
    const char c = pattern[at];
    if (c == '{' && depth++ == 0) continue;
    if (c == '}' && --depth == 0) {
      choices.push_back(std::move(choice));
      before = pattern.substr(0, open);
      behind = pattern.substr(at + 1);
      return true;
    }
    if (c == ',' && depth == 1) {
      choices.push_back(std::exchange(choice, {}));
    } else {
      choice += c;
    }
  }
  return false;  // a brace that is not closed is just that
}

// The [set] at the front; its length, and whether it has the character.
std::size_t ReadSet(std::string_view part, char c, bool& has) {
  const std::size_t close = part.find(']', part.size() > 1 && part[1] == ']' ? 2 : 1);
  if (close == std::string_view::npos) return 0;
  std::string_view set = part.substr(1, close - 1);
  const bool negated = set.starts_with('!') || set.starts_with('^');
  if (negated) set.remove_prefix(1);
  bool found = false;
  for (std::size_t i = 0; i < set.size(); ++i) {
    if (i + 2 < set.size() && set[i + 1] == '-') {
      found = found || (set[i] <= c && c <= set[i + 2]);
      i += 2;
    } else {
      found = found || set[i] == c;
    }
  }
  has = found != negated;
  return close + 1;
}

}  // namespace

std::optional<std::vector<std::string>> ExpandPattern(std::string_view pattern) {
  if (pattern.size() > kMaxPattern) return std::nullopt;
  for (std::size_t i = 1; i < pattern.size(); ++i) {
    if (pattern[i] == '(' && std::string_view("!@+?*").find(pattern[i - 1]) != pattern.npos) {
      return std::nullopt;
    }
  }
  std::vector<std::string> expanded;
  std::vector<std::string> waiting = {std::string(pattern)};
  while (!waiting.empty()) {
    const std::string next = std::move(waiting.back());
    waiting.pop_back();
    std::string before;
    std::string behind;
    std::vector<std::string> choices;
    if (!SplitBraces(next, before, choices, behind)) {
      expanded.push_back(next);
    }
    for (const std::string& each : choices) waiting.push_back(before + each + behind);
    if (waiting.size() + expanded.size() > kMaxChoices) return std::nullopt;
  }
  return expanded;
}

bool HasWildcards(std::string_view part) {
  return part.find_first_of("*?[") != std::string_view::npos;
}

bool PartFits(std::string_view part, std::string_view name) {
  if (name.starts_with('.') && !part.starts_with('.')) return false;
  std::size_t at = 0;
  std::size_t in = 0;
  std::size_t star = std::string_view::npos;  // of the part, and where it began to fit
  std::size_t from = 0;
  while (in < name.size()) {
    bool fits = false;
    std::size_t length = 1;
    if (at < part.size() && part[at] == '*') {
      star = at++;
      from = in;
      continue;
    }
    if (at < part.size() && part[at] == '[') {
      const std::size_t set = ReadSet(part.substr(at), name[in], fits);
      if (set == 0) {
        fits = name[in] == '[';
      } else {
        length = set;
      }
    } else if (at < part.size()) {
      fits = part[at] == '?' || part[at] == name[in];
    }
    if (fits) {
      at += length;
      ++in;
    } else if (star != std::string_view::npos) {
      at = star + 1;
      in = ++from;
    } else {
      return false;
    }
  }
  while (at < part.size() && part[at] == '*') ++at;
  return at == part.size();
}

}  // namespace hoglint
