// What each kind of question finds in one file. Internal to lint/typescript.
#ifndef HOGLINT_LINT_TYPESCRIPT_APP_SOURCES_READERS_H_
#define HOGLINT_LINT_TYPESCRIPT_APP_SOURCES_READERS_H_

#include <string_view>

#include "lint/typescript/app_sources_meaning.h"
#include "lint/typescript/app_sources_module.h"
#include "lint/typescript/app_sources_tree.h"

namespace hoglint {

struct SourceReading {
  const SourceTree& tree;
  const Meanings& meanings;
  SourceModule& module;
};

// createHogsendClient, the schema's version, SKIP_SCHEMA_CHECK.
void ReadHogsend(const SourceReading& reading);
// runBatchedBackfill; with `script`, every statement that changes rows.
void ReadBackfills(const SourceReading& reading, bool script);
// sql`` and strings that are sent as they are.
void ReadSql(const SourceReading& reading);

// The text of a string or template, as long as its inside, and where that begins: a substitution is
// $1 and blanks, white space that is written as an escape is blank. Empty for other escapes.
[[nodiscard]] SqlInCode SqlOf(const TsNode& literal, FileId file);
// True when `text` has the word, in any case, not as part of another one.
[[nodiscard]] bool HasWord(std::string_view text, std::string_view word);
// The literal of sql`...`, sql.raw("..."), db.execute("...") and the like; null for other calls.
[[nodiscard]] const TsNode* SqlLiteral(const TsNode& call);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_APP_SOURCES_READERS_H_
