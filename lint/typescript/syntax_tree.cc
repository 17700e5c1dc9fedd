#include "lint/typescript/syntax_tree.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#ifdef HOGLINT_TREE_SITTER
#include <tree_sitter/api.h>

#include <memory>

extern "C" const TSLanguage* tree_sitter_typescript();
extern "C" const TSLanguage* tree_sitter_tsx();
#endif

namespace hoglint {
namespace {

#ifdef HOGLINT_TREE_SITTER

// Trees are walked by recursion.
constexpr int kMaxDepth = 400;

struct TreeDeleter {
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};
struct ParserDeleter {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};

class Cursor {
 public:
  explicit Cursor(TSNode root) : cursor_(ts_tree_cursor_new(root)) {}
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;
  ~Cursor() { ts_tree_cursor_delete(&cursor_); }

  TSTreeCursor* get() { return &cursor_; }

 private:
  TSTreeCursor cursor_;
};

bool IsWordCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$';
}

// Where the type arguments that begin at `at` end, when a template follows them; npos else.
std::size_t EndOfTypeArguments(std::string_view source, std::size_t at) {
  constexpr std::size_t kLongest = 2000;
  int depth = 0;
  for (std::size_t i = at; i < source.size() && i < at + kLongest; ++i) {
    const char c = source[i];
    if (c == '<') ++depth;
    if (c == '>' && source[i - 1] != '=' && --depth == 0) {
      return i + 1 < source.size() && source[i + 1] == '`' ? i + 1 : std::string_view::npos;
    }
    if (c == '`' || depth == 0) break;
  }
  return std::string_view::npos;
}

// The grammar (tree-sitter-typescript 0.23.2) takes sql<string>`...` for two comparisons, and
// sql<{ id: string }>`...` for a syntax error: the types become blanks.
std::string WithoutTemplateTypes(std::string_view source) {
  constexpr std::string_view kTag = "sql<";
  std::string text(source);
  for (std::size_t at = text.find(kTag); at != std::string::npos;
       at = text.find(kTag, at + kTag.size())) {
    const std::size_t begin = at + kTag.size() - 1;
    const std::size_t end = EndOfTypeArguments(text, begin);
    if (end == std::string::npos) continue;
    for (std::size_t i = begin; i < end; ++i) {
      if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
    }
  }
  return text;
}

// A statement may begin here: behind a line's end, with no indent.
bool BeginsStatement(std::string_view source, std::size_t at) {
  if (at == 0 || source[at - 1] != '\n') return false;
  const std::string_view rest = source.substr(at);
  return std::ranges::any_of(
      std::array<std::string_view, 5>{"export ", "import ", "const ", "function ", "async "},
      [&](std::string_view word) { return rest.starts_with(word); });
}

// libtree-sitter 0.20.7 keeps the number of a node's children in 16 bits, and frees memory twice
// when a syntax error holds more of them (measured). So no parse is given more words and signs.
constexpr std::size_t kMaxPieceTokens = 60'000;

// The source in pieces of at most kMaxPieceTokens, counting at least as many as the lexer could
// find (strings and comments count with all they hold): all of it, or cut where a statement seems
// to begin. A cut in the middle of a comment or a template gives syntax errors. Empty: too large.
std::vector<std::string_view> PiecesOf(std::string_view source) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  std::size_t cut = 0;         // the last place behind `begin` for a cut
  std::size_t before_cut = 0;  // tokens from `begin` to there
  std::size_t tokens = 0;      // from `begin`
  std::size_t all = 0;
  bool in_word = false;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const char c = source[i];
    if (c > ' ' && !in_word && i > begin && BeginsStatement(source, i)) {
      cut = i;
      before_cut = tokens;
    }
    const bool word = IsWordCharacter(c);
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    const bool is_new = !blank && !(word && in_word);
    in_word = word;
    if (!is_new) continue;
    ++tokens;
    if (++all > kMaxTypeScriptTokens) return {};
    if (tokens <= kMaxPieceTokens) continue;
    if (cut == begin) return {};
    pieces.push_back(source.substr(begin, cut - begin));
    begin = cut;
    tokens -= before_cut;
  }
  pieces.push_back(source.substr(begin));
  return pieces;
}

// Where a piece lies in the source.
struct Piece {
  std::string_view source;
  std::size_t begin = 0;
};

TsNode NodeAt(TSTreeCursor* cursor, const Piece& piece) {
  const TSNode at = ts_tree_cursor_current_node(cursor);
  const char* field = ts_tree_cursor_current_field_name(cursor);
  TsNode node;
  node.kind = ts_node_type(at);
  if (field != nullptr) node.field = field;
  const std::uint32_t begin = ts_node_start_byte(at);
  node.begin = static_cast<std::uint32_t>(piece.begin) + begin;
  node.text = piece.source.substr(node.begin, ts_node_end_byte(at) - begin);
  return node;
}

// False when it nests too deeply.
bool CopyChildren(TSTreeCursor* cursor, const Piece& piece, int depth, TsNode& parent) {
  if (depth > kMaxDepth) return false;
  if (!ts_tree_cursor_goto_first_child(cursor)) return true;
  bool all = true;
  do {
    if (!ts_node_is_named(ts_tree_cursor_current_node(cursor))) continue;
    TsNode node = NodeAt(cursor, piece);
    if (node.kind == "comment") continue;
    all = CopyChildren(cursor, piece, depth + 1, node) && all;
    parent.children.push_back(std::move(node));
  } while (ts_tree_cursor_goto_next_sibling(cursor));
  ts_tree_cursor_goto_parent(cursor);
  return all;
}

// Parses `text`, which stands for the piece, and adds its statements. Absent when all went well.
std::optional<Error> AddPiece(const Piece& piece, std::string_view text, TsGrammar grammar,
                              PartialTree& partial) {
  const std::unique_ptr<TSParser, ParserDeleter> parser(ts_parser_new());
  const TSLanguage* language =
      grammar == TsGrammar::kJsx ? tree_sitter_tsx() : tree_sitter_typescript();
  if (!ts_parser_set_language(parser.get(), language)) {
    return Error{"the grammar of TypeScript does not fit the library"};
  }
  ts_parser_set_timeout_micros(parser.get(), 2'000'000);
  const std::unique_ptr<TSTree, TreeDeleter> tree(ts_parser_parse_string(
      parser.get(), nullptr, text.data(), static_cast<std::uint32_t>(text.size())));
  if (tree == nullptr) return Error{"parsing it takes too long"};
  const TSNode root = ts_tree_root_node(tree.get());
  Cursor cursor(root);
  if (partial.program.kind.empty()) partial.program = NodeAt(cursor.get(), piece);
  partial.has_errors = partial.has_errors || ts_node_has_error(root);
  if (!CopyChildren(cursor.get(), piece, 0, partial.program)) return Error{"it nests too deeply"};
  return std::nullopt;
}

#endif

void AppendUtf8(std::uint32_t code, std::string& out) {
  const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(value); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0U | (code >> 6U));
    byte(0x80U | (code & 0x3FU));
  } else {
    byte(0xE0U | (code >> 12U));
    byte(0x80U | ((code >> 6U) & 0x3FU));
    byte(0x80U | (code & 0x3FU));
  }
}

// One escape sequence behind its backslash; false for what names of files and tables do not hold.
bool AppendEscape(std::string_view escape, std::string& out) {
  if (escape.empty()) return false;
  switch (escape.front()) {
    case 'n':
      out += '\n';
      return true;
    case 't':
      out += '\t';
      return true;
    case 'r':
      out += '\r';
      return true;
    case 'u':
    case 'x':
      break;
    default:
      out += escape.front();
      return escape.size() == 1;
  }
  std::uint32_t code = 0;
  escape.remove_prefix(1);
  if (escape.size() < 2 || escape.size() > 4) return false;  // \u{...} is not needed either
  for (const char c : escape) {
    const std::string_view digits = "0123456789abcdef";
    const std::size_t digit = digits.find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c);
    if (digit == std::string_view::npos) return false;
    code = code * 16 + static_cast<std::uint32_t>(digit);
  }
  AppendUtf8(code, out);
  return true;
}

}  // namespace

const TsNode* TsNode::Field(std::string_view name) const {
  const auto found = std::ranges::find(children, name, &TsNode::field);
  return found == children.end() ? nullptr : &*found;
}

const TsNode* TsNode::Child(std::string_view name) const {
  const auto found = std::ranges::find(children, name, &TsNode::kind);
  return found == children.end() ? nullptr : &*found;
}

TsString StringOf(const TsNode& node) {
  if ((node.kind != "string" && node.kind != "template_string") || node.text.size() < 2) return {};
  TsString result{.plain = true, .value = {}};
  std::string_view inside = node.text.substr(1, node.text.size() - 2);
  if (node.Child("template_substitution") != nullptr) return {};
  while (!inside.empty()) {
    const std::size_t backslash = std::min(inside.find('\\'), inside.size());
    result.value += inside.substr(0, backslash);
    inside.remove_prefix(backslash);
    if (inside.empty()) break;
    const auto sequence = std::ranges::find_if(node.children, [&](const TsNode& child) {
      return child.kind == "escape_sequence" && child.text.data() == inside.data();
    });
    if (sequence == node.children.end() || !AppendEscape(sequence->text.substr(1), result.value)) {
      return {};
    }
    inside.remove_prefix(sequence->text.size());
  }
  return result;
}

TsGrammar GrammarOf(std::string_view path) {
  const bool jsx = path.ends_with(".tsx") || path.ends_with(".jsx") || path.ends_with(".js");
  return jsx ? TsGrammar::kJsx : TsGrammar::kTypeScript;
}

#ifdef HOGLINT_TREE_SITTER

bool ReadsTypeScript() { return true; }

Result<PartialTree> ParsePartOfTypeScript(std::string_view source, TsGrammar grammar) {
  const std::vector<std::string_view> pieces = PiecesOf(source);
  if (pieces.empty()) return Error{"it is too large"};
  PartialTree partial;
  for (const std::string_view piece : pieces) {
    const auto begin = static_cast<std::size_t>(piece.data() - source.data());
    if (auto problem = AddPiece({source, begin}, WithoutTemplateTypes(piece), grammar, partial)) {
      return *std::move(problem);
    }
  }
  partial.program.text = source;
  return partial;
}

Result<TsNode> ParseTypeScript(std::string_view source, TsGrammar grammar) {
  auto partial = ParsePartOfTypeScript(source, grammar);
  if (!partial) return partial.error();
  if (partial->has_errors) return Error{"it has a syntax error"};
  return std::move(partial->program);
}

#else

bool ReadsTypeScript() { return false; }

Result<PartialTree> ParsePartOfTypeScript(std::string_view, TsGrammar) {
  return Error{"this build of hoglint does not read TypeScript"};
}

Result<TsNode> ParseTypeScript(std::string_view, TsGrammar) {
  return Error{"this build of hoglint does not read TypeScript"};
}

#endif

}  // namespace hoglint
