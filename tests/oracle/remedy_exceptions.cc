#include "tests/oracle/remedy_exceptions.h"

#include <algorithm>

namespace hoglint::testing {

const std::vector<RemedyException>& RemedyExceptions() {
  static const std::vector<RemedyException> exceptions = {
      {.input = "",
       .rule = "cast-fails",
       .words = "new error: table-rewrite",
       .why = "what works writes every row anew; the remedy says so, and the other way beside it"},
      {.input = "",
       .rule = "ddl-with-backfill",
       .words = "new error: set-not-null: makes the new column",
       .why = "it says that NOT NULL comes in the deploy after that"},
      {.input = "",
       .rule = "replace-view",
       .words = "new error: drop-view",
       .why = "the remedy says when: once no deployed code reads what goes"},
      {.input = "create-index-blocks/bad_name_taken.sql",
       .rule = "drop-constraint",
       .words = "\"users_login\" already exists",
       .why = "what takes the name of the dropped index goes along to the later deploy"},
      {.input = "unique-constraint-builds-index/bad_taken_name.sql",
       .rule = "drop-constraint",
       .words = "\"n_key\" already exists",
       .why = "what takes the name of the dropped key goes along to the later deploy"},
      {.input = "unique-constraint-builds-index/bad_taken_name.sql",
       .rule = "drop-constraint",
       .words = "multiple primary keys for table",
       .why = "and so does the primary key that takes its place"},
      {.input = "drop-other/bad_shapes.sql",
       .rule = "cannot-run-in-transaction",
       .words = "could not connect to the publisher",
       .why = "a subscription needs another server"},
      {.input = "drop-type/bad_becomes_enum.sql",
       .rule = "table-rewrite",
       .words = "cannot drop type mood",
       .why = "the old type goes when its column does: drop-type says so of the DROP"},
      {.input = "enum-recreation/bad_by_hand.sql",
       .rule = "enum-recreation",
       .words = "new error: rename-other",
       .why = "it says when: deployed code that writes the old value fails either way"},
      {.input = "add-column-not-null-without-default/bad_domain.sql",
       .rule = "add-column-not-null-without-default",
       .words = "invalid input value for enum state",
       .why = "the test fills in '0', which is no value of the type"},
      {.input = "",
       .rule = "create-index-blocks",
       .words = "new error: drop-constraint: drops unique constraint",
       .why = "the DROP goes along to the later deploy, as the remedy says"},
      {.input = "cast-fails/bad_using.sql",
       .rule = "cast-fails",
       .words = "length(id::text)",
       .why = "the test fills in an expression, which is of another type"},
      {.input = "enum-value-used-in-same-transaction/bad.sql",
       .rule = "enum-value-used-in-same-transaction",
       .words = "CREATE INDEX CONCURRENTLY cannot run inside a transaction block",
       .why = "the later migration has it as this one: cannot-run-in-transaction says so"},
      {.input = "foreign-key-validates/bad_outside.sql",
       .rule = "check-validates",
       .words = "editor",
       .why = "a column with other constraints is left to the reader"},
      {.input = "foreign-key-validates/bad_outside.sql",
       .rule = "foreign-key-validates",
       .words = "editor",
       .why = "a column with other constraints is left to the reader"},
      {.input = "table-rewrite/bad_constraints.sql",
       .rule = "foreign-key-validates",
       .words = "org",
       .why = "a column with other constraints is left to the reader"},
      {.input = "unique-constraint-builds-index/bad_taken_name.sql",
       .rule = "unique-constraint-builds-index",
       .words = "\"plan\" does not exist",
       .why = "a column with other constraints is left to the reader"},
      {.input = "unique-constraint-builds-index/bad_taken_name.sql",
       .rule = "check-validates",
       .words = "plan",
       .why = "a column with other constraints is left to the reader"},
      {.input = "rename-table/bad_autocommit.sql",
       .rule = "rename-table",
       .words = "CREATE VIEW users",
       .why = "the migration has the view already, behind the COMMIT that is missing"},
      {.input = "set-not-null/bad_key.sql",
       .rule = "set-not-null",
       .words = "incompatible NOT VALID constraint",
       .why = "open: a key over the column has to go along to the later deploy (PostgreSQL 18)"},
      {.input = "unique-constraint-builds-index/bad.sql",
       .rule = "unique-constraint-builds-index",
       .words = "new error: set-not-null: makes users.email",
       .why = "it says to make the column NOT NULL before"},
      {.input = "will-fail/bad_index.sql",
       .rule = "create-index-blocks",
       .words = "said again: builds posts_rating_key",
       .why = "no such index can be built, which will-fail says"},
  };
  return exceptions;
}

std::vector<RemedyProblem> WithoutExceptions(const std::vector<RemedyProblem>& problems,
                                             std::set<const RemedyException*>& needed) {
  std::vector<RemedyProblem> left;
  for (const RemedyProblem& problem : problems) {
    const std::string text = problem.kind + ": " + problem.text;
    const auto& all = RemedyExceptions();
    const auto found = std::ranges::find_if(all, [&](const RemedyException& exception) {
      return problem.input.starts_with(exception.input) && problem.rule == exception.rule &&
             text.find(exception.words) != std::string::npos;
    });
    if (found == all.end()) {
      left.push_back(problem);
    } else {
      needed.insert(&*found);
    }
  }
  return left;
}

}  // namespace hoglint::testing
