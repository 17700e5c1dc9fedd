// Questions about a source's syntax tree: what is around a node, what a name means there. Internal
// to lint/typescript.
#ifndef HOGLINT_LINT_TYPESCRIPT_APP_SOURCES_TREE_H_
#define HOGLINT_LINT_TYPESCRIPT_APP_SOURCES_TREE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/typescript/syntax_tree.h"

namespace hoglint {

// A name that the file imports.
struct ImportedName {
  std::string local;
  std::string module;  // as it is written
  std::string name;    // as the module exports it: "default", "*" for all of it
};

enum class BindingKind : std::uint8_t {
  kNone,      // a global
  kImport,    // `import`
  kConstant,  // `node` is its value
  kFunction,  // `node` is the function
  kOther,     // a parameter, a variable, part of a pattern, a class
};
struct Binding {
  BindingKind kind{};
  const TsNode* node = nullptr;
  const ImportedName* import = nullptr;
};

// What a scope declares, by name.
using ScopeBindings = std::unordered_map<std::string_view, Binding>;

class SourceTree {
 public:
  // Points into `program`.
  explicit SourceTree(const TsNode& program);

  // All nodes, parents first.
  [[nodiscard]] const std::vector<const TsNode*>& nodes() const { return nodes_; }
  [[nodiscard]] const TsNode& program() const { return *nodes_.front(); }
  // Null for the program.
  [[nodiscard]] const TsNode* Parent(const TsNode& node) const;
  // What the name means at that node.
  [[nodiscard]] Binding Find(const TsNode& at, std::string_view name) const;

 private:
  void Add(const TsNode& node, const TsNode* parent);
  void AddImports(const TsNode& statement);

  std::vector<const TsNode*> nodes_;
  std::unordered_map<const TsNode*, const TsNode*> parents_;
  std::unordered_map<const TsNode*, ScopeBindings> scopes_;
  std::vector<ImportedName> imports_;
};

// A method that is called on what the one before it gives: .update(messages).set({...}).
struct ChainLink {
  std::string_view method;
  const TsNode* property = nullptr;
  const TsNode* arguments = nullptr;  // their node
};

// The calls around `call` that it begins, itself first; empty when it is no call of a method.
[[nodiscard]] std::vector<ChainLink> ChainFrom(const SourceTree& tree, const TsNode& call);

// Without parentheses, `as T`, `satisfies T`, `!` and await. Null for null.
[[nodiscard]] const TsNode* BareExpression(const TsNode* node);
// The name that a property's key is; empty for a computed one.
[[nodiscard]] std::string KeyName(const TsNode& key);
// The n-th argument of a call; null when there is none.
[[nodiscard]] const TsNode* ArgumentOf(const TsNode& call, std::size_t position);
[[nodiscard]] bool IsFunction(const TsNode& node);
// "./x", "../x", "@/x", "~/x": of the project's own files, not of a package.
[[nodiscard]] bool IsOwnModule(std::string_view module);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_APP_SOURCES_TREE_H_
