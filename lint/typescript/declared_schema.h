// DeclaredSchema: the tables, enums and views that the TypeScript of a track declares with
// drizzle-orm, as it is written: nothing was run. What only running it would tell is left out, with
// the reason.
#ifndef HOGLINT_LINT_TYPESCRIPT_DECLARED_SCHEMA_H_
#define HOGLINT_LINT_TYPESCRIPT_DECLARED_SCHEMA_H_

#include <optional>
#include <string>
#include <vector>

#include "lint/base/span.h"

namespace hoglint {

// A table's name in the database. `schema` is empty for the default one, public.
struct DeclaredName {
  std::string schema;
  std::string name;
};

// What `.references(() => users.id)` or foreignKey() points to.
struct DeclaredReference {
  Span span;
  std::vector<std::string> columns;  // own columns, SQL names
  std::string module;    // that the table's constant is imported from: "@hogsend/db"; empty: ours
  std::string constant;  // "users", as the module exports it
  std::optional<DeclaredName> table;  // absent: of another package, or not understood
  // "cascade", as drizzle-orm spells it; absent: computed.
  std::optional<std::string> on_delete = "no action";
  std::optional<std::string> on_update = "no action";
};

// check("age_check", sql`...`)
struct DeclaredCheck {
  Span span;
  std::string name;
};

struct DeclaredColumn {
  Span span;             // of the property: `email: text("email").notNull()`
  std::string property;  // "createdAt"
  std::string name;      // "created_at"
  // The function that makes it: "varchar", "statusEnum", and the module that it is imported from:
  // "drizzle-orm/pg-core", "@hogsend/db"; empty for one that the schema's own files declare.
  std::string builder;
  std::string builder_module;
  // As drizzle-kit writes it: "varchar(32)", "timestamp with time zone", "text[]", an enum's name;
  // empty where it is not known (customType, a computed option).
  std::string type;
  std::string type_schema;  // of an enum, as drizzle-kit has it; empty: public, or no enum
  // As drizzle-kit generates it: what stands before .array() is lost before Drizzle 1.0.
  bool not_null = false;
  // The database fills it in where an INSERT leaves it out: default, serial, identity, generated;
  // not $defaultFn.
  bool has_default = false;
  bool primary_key = false;  // by .primaryKey() or alone in primaryKey({columns})
  bool unique = false;
  bool identity = false;   // generatedAlwaysAsIdentity, generatedByDefaultAsIdentity
  bool generated = false;  // generatedAlwaysAs
  // Its chain or options hold something that could not be followed: its type and nullability may
  // be otherwise.
  bool uncertain = false;
};

struct DeclaredIndex {
  Span span;
  std::string name;  // empty: drizzle-kit makes one up
  bool unique = false;
  bool constraint = false;           // unique() or primaryKey(), no index() or uniqueIndex()
  bool primary = false;              // primaryKey()
  std::vector<std::string> columns;  // SQL names; an empty one for an expression
};

struct DeclaredTable {
  Span span;             // of the call: pgTable("users", ...)
  Span name_span;        // of the name in it
  std::string constant;  // "users"
  DeclaredName name;
  // In a file that is reached: one of `schema`'s files exports it, itself or from there. In one
  // that is not reached: the file exports it.
  bool exported = false;
  bool exported_by_file = false;  // the file itself does
  std::vector<DeclaredColumn> columns;
  std::vector<DeclaredIndex> indexes;  // also .unique() of a column
  std::vector<DeclaredReference> references;
  std::vector<DeclaredCheck> checks;
  // Columns come from something that could not be followed: `...timestamps` of another package, a
  // function. There may be more of them.
  bool more_columns = false;
  bool more_indexes = false;  // the same for indexes, keys, references and checks
};

struct DeclaredEnum {
  Span span;
  Span name_span;
  std::string constant;
  DeclaredName name;
  bool exported = false;                           // as for tables
  bool exported_by_file = false;                   // as for tables
  std::optional<std::vector<std::string>> values;  // absent: computed
};

struct DeclaredView {
  Span span;
  Span name_span;
  std::string constant;
  DeclaredName name;
  bool exported = false;          // as for tables
  bool exported_by_file = false;  // as for tables
  bool materialized = false;
  bool existing = false;  // .existing(): nothing is generated for it
};

// What a schema file exports of another package: `export * from "@hogsend/db"`.
struct ForeignExport {
  Span span;
  std::string module;
  std::vector<std::string> names;  // as the module exports them; empty: everything
};

// A file that drizzle-kit's `schema` names, or that one of these imports or exports from.
struct DeclaredFile {
  FileId file{};
  std::string path;  // as shown
  // drizzle-kit generates SQL for what this file exports: it is one of `schema`'s files, or is
  // exported from one of them.
  bool reached = false;
  bool named = false;  // one of `schema`'s own files
};

struct DeclaredSchema {
  std::vector<DeclaredFile> files;
  // Of the files that are reached or forgotten. The database has them when their file is reached
  // and they are exported: InSchema().
  std::vector<DeclaredTable> tables;
  std::vector<DeclaredEnum> enums;
  std::vector<DeclaredView> views;
  std::vector<ForeignExport> foreign_exports;
  // Files beside those that are reached, in the folder of an `index` file that `schema` names,
  // which declare tables and which nothing exports from. Also in `files`, not reached.
  std::vector<FileId> forgotten;
  // Some of `schema`'s files could not be read or understood: there may be more of everything.
  bool complete = true;

  // Whether drizzle-kit sees what is declared there.
  [[nodiscard]] bool InSchema(FileId file, bool exported) const;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_DECLARED_SCHEMA_H_
