#include "tests/metamorphic/exceptions.h"

#include <set>
#include <utility>

namespace hoglint::testing {
namespace {

std::set<const Exception*>& Needed() {
  static std::set<const Exception*> needed;
  return needed;
}

}  // namespace

const std::vector<Exception>& Exceptions() {
  static const std::vector<Exception> all = {
      {.transformation = "a comment at the end",
       .rule = "empty-migration",
       .input = "rules/empty-migration/bad",
       .why = "a comment in an empty file says that it is meant to be empty"},
      {.transformation = "upper case",
       .rule = "syntax-error",
       .input = "rules/syntax-error/bad.sql",
       .why =
           "the finding is known by PostgreSQL's message, which quotes the word as it is written"},
      {.transformation = "upper case",
       .rule = "drop-column",
       .input = "rules/drop-column/bad_placeholders",
       .why = "${schema} is a word of the tool that puts a name there, and keeps its case"},
      {.transformation = "DO blocks",
       .rule = "drop-column",
       .input = "rules/unused-suppression/good.sql",
       .why = "comments inside of DO blocks are not read"},
      {.transformation = "DO blocks",
       .rule = "needs-transaction",
       .input = "rules/needs-transaction/bad.sql",
       .why = "a DO block is a transaction"},
      {.transformation = "DO blocks",
       .rule = "session-state-lost",
       .input = "rules/session-state-lost/bad.sql",
       .why = "the block does not see what its statements keep for those after them"},
      {.transformation = "DO blocks",
       .rule = "session-state-lost",
       .input = "rules/session-state-lost/bad_search_path.sql",
       .why = "and so here"},
      {.transformation = "DO blocks",
       .rule = "will-fail",
       .input = "rules/will-fail/bad_view_column.sql",
       .why = "a name in a block may be a variable of PL/pgSQL"},
      {.transformation = "ALTER TABLE split",
       .rule = "table-rewrite",
       .input = "rules/table-rewrite/bad_narrower.sql",
       .why = "one ALTER TABLE writes the rows once, two do it twice"},
      {.transformation = "ALTER TABLE split",
       .rule = "set-not-null",
       .input = "rules/set-not-null/bad_dropped_proof.sql",
       .why = "one ALTER TABLE drops the proof first, of two the first still has it"},
      {.transformation = "other names",
       .rule = "drop-column",
       .input = "rules/drop-column/bad.sql",
       .why = "a new column that is called almost like the old one is taken for its successor"},
  };
  return all;
}

LineDifference WithoutExceptions(std::string_view transformation, std::string_view input,
                                 LineDifference difference) {
  for (const Exception& exception : Exceptions()) {
    if (exception.transformation != transformation || !input.starts_with(exception.input)) continue;
    const auto is_excused = [&](const Line& line) { return line.rule == exception.rule; };
    const std::size_t erased =
        std::erase_if(difference.before, is_excused) + std::erase_if(difference.after, is_excused);
    if (erased > 0) Needed().insert(&exception);
  }
  return difference;
}

std::vector<const Exception*> UnneededExceptions() {
  std::vector<const Exception*> unneeded;
  for (const Exception& exception : Exceptions()) {
    if (!Needed().contains(&exception)) unneeded.push_back(&exception);
  }
  return unneeded;
}

}  // namespace hoglint::testing
