// The members of a snapshot that say which one it is. Private to the snapshot readers.
#ifndef HOGLINT_LINT_JOURNAL_SNAPSHOT_HEADER_H_
#define HOGLINT_LINT_JOURNAL_SNAPSHOT_HEADER_H_

#include "lint/journal/ddl.h"
#include "lint/journal/json_positions.h"
#include "lint/journal/snapshot.h"

namespace hoglint {

// Reads version, dialect, id, parents, renames and marks of the snapshot; what is missing or of
// another type becomes a problem, unless the file has a syntax error: behind one, everything is
// missing.
void ReadSnapshotHeader(JsonValue root, Snapshot& snapshot);

[[nodiscard]] bool HasSyntaxError(const Snapshot& snapshot);

// Notes the tables of the rows whose primary key has a name that they do not tell.
void AddUnnamedPrimaryKeys(const ddl::Ddl& rows, SnapshotSchema& schema);

}  // namespace hoglint

#endif  // HOGLINT_LINT_JOURNAL_SNAPSHOT_HEADER_H_
