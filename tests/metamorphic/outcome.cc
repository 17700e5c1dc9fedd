#include "tests/metamorphic/outcome.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <optional>
#include <utility>
#include <variant>

namespace hoglint::testing {
namespace {

class Lines {
 public:
  Lines(const Linted& linted, const Comparison& comparison,
        const std::map<std::string, std::vector<Bytes>>& without)
      : linted_(linted), comparison_(comparison), without_(without) {}

  Outcome Make() {
    Outcome outcome;
    for (const Finding& finding : linted_.report.findings) outcome.lines.push_back(Of(finding));
    for (const SuppressedFinding& each : linted_.report.suppressed) {
      outcome.lines.push_back(Of(each.finding));
      outcome.lines.back().text += fmt::format("\n  suppressed: {}", each.reason);
    }
    outcome.findings = outcome.lines.size();
    for (const NotChecked& each : linted_.report.not_checked) outcome.lines.push_back(Of(each));
    outcome.lines.push_back(OfSummary());
    std::ranges::sort(outcome.lines, {}, &Line::text);
    return outcome;
  }

 private:
  std::string Normal(const std::string& text) const { return comparison_.normalised(text); }

  std::string PlaceText(const Place& place) {
    if (const auto* span = std::get_if<Span>(&place)) {
      const SourceFile& file = linted_.sources[span->file];
      if (!comparison_.places) return file.path();
      const auto [begin, end] = NumbersOf(file).Of({span->begin, span->end});
      if (!comparison_.ends) return fmt::format("{} word {}", file.path(), begin);
      return fmt::format("{} words {}-{}", file.path(), begin, end);
    }
    if (const auto* whole = std::get_if<WholeFile>(&place)) {
      return linted_.sources[whole->file].path();
    }
    if (const auto* named = std::get_if<NamedFile>(&place)) return named->path;
    return Normal(std::get<DatabaseObject>(place).name);
  }

  const WordNumbers& NumbersOf(const SourceFile& file) {
    const auto found = numbers_.find(file.path());
    if (found != numbers_.end()) return found->second;
    const auto without = without_.find(file.path());
    return numbers_
        .emplace(file.path(),
                 WordNumbers(std::string(file.text()),
                             without == without_.end() ? std::vector<Bytes>() : without->second))
        .first->second;
  }

  Line LineAt(std::string rule, const Place& place) const {
    Line line{.rule = std::move(rule), .text = {}, .file = {}, .bytes = {}};
    if (const auto* span = std::get_if<Span>(&place)) {
      line.file = linted_.sources[span->file].path();
      line.bytes = {span->begin, span->end};
    }
    return line;
  }

  Line Of(const Finding& finding) {
    Line line = LineAt(std::string(finding.rule), finding.place);
    line.text =
        fmt::format("{} {} at {} in {}\n  about: {}\n  what: {}\n  why: {}", finding.rule,
                    LevelName(finding.level), PlaceText(finding.place), finding.migration,
                    Normal(finding.subject), Normal(finding.message), Normal(finding.effect));
    if (comparison_.remedies) line.text += fmt::format("\n  do: {}", Normal(finding.remedy));
    if (comparison_.fingerprints) line.text += fmt::format("\n  is: {}", finding.fingerprint);
    std::vector<std::string> related;
    for (const RelatedPlace& each : finding.related) {
      related.push_back(fmt::format("{}: {}", PlaceText(each.place), Normal(each.message)));
    }
    std::ranges::sort(related);
    for (const std::string& each : related) line.text += fmt::format("\n  and {}", each);
    return line;
  }

  Line Of(const NotChecked& gap) {
    Line line{.rule = "not checked", .text = {}, .file = {}, .bytes = {}};
    std::string place = gap.file;
    if (gap.place) {
      line = LineAt("not checked", *gap.place);
      place = PlaceText(*gap.place);
    }
    line.text = fmt::format("not checked: {}: {}", place, Normal(gap.reason));
    return line;
  }

  Line OfSummary() const {
    const Summary& summary = linted_.report.summary;
    Line line{.rule = "summary", .text = {}, .file = {}, .bytes = {}};
    line.text =
        fmt::format("summary: {} migrations, {} new", summary.migrations, summary.new_migrations);
    if (comparison_.statements) line.text += fmt::format(", {} statements", summary.statements);
    return line;
  }

  const Linted& linted_;
  const Comparison& comparison_;
  const std::map<std::string, std::vector<Bytes>>& without_;
  std::map<std::string, WordNumbers> numbers_;
};

template <typename Dropped>
std::string Without(std::string text, Dropped dropped) {
  std::erase_if(text, dropped);
  return text;
}

}  // namespace

Outcome OutcomeOf(const Linted& linted, const Comparison& comparison,
                  const std::map<std::string, std::vector<Bytes>>& without) {
  return Lines(linted, comparison, without).Make();
}

LineDifference DifferenceOf(const Outcome& before, const Outcome& after) {
  LineDifference difference;
  const auto by_text = [](const Line& a, const Line& b) { return a.text < b.text; };
  std::ranges::set_difference(before.lines, after.lines, std::back_inserter(difference.before),
                              by_text);
  std::ranges::set_difference(after.lines, before.lines, std::back_inserter(difference.after),
                              by_text);
  return difference;
}

std::string Around(const std::string& text, Bytes bytes) {
  constexpr std::size_t kMost = 600;
  const std::size_t at = std::min<std::size_t>(bytes.begin, text.size());
  std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  std::size_t end = text.find('\n', std::min<std::size_t>(bytes.end, text.size()));
  end = std::min({end, text.size(), begin + kMost});
  begin = std::max(begin, at > kMost ? at - kMost : 0);
  return text.substr(begin, end > begin ? end - begin : 0);
}

std::string WithoutBlanks(std::string text) {
  return Without(std::move(text),
                 [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
}

std::string WithoutReturns(std::string text) {
  return Without(std::move(text), [](char c) { return c == '\r'; });
}

std::string WithoutQuotes(std::string text) {
  return Without(std::move(text), [](char c) { return c == '"'; });
}

std::string Lowered(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return text;
}

std::string WithoutWord(std::string text, std::string_view word) {
  for (std::size_t at = 0; (at = text.find(word, at)) != std::string::npos;) {
    text.erase(at, word.size());
  }
  return text;
}

std::string SortedWords(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '"') {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  std::ranges::sort(words);
  return fmt::format("{}", fmt::join(words, " "));
}

}  // namespace hoglint::testing
