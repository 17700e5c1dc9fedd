// The syntax tree of a TypeScript or JavaScript file as our own value. Nothing of tree-sitter
// leaves lint/typescript.
#ifndef HOGLINT_LINT_TYPESCRIPT_SYNTAX_TREE_H_
#define HOGLINT_LINT_TYPESCRIPT_SYNTAX_TREE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/result.h"

namespace hoglint {

// Whether this build has the grammar of TypeScript (cmake/TreeSitter.cmake).
[[nodiscard]] bool ReadsTypeScript();

// A file with more words and signs is not parsed, nor one of which no statement ends within 60,000
// (why: PiecesOf).
inline constexpr std::size_t kMaxTypeScriptTokens = 400'000;

// A named node of the grammar; comments are left out.
struct TsNode {
  std::string_view kind;   // the grammar's name: "call_expression"; of static storage
  std::string_view field;  // what it is to its parent: "function", "key"; empty: no field
  std::string_view text;   // its bytes, as long as the source lives
  std::uint32_t begin = 0;
  std::vector<TsNode> children;

  // The first child of that field, or of that kind; null when there is none.
  [[nodiscard]] const TsNode* Field(std::string_view name) const;
  [[nodiscard]] const TsNode* Child(std::string_view name) const;
};

// With JSX, `<T>value` is no cast.
enum class TsGrammar : std::uint8_t { kTypeScript, kJsx };

// By the ending of its name: JSX stands in .tsx and .jsx, and in many a .js.
[[nodiscard]] TsGrammar GrammarOf(std::string_view path);

// The tree of a source, which outlives it. An Error when the source is too large, nests too deeply
// or is no TypeScript, and in a build without the grammar.
[[nodiscard]] Result<TsNode> ParseTypeScript(std::string_view source,
                                             TsGrammar grammar = TsGrammar::kTypeScript);

// The same of a source that may have syntax errors: what is not understood is a node of the kind
// "ERROR", or is taken for something else.
struct PartialTree {
  TsNode program;
  bool has_errors = false;
};
[[nodiscard]] Result<PartialTree> ParsePartOfTypeScript(std::string_view source,
                                                        TsGrammar grammar = TsGrammar::kTypeScript);

// The value of a string or template without substitutions, its escapes decoded; empty text with
// `plain` false for anything else.
struct TsString {
  bool plain = false;
  std::string value;
};
[[nodiscard]] TsString StringOf(const TsNode& node);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_SYNTAX_TREE_H_
