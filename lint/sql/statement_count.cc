#include "lint/sql/statement_count.h"

#include <algorithm>

#include "lint/sql/quotes.h"

namespace hoglint {
namespace {

std::size_t CountOutsideOfQuotes(std::string_view text) {
  std::size_t count = 1;
  std::size_t at = text.find_first_of(";'\"$-/");
  while (at < text.size()) {
    if (text[at] == ';') ++count;
    at = text.find_first_of(";'\"$-/", sql::BehindQuote(text, at));
  }
  return count;
}

}  // namespace

std::size_t CountStatements(std::string_view text) {
  const auto semicolons = static_cast<std::size_t>(std::ranges::count(text, ';'));
  constexpr std::size_t kFewEnough = 10'000;  // no matter where they stand
  return semicolons < kFewEnough ? semicolons + 1 : CountOutsideOfQuotes(text);
}

}  // namespace hoglint
