// Builds the catalogues of snapshots that follow one another, each from the one before: only tables
// that changed are made anew. Private to the snapshot readers.
#ifndef HOGLINT_LINT_JOURNAL_CATALOGUE_SERIES_H_
#define HOGLINT_LINT_JOURNAL_CATALOGUE_SERIES_H_

#include <memory>
#include <optional>
#include <vector>

#include "lint/base/span.h"
#include "lint/journal/ddl.h"
#include "lint/schema/catalogue.h"
#include "lint/sql/statement.h"

namespace hoglint::ddl {

// A table of a snapshot, and the statements that create it and what belongs to it.
struct TableRows {
  Ddl rows;  // of this table alone
  std::vector<Statement> table;
  std::vector<Statement> primary_keys, uniques, checks, indexes, foreign_keys, policies;
  std::vector<Statement> drop;  // one statement
};

// What a snapshot holds beside its tables.
struct OtherRows {
  Ddl rows;
  std::vector<Statement> before_tables;  // schemas, enums, sequences
  std::vector<Statement> policies, views;
};

// Parses the statements for the rows. Absent when one cannot be read.
[[nodiscard]] std::shared_ptr<const TableRows> TableRowsOf(Ddl rows);
[[nodiscard]] std::shared_ptr<const OtherRows> OtherRowsOf(Ddl rows);

class CatalogueSeries {
 public:
  // The catalogue that BuildCatalogue makes of all the rows, but for ids and for the order of lists
  // that have none of their own. Rows are known again by their pointers.
  [[nodiscard]] Catalogue Next(std::shared_ptr<const OtherRows> other,
                               std::vector<std::shared_ptr<const TableRows>> tables);

 private:
  [[nodiscard]] Catalogue Build();
  [[nodiscard]] std::optional<Catalogue> Update(
      const std::vector<std::shared_ptr<const TableRows>>& before) const;

  std::shared_ptr<const OtherRows> other_;
  std::vector<std::shared_ptr<const TableRows>> tables_;
  Catalogue last_;
  bool can_update_ = false;  // `last_` came of rows that do not contradict one another
};

}  // namespace hoglint::ddl

#endif  // HOGLINT_LINT_JOURNAL_CATALOGUE_SERIES_H_
