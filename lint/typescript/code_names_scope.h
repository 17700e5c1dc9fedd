// What the names of a source file stand for, scope by scope, and the chains of calls that Drizzle's
// queries are. Private to lint/typescript.
#ifndef HOGLINT_LINT_TYPESCRIPT_CODE_NAMES_SCOPE_H_
#define HOGLINT_LINT_TYPESCRIPT_CODE_NAMES_SCOPE_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/typescript/code_names.h"

namespace hoglint {

enum class ThingKind : std::uint8_t {
  kUnknown,  // anything
  kTable,    // a table's constant, or an alias of it
  kTables,   // an object whose members are the constants
  kRow,      // what a query of all of the table's columns gives
  kRows,
};

struct Thing {
  ThingKind kind = ThingKind::kUnknown;
  std::size_t table = 0;
};

// The names that a block declares. The scope around it outlives it.
class Scope {
 public:
  explicit Scope(const Scope* outer = nullptr) : outer_(outer) {}

  void Declare(std::string_view name, Thing thing) { names_[name] = thing; }
  // Unknown when nothing declares the name.
  [[nodiscard]] Thing Find(std::string_view name) const;

 private:
  const Scope* outer_;
  std::map<std::string_view, Thing> names_;
};

// The expression without parentheses, `as T`, `satisfies T` and `!`.
[[nodiscard]] const TsNode& Bare(const TsNode& node);

// The key of a pair or shorthand member; empty for a computed one.
[[nodiscard]] std::string PropertyKey(const TsNode& member);

// `a.b(x).c(y)`: the calls in the order in which they are made, and what the first is a method of
// (null for a plain function, which is the first call).
struct CodeCall {
  std::string_view method;
  const TsNode* arguments = nullptr;
};
struct CallChain {
  const TsNode* root = nullptr;
  std::vector<CodeCall> calls;
};
[[nodiscard]] CallChain ChainOf(const TsNode& call);

// The argument at that position; null when there are fewer.
[[nodiscard]] const TsNode* Argument(const CodeCall& call, std::size_t position);

// Tells what expressions stand for.
class Things {
 public:
  explicit Things(std::span<const SoughtTable> tables) : tables_(tables) {}

  [[nodiscard]] Thing Of(const TsNode& expression, const Scope& scope) const;
  // The table that a chain's query is about: db.insert(users), db.update(users),
  // db.delete(users).
  [[nodiscard]] std::optional<std::size_t> TargetOf(const CallChain& chain,
                                                    const Scope& scope) const;
  // The table of `db.query.users`, where the last call is findMany or findFirst.
  [[nodiscard]] std::optional<std::size_t> RelationalTable(const CallChain& chain) const;
  // The table that an expression is, if it is one.
  [[nodiscard]] std::optional<std::size_t> TableOf(const TsNode* expression,
                                                   const Scope& scope) const;
  // The table whose constant has that name.
  [[nodiscard]] std::optional<std::size_t> WithConstant(std::string_view name) const;
  // The sought column of that property; null when there is none.
  [[nodiscard]] const SoughtColumn* Column(std::size_t table, std::string_view property) const;

 private:
  [[nodiscard]] Thing OfCall(const TsNode& call, const Scope& scope) const;
  [[nodiscard]] Thing OfRows(std::string_view method, Thing rows) const;

  std::span<const SoughtTable> tables_;
};

// True for a chain that begins with select() or selectDistinct() of everything.
[[nodiscard]] bool SelectsEverything(const CallChain& chain);
[[nodiscard]] bool IsJoin(std::string_view method);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_CODE_NAMES_SCOPE_H_
