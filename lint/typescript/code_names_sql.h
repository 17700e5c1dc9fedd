// Tables and columns that the text of a query names. Words are told from strings and comments;
// nothing is parsed. Private to lint/typescript.
#ifndef HOGLINT_LINT_TYPESCRIPT_CODE_NAMES_SQL_H_
#define HOGLINT_LINT_TYPESCRIPT_CODE_NAMES_SQL_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/typescript/code_names.h"

namespace hoglint {

// The text of a query that is put together from pieces of a source.
class SqlText {
 public:
  // A piece that stands at that byte of the source, or stands for what stands there.
  void Add(std::string_view text, std::uint32_t source);

  [[nodiscard]] const std::string& text() const { return text_; }
  // Where in the source a byte of the text comes from.
  [[nodiscard]] std::uint32_t SourceOf(std::size_t position) const;

 private:
  struct Piece {
    std::size_t begin = 0;
    std::uint32_t source = 0;
  };
  std::string text_;
  std::vector<Piece> pieces_;
};

// True for a text that begins as a statement does and has the words that belong to it: prose such
// as "Select one of the users" does not.
[[nodiscard]] bool LooksLikeSql(std::string_view text);

// What the text names of the tables. A table counts where one is expected (behind FROM, JOIN,
// INTO, UPDATE ...), a column only together with its table.
[[nodiscard]] std::vector<CodeName> NamesInSql(const SqlText& sql,
                                               std::span<const SoughtTable> tables);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_CODE_NAMES_SQL_H_
