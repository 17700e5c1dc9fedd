// What an expression of a schema file comes to without running it: names are followed through
// constants, imports, re-exports and small functions of the schema's own files.
#ifndef HOGLINT_LINT_TYPESCRIPT_SCHEMA_VALUES_H_
#define HOGLINT_LINT_TYPESCRIPT_SCHEMA_VALUES_H_

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/typescript/schema_module.h"

namespace hoglint {

inline constexpr std::string_view kPgCore = "drizzle-orm/pg-core";

struct ValueScope;

// An expression and where its names are looked up.
struct SchemaExpression {
  const SchemaModule* module = nullptr;
  const TsNode* node = nullptr;
  const ValueScope* scope = nullptr;  // null: the module's own names
};

enum class ValueKind : std::uint8_t {
  kUnknown,     // only running it would tell
  kPackage,     // what another package exports: `module` and `name`, "*" for all of it
  kNamespace,   // import * as x from an own file
  kOwnColumn,   // within the third argument of pgTable: the table's column of property `name`
  kColumns,     // there: all of them, the callback's parameter
  kExpression,  // an expression that cannot be followed further: a literal, a call, a function
};

struct SchemaValue {
  ValueKind kind = ValueKind::kUnknown;
  std::string module;
  std::string name;
  const SchemaModule* own = nullptr;
  SchemaExpression expression;

  [[nodiscard]] bool IsExpression(std::string_view node_kind) const {
    return kind == ValueKind::kExpression && expression.node->kind == node_kind;
  }
  // A function of drizzle-orm's for PostgreSQL.
  [[nodiscard]] bool IsPgCore(std::string_view function) const {
    return kind == ValueKind::kPackage && name == function && module.starts_with(kPgCore);
  }
};

// The parameters of a function that is being followed, and its constants.
struct ValueScope {
  std::map<std::string_view, SchemaValue> names;
  const ValueScope* parent = nullptr;
};

// Where the module of an import is found.
struct FollowedImport {
  const SchemaModule* own = nullptr;  // a file of the project
  bool package = false;               // another package's; with `own` null, neither: not found
};
using FollowImport = std::function<FollowedImport(const SchemaModule&, const std::string&)>;

struct SchemaMember {
  std::string name;
  const TsNode* pair = nullptr;  // where it is written
  const SchemaModule* module = nullptr;
  SchemaExpression value;
};

struct SchemaMembers {
  std::vector<SchemaMember> members;
  bool all = true;  // false: there may be more, of a spread that cannot be followed
};

struct SchemaElements {
  std::vector<SchemaExpression> elements;
  bool all = true;
};

// builder(...).method(...).method(...): the call that begins it, and what is called on that.
struct ChainCall {
  std::string_view method;
  SchemaExpression call;
};
struct SchemaChain {
  SchemaValue base;
  std::vector<ChainCall> calls;
};

class SchemaValues {
 public:
  explicit SchemaValues(FollowImport follow) : follow_(std::move(follow)) {}

  [[nodiscard]] SchemaValue Evaluate(const SchemaExpression& expression);
  // What a module exports under a name.
  [[nodiscard]] SchemaValue Exported(const SchemaModule& module, std::string_view name);
  [[nodiscard]] SchemaValue OfExport(const SchemaModule& module, const ModuleExport& exported);

  [[nodiscard]] std::optional<std::string> Text(const SchemaExpression& expression);
  // The literal's text: "32", "true"; absent when it is none.
  [[nodiscard]] std::optional<std::string> Literal(const SchemaExpression& expression);
  // Those of an object; absent when the expression comes to no object.
  [[nodiscard]] std::optional<SchemaMembers> Members(const SchemaExpression& expression);
  [[nodiscard]] std::optional<SchemaElements> Elements(const SchemaExpression& expression);
  // The texts of a list; absent when one of them is not known.
  [[nodiscard]] std::optional<std::vector<std::string>> Texts(const SchemaExpression& expression);
  [[nodiscard]] SchemaChain Chain(const SchemaExpression& expression);
  // What a function returns, its parameters bound to `arguments` (unknown where there are none).
  [[nodiscard]] std::optional<SchemaExpression> Returned(const SchemaExpression& function,
                                                         const std::vector<SchemaValue>& arguments);
  [[nodiscard]] FollowedImport Follow(const SchemaModule& module, const std::string& specifier) {
    return follow_(module, specifier);
  }

  // Names led on for so long that nothing more is followed: a hostile file.
  [[nodiscard]] bool Tired() const;

  // The arguments of a call; none for a tagged template.
  [[nodiscard]] static std::vector<SchemaExpression> Arguments(const SchemaExpression& call);
  // Without parentheses, `as const`, `satisfies`, `!`.
  [[nodiscard]] static const TsNode* Bare(const TsNode* node);

 private:
  [[nodiscard]] bool Exhausted() const;
  SchemaValue Lookup(const SchemaExpression& at, std::string_view name);
  SchemaValue Imported(const SchemaModule& module, const ModuleImport& import);
  SchemaValue Member(const SchemaValue& object, std::string_view name);
  SchemaValue Called(const SchemaExpression& call);
  SchemaValue ExportedOnce(const SchemaModule& module, std::string_view name);
  void Bind(const TsNode& pattern, const SchemaValue& value, ValueScope& scope);
  // Counts how deep a name has led, and how far all of them: a hostile file's lead on for ever.
  class Nesting {
   public:
    explicit Nesting(SchemaValues& values) : values_(values) {
      ++values_.depth_;
      ++values_.steps_;
    }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    ~Nesting() { --values_.depth_; }

   private:
    SchemaValues& values_;
  };

  FollowImport follow_;
  std::deque<ValueScope> scopes_;
  std::set<std::pair<const SchemaModule*, std::string>> exporting_;  // star exports in a circle
  int depth_ = 0;
  int steps_ = 0;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_SCHEMA_VALUES_H_
