// What drizzle-kit sees of a schema file: the values that it exports, also those of other files.
#ifndef HOGLINT_LINT_TYPESCRIPT_SCHEMA_EXPORTS_H_
#define HOGLINT_LINT_TYPESCRIPT_SCHEMA_EXPORTS_H_

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/typescript/declared_schema.h"
#include "lint/typescript/schema_module.h"
#include "lint/typescript/schema_values.h"

namespace hoglint {

// Where an exported value is written.
struct ExportOrigin {
  const SchemaModule* module = nullptr;  // null: of another package, or not found
  std::string_view constant;             // there; empty for `export default pgTable(...)`
  const TsNode* value = nullptr;
};

// An export that leads nowhere.
struct BrokenExport {
  const SchemaModule* module = nullptr;
  const TsNode* node = nullptr;
  std::string specifier;
};

class SchemaExports {
 public:
  explicit SchemaExports(FollowImport follow) : follow_(std::move(follow)) {}

  // Adds all that the module exports, itself and from others.
  void AddAll(const SchemaModule& module);

  std::vector<ExportOrigin> origins;
  // Modules whose every export counts: those added, and those that they export with a star.
  std::set<const SchemaModule*> whole;
  std::vector<ForeignExport> foreign;
  std::vector<BrokenExport> broken;

 private:
  void Add(const SchemaModule& module, const ModuleExport& exported);
  void AddLocal(const SchemaModule& module, std::string_view name, const TsNode* at, int depth);
  void AddImport(const SchemaModule& module, const ModuleImport& import, const TsNode* at,
                 int depth);
  // False when the module exports no such name.
  bool AddNamed(const SchemaModule& module, const std::string& name, int depth);
  void AddForeign(const SchemaModule& module, const TsNode* at, const std::string& package,
                  const std::string& name);

  FollowImport follow_;
  const SchemaModule* exporter_ = nullptr;  // in which the export that is followed begins
  const TsNode* export_ = nullptr;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_SCHEMA_EXPORTS_H_
