#include "lint/config/rule_option.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace hoglint {

const OptionValue* RuleSettings::Find(const RuleOption& option) const {
  if (values_ == nullptr) return nullptr;
  const auto found = values_->find(option.name);
  return found == values_->end() ? nullptr : &found->second;
}

std::int64_t RuleSettings::Number(const RuleOption& option) const {
  const OptionValue* value = Find(option);
  const auto* number = value == nullptr ? nullptr : std::get_if<std::int64_t>(value);
  return number == nullptr ? option.number : *number;
}

std::string_view RuleSettings::Text(const RuleOption& option) const {
  const OptionValue* value = Find(option);
  const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
  return text == nullptr ? std::string_view() : *text;
}

bool RuleSettings::Names(const RuleOption& option, std::span<const std::string_view> name) const {
  const OptionValue* value = Find(option);
  const auto* patterns = value == nullptr ? nullptr : std::get_if<std::vector<std::string>>(value);
  return patterns != nullptr && std::ranges::any_of(*patterns, [&](const std::string& pattern) {
           return NameFits(pattern, name);
         });
}

bool PatternFits(std::string_view pattern, std::string_view text) {
  // Where the last * stood, and what of the text it has taken so far: linear but for that retry.
  std::size_t star = std::string_view::npos;
  std::size_t taken = 0;
  std::size_t at = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      taken = i;
    } else if (at < pattern.size() && (pattern[at] == '?' || pattern[at] == text[i])) {
      ++at;
      ++i;
    } else if (star != std::string_view::npos) {
      at = star + 1;
      i = ++taken;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', at) == std::string_view::npos;
}

bool NameFits(std::string_view pattern, std::span<const std::string_view> name) {
  for (;; name = name.first(name.size() - 1)) {
    if (name.empty()) return false;
    const std::size_t dot = pattern.rfind('.');
    const std::string_view part = dot == std::string_view::npos ? pattern : pattern.substr(dot + 1);
    if (!PatternFits(part, name.back())) return false;
    if (dot == std::string_view::npos) return true;
    pattern = pattern.substr(0, dot);
  }
}

std::string OptionWants(const RuleOption& option) {
  switch (option.type) {
    case OptionType::kNumber:
      return fmt::format("a whole number from {} to {}", option.least, option.most);
    case OptionType::kText:
      return "a pattern: a text with * and ?";
    case OptionType::kNames:
      return "a list of names, which may have * and ?";
  }
  return {};
}

}  // namespace hoglint
