// SQL text as words, from PostgreSQL's scanner alone: what the transformations work on, so that
// they share nothing with how hoglint understands a statement.
#ifndef HOGLINT_TESTS_METAMORPHIC_SCAN_H_
#define HOGLINT_TESTS_METAMORPHIC_SCAN_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hoglint::testing {

// Half-open range of bytes.
struct Bytes {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const Bytes&, const Bytes&) = default;
};

enum class WordKind : std::uint8_t {
  kName,    // an identifier that is no keyword, without quotes
  kQuoted,  // "an identifier"
  kKeyword,
  kCode,  // $$the body of a DO block or function$$
  kOpen,
  kClose,
  kComma,
  kDot,
  kSemicolon,
  kOther,
};

struct Word {
  Bytes at;
  WordKind kind{};
  std::uint32_t depth = 0;  // of brackets around it; a bracket itself has that of its outside
};

struct ScannedSql {
  std::string_view text;
  std::vector<Word> words;  // without comments
  std::vector<Bytes> comments;
  bool complete = false;  // false: the scanner stopped at an error, there is more behind the words

  [[nodiscard]] std::string_view Text(std::size_t index) const;
  // True for that unquoted word, given in lower case; false behind the last word.
  [[nodiscard]] bool Is(std::size_t index, std::string_view word) const;
  [[nodiscard]] bool IsKind(std::size_t index, WordKind kind) const;
  // The name as PostgreSQL stores it: quotes taken away, else in lower case. Empty: it is no name.
  [[nodiscard]] std::string Name(std::size_t index) const;
  // Index behind the name (a.b.c) that begins there.
  [[nodiscard]] std::size_t EndOfName(std::size_t index) const;
};

// `text` must outlive the result.
[[nodiscard]] ScannedSql Scan(const std::string& text);

// Where the text between the dollar quotes of a kCode word stands.
[[nodiscard]] Bytes InsideOf(const ScannedSql& sql, const Word& code);

// Index ranges of the words of each statement, without its semicolon. Drizzle's breakpoint ends a
// statement too.
struct StatementWords {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool semicolon = false;  // one stands at `end`
};
[[nodiscard]] std::vector<StatementWords> StatementsOf(const ScannedSql& sql);

// The places of all words, with those inside of code instead of the code itself.
[[nodiscard]] std::vector<Bytes> FlatWords(const std::string& text);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_METAMORPHIC_SCAN_H_
