// A report as lines that two runs can be compared by: places as numbers of words, so that layout
// plays no part.
#ifndef HOGLINT_TESTS_METAMORPHIC_OUTCOME_H_
#define HOGLINT_TESTS_METAMORPHIC_OUTCOME_H_

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tests/metamorphic/edits.h"
#include "tests/metamorphic/inputs.h"

namespace hoglint::testing {

// What a run says at one place.
struct Line {
  std::string rule;  // a rule's id, "not checked" or "summary"
  std::string text;  // all that is compared
  std::string file;
  Bytes bytes;  // in the file as it was linted
};

struct Outcome {
  std::vector<Line> lines;  // sorted by text
  std::size_t findings = 0;
};

// What of the lines is compared, and how.
struct Comparison {
  // Applied to messages, effects, remedies and subjects.
  std::function<std::string(std::string)> normalised;
  bool places = true;        // where findings begin
  bool ends = true;          // where they end, too
  bool fingerprints = true;  // these too
  bool remedies = true;      // and what to do
  bool statements = true;    // and how many statements there are
};

// `without`: by file, the ranges of bytes whose words do not count.
[[nodiscard]] Outcome OutcomeOf(const Linted& linted, const Comparison& comparison,
                                const std::map<std::string, std::vector<Bytes>>& without);

// Lines that only one of two runs has.
struct LineDifference {
  std::vector<Line> before;
  std::vector<Line> after;

  [[nodiscard]] bool empty() const { return before.empty() && after.empty(); }
};
[[nodiscard]] LineDifference DifferenceOf(const Outcome& before, const Outcome& after);

// The lines of a file around a place, for a person.
[[nodiscard]] std::string Around(const std::string& text, Bytes bytes);

// Drops blanks, tabs and line ends, a carriage return alone, double quotes; lowers ASCII letters;
// drops every occurrence of a word.
[[nodiscard]] std::string WithoutBlanks(std::string text);
[[nodiscard]] std::string WithoutReturns(std::string text);
[[nodiscard]] std::string WithoutQuotes(std::string text);
[[nodiscard]] std::string Lowered(std::string text);
[[nodiscard]] std::string WithoutWord(std::string text, std::string_view word);
// The words of the text in alphabetical order.
[[nodiscard]] std::string SortedWords(const std::string& text);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_METAMORPHIC_OUTCOME_H_
