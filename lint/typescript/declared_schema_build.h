// BuildDeclaredSchema: the syntax of schema files -> DeclaredSchema. Files are asked for as their
// imports come up, so that no more of them is read than a schema is made of.
#ifndef HOGLINT_LINT_TYPESCRIPT_DECLARED_SCHEMA_BUILD_H_
#define HOGLINT_LINT_TYPESCRIPT_DECLARED_SCHEMA_BUILD_H_

#include <string>
#include <vector>

#include "lint/typescript/declared_schema.h"
#include "lint/typescript/schema_module.h"
#include "lint/typescript/schema_settings.h"
#include "lint/typescript/schema_values.h"

namespace hoglint {

// Where the files come from. Modules live as long as it does.
class SchemaFiles {
 public:
  SchemaFiles() = default;
  SchemaFiles(const SchemaFiles&) = delete;
  SchemaFiles& operator=(const SchemaFiles&) = delete;
  virtual ~SchemaFiles() = default;

  // Those that the config's `schema` names.
  [[nodiscard]] virtual std::vector<const SchemaModule*> Named() = 0;
  [[nodiscard]] virtual FollowedImport Follow(const SchemaModule& from,
                                              const std::string& specifier) = 0;
  // Other files in the folder of an index file which may declare tables.
  [[nodiscard]] virtual std::vector<const SchemaModule*> Beside(const SchemaModule& index) = 0;
  // All that were read.
  [[nodiscard]] virtual std::vector<const SchemaModule*> Read() const = 0;
};

// Something that could not be followed; at most one for a file.
struct NotFollowed {
  Span place;
  std::string reason;  // "the columns of users are not all written here"
};

struct BuiltSchema {
  DeclaredSchema schema;
  std::vector<NotFollowed> not_followed;
};

[[nodiscard]] BuiltSchema BuildDeclaredSchema(SchemaFiles& files, const SchemaSettings& settings);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_DECLARED_SCHEMA_BUILD_H_
