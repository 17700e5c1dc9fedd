#include "lint/run/suppression_comments.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <utility>

#include "lint/base/ascii.h"
#include "lint/base/did_you_mean.h"

namespace hoglint {
namespace {

constexpr std::string_view kName = "hoglint";
constexpr std::array<std::string_view, 2> kVerbs{"allow", "allow-file"};
// What other linters want: hoglint-disable-next-line, hoglint ignore.
constexpr std::array<std::string_view, 5> kHabits{"disable", "ignore", "skip", "suppress",
                                                  "nolint"};
constexpr std::string_view kBlanks = " \t\r\n";
// What may stand between the rules and the reason.
constexpr std::string_view kBeforeReason = " \t\r\n:-,";
constexpr std::string_view kHowTo = "write -- hoglint: allow RULE why it is safe";

bool IsIdCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

// Reads a comment from left to right.
class Reader {
 public:
  Reader(std::string_view text, const Span& span) : text_(text), span_(span) {
    if (text_.starts_with("/*")) {
      if (text_.ends_with("*/")) text_.remove_suffix(2);
      at_ = 2;
    } else {
      at_ = std::min(text_.find_first_not_of('-'), text_.size());
    }
    Skip(kBlanks);
  }

  void Skip(std::string_view characters) {
    at_ = std::min(text_.find_first_not_of(characters, at_), text_.size());
  }
  bool Take(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  // The same for a word in lower case that may be written in any.
  bool TakeAnyCase(std::string_view word) {
    const std::string_view next = text_.substr(at_, word.size());
    if (!std::ranges::equal(next, word, {}, LowerAscii)) return false;
    at_ += word.size();
    return true;
  }
  // The letters, digits, - and _ that come next, which may be none.
  AllowedRule TakeId() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && IsIdCharacter(text_[at_])) ++at_;
    return {.id = std::string(text_.substr(begin, at_ - begin)),
            .span = {span_.file, span_.begin + static_cast<std::uint32_t>(begin),
                     span_.begin + static_cast<std::uint32_t>(at_)},
            .state = AllowedRuleState::kUnused};
  }
  // Names separated by commas, up to the first that no comma follows.
  std::vector<AllowedRule> TakeRules() {
    std::vector<AllowedRule> rules;
    do {
      Skip(kBlanks);
      AllowedRule rule = TakeId();
      if (rule.id.empty()) break;
      rules.push_back(std::move(rule));
      Skip(" \t");
    } while (Take(","));
    return rules;
  }
  std::string TakeRest() {
    Skip(kBeforeReason);
    std::string_view rest = text_.substr(at_);
    rest = rest.substr(0, rest.find_last_not_of(kBlanks) + 1);
    return std::string(rest);
  }

 private:
  std::string_view text_;
  Span span_;
  std::size_t at_ = 0;
};

// "disable", "disable-next-line"; not "disables".
bool IsHabit(std::string_view verb, std::string_view word) {
  if (!verb.starts_with(word)) return false;
  return verb.size() == word.size() || verb[word.size()] == '-';
}

std::string UnknownVerb(std::string_view verb) {
  const auto meant = DidYouMean(verb, kVerbs);
  if (verb.empty() || !meant) {
    return fmt::format("the comment is addressed to hoglint and asks for nothing it knows; {}",
                       kHowTo);
  }
  return fmt::format("no '{}'; did you mean '{}'?", verb, *meant);
}

// Squawk's rules that find what one of ours finds. Those about style have no counterpart.
constexpr auto kSquawkRules = std::to_array<SquawkRule>({
    {"adding-field-with-default", "table-rewrite"},
    {"adding-foreign-key-constraint", "foreign-key-validates"},
    {"adding-not-nullable-field", "set-not-null"},
    {"adding-not-nullable-field", "add-column-not-null-without-default"},
    {"adding-required-field", "add-column-not-null-without-default"},
    {"adding-serial-primary-key-field", "unique-constraint-builds-index"},
    {"adding-serial-primary-key-field", "table-rewrite"},
    {"ban-alter-domain-with-add-constraint", "domain-constraint-scans"},
    {"ban-drop-column", "drop-column"},
    {"ban-drop-table", "drop-table"},
    {"ban-truncate-cascade", "truncate"},
    {"changing-column-type", "table-rewrite"},
    {"changing-column-type", "lossy-type-change"},
    {"changing-column-type", "cast-fails"},
    {"constraint-missing-not-valid", "check-validates"},
    {"constraint-missing-not-valid", "foreign-key-validates"},
    {"disallowed-unique-constraint", "unique-constraint-builds-index"},
    {"renaming-column", "rename-column"},
    {"renaming-table", "rename-table"},
    {"require-concurrent-index-creation", "create-index-blocks"},
});

// Our counterparts of what a squawk comment names; of all rules when it names none, as squawk does.
std::vector<AllowedRule> Translated(const std::vector<AllowedRule>& named, const Span& span) {
  std::vector<AllowedRule> ours;
  for (const SquawkRule& rule : kSquawkRules) {
    const auto place = std::ranges::find(named, rule.squawk, &AllowedRule::id);
    if (!named.empty() && place == named.end()) continue;
    ours.push_back({.id = std::string(rule.ours),
                    .span = named.empty() ? span : place->span,
                    .state = AllowedRuleState::kUnused});
  }
  return ours;
}

// The statements as the server gets them, in the order of the file.
std::vector<Span> TopLevel(const Migration& migration) {
  std::vector<Span> spans;
  for (const Statement& statement : migration.parsed.statements) {
    if (!statement.nesting.in_do_block) spans.push_back(statement.span);
  }
  std::ranges::sort(spans);
  return spans;
}

class Placing {
 public:
  Placing(const Migration& migration, const SourceFile& file)
      : file_(file), statements_(TopLevel(migration)) {}

  void Place(Suppression& suppression) const {
    const Span comment = suppression.comment;
    suppression.covers = {comment.file, comment.begin, std::numeric_limits<std::uint32_t>::max()};
    // The first statement that does not end before the comment.
    const auto next = std::ranges::lower_bound(statements_, comment.begin, {}, &Span::end);
    if (suppression.whole_file) {
      suppression.covers.begin = 0;
      if (next != statements_.begin() || IsInside(comment, next)) {
        suppression.problem = "allow-file has to stand before the first statement of the file";
      }
      return;
    }
    if (IsInside(comment, next)) {
      suppression.covers = *next;
    } else if (next != statements_.begin() && SharesLine(*std::prev(next), comment)) {
      suppression.covers = *std::prev(next);
    } else if (next != statements_.end()) {
      suppression.covers.end = next->end;
    }
  }

 private:
  using Iterator = std::vector<Span>::const_iterator;

  [[nodiscard]] bool IsInside(const Span& comment, Iterator statement) const {
    return statement != statements_.end() && statement->begin < comment.begin;
  }
  [[nodiscard]] bool SharesLine(const Span& statement, const Span& comment) const {
    // The semicolon, which is not of the statement's span, may stand on a line of its own.
    const std::size_t next = file_.text().find_first_not_of(kBlanks, statement.end);
    const bool ends = next != std::string_view::npos && file_.text()[next] == ';';
    const std::uint32_t end = ends ? static_cast<std::uint32_t>(next) : statement.end;
    return file_.PositionAt(end).line == file_.PositionAt(comment.begin).line;
  }

  const SourceFile& file_;
  std::vector<Span> statements_;
};

}  // namespace

std::span<const SquawkRule> SquawkRules() { return kSquawkRules; }

std::optional<Suppression> ReadSuppression(std::string_view text, const Span& span) {
  Reader reader(text, span);
  if (!reader.TakeAnyCase(kName)) return std::nullopt;
  Suppression suppression;
  suppression.comment = span;
  reader.Skip(" \t");
  const bool colon = reader.Take(":");
  reader.Skip(colon ? " \t" : " \t-");
  const std::string verb = reader.TakeId().id;
  const bool known = std::ranges::find(kVerbs, verb) != kVerbs.end();
  if (!colon) {
    const bool habit =
        std::ranges::any_of(kHabits, [&](std::string_view word) { return IsHabit(verb, word); });
    if (!known && !habit) return std::nullopt;  // prose that begins with our name
    suppression.problem = known ? fmt::format("the colon is missing: {}", kHowTo)
                                : fmt::format("no '{}': {}", verb, kHowTo);
    return suppression;
  }
  if (!known) {
    suppression.problem = UnknownVerb(verb);
    return suppression;
  }
  suppression.whole_file = verb == kVerbs[1];
  suppression.rules = reader.TakeRules();
  suppression.reason = reader.TakeRest();
  if (suppression.rules.empty()) {
    suppression.problem = fmt::format("it names no rule: {}", kHowTo);
  }
  return suppression;
}

std::optional<Suppression> ReadSquawkSuppression(std::string_view text, const Span& span) {
  Reader reader(text, span);
  if (!reader.Take("squawk-ignore")) return std::nullopt;
  Suppression suppression;
  suppression.comment = span;
  suppression.foreign = true;
  suppression.whole_file = reader.Take("-file");
  suppression.rules = Translated(reader.TakeRules(), span);
  suppression.reason = "a comment for squawk";
  return suppression;
}

std::vector<Suppression> SuppressionsOf(const Migration& migration, const SourceFile& file,
                                        bool squawk) {
  std::vector<Suppression> found;
  for (const SqlComment& comment : migration.parsed.comments) {
    const std::string_view text =
        file.text().substr(comment.span.begin, comment.span.end - comment.span.begin);
    auto suppression = ReadSuppression(text, comment.span);
    if (!suppression && squawk) suppression = ReadSquawkSuppression(text, comment.span);
    if (suppression) found.push_back(*std::move(suppression));
  }
  if (found.empty()) return found;
  const Placing placing(migration, file);
  for (Suppression& suppression : found) placing.Place(suppression);
  return found;
}

}  // namespace hoglint
