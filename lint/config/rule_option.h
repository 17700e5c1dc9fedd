// Options of rules: what hoglint.json may set for a rule beside its level.
#ifndef HOGLINT_LINT_CONFIG_RULE_OPTION_H_
#define HOGLINT_LINT_CONFIG_RULE_OPTION_H_

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hoglint {

enum class OptionType : std::uint8_t {
  kNumber,  // a whole number from `least` to `most`
  kText,
  kNames,  // patterns of names, see NameFits
};

// One option, declared once in the file of its rule. Numbers have a default; the default of all
// else is nothing.
struct RuleOption {
  std::string_view name;  // the key in hoglint.json
  OptionType type{};
  std::string_view summary;  // what it does, Markdown, without a final stop
  std::string_view example;  // a JSON value
  std::int64_t number = 0;   // the default
  std::int64_t least = 0;
  std::int64_t most = 0;
};

using OptionValue = std::variant<std::int64_t, std::string, std::vector<std::string>>;
// By the option's name; of the type that the option has.
using OptionValues = std::map<std::string, OptionValue, std::less<>>;

// What a rule's options are set to, for the file that it is looking at.
class RuleSettings {
 public:
  RuleSettings() = default;  // nothing is set
  // `values` has to outlive this.
  explicit RuleSettings(const OptionValues& values) : values_(&values) {}

  [[nodiscard]] std::int64_t Number(const RuleOption& option) const;
  [[nodiscard]] std::string_view Text(const RuleOption& option) const;
  // Whether one of the patterns fits the name; see NameFits.
  [[nodiscard]] bool Names(const RuleOption& option, std::span<const std::string_view> name) const;

 private:
  [[nodiscard]] const OptionValue* Find(const RuleOption& option) const;

  const OptionValues* values_ = nullptr;
};

// Whether a pattern with * and ? fits a text as a whole; upper and lower case differ.
[[nodiscard]] bool PatternFits(std::string_view pattern, std::string_view text);

// Whether a pattern fits a name such as {"public", "users", "email"}. Its parts, between dots, are
// compared with the last ones of the name: "legacy_*" fits that table in every schema,
// "audit.*" all of one schema.
[[nodiscard]] bool NameFits(std::string_view pattern, std::span<const std::string_view> name);

// What a value of that type is called in messages: "a whole number from 1 to 3600".
[[nodiscard]] std::string OptionWants(const RuleOption& option);

}  // namespace hoglint

#endif  // HOGLINT_LINT_CONFIG_RULE_OPTION_H_
