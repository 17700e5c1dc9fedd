#include <algorithm>
#include <random>
#include <set>
#include <utility>

#include "lint/sql/placeholders.h"
#include "tests/metamorphic/transformations.h"

namespace hoglint::testing {
namespace {

// Calls `edit` with every piece of SQL of a file: the file itself and, where `with_code`, the
// bodies of its functions and DO blocks; and the offset of the piece. The edits of a body come
// where the body's word is.
template <typename EditWords>
void ForEachPiece(const std::string& text, std::uint32_t offset, std::vector<Edit>& edits,
                  const EditWords& edit_words) {
  const ScannedSql sql = Scan(text);
  std::vector<Edit> own;
  edit_words(sql, offset != 0, own);
  for (const Word& word : sql.words) {
    if (word.kind != WordKind::kCode) continue;
    const Bytes inside = InsideOf(sql, word);
    const std::string body = text.substr(inside.begin, inside.end - inside.begin);
    std::vector<Edit> within;
    if (Scan(body).complete) ForEachPiece(body, inside.begin, within, edit_words);
    own.insert(own.end(), within.begin(), within.end());
  }
  std::ranges::stable_sort(own, {}, [](const Edit& edit) { return edit.at.begin; });
  for (Edit& edit : own) {
    edit.at.begin += offset;
    edit.at.end += offset;
    edits.push_back(std::move(edit));
  }
}

template <typename EditWords>
EditsByFile EditPieces(const Files& sql, const EditWords& edit_words) {
  EditsByFile all;
  for (const auto& [path, text] : sql) {
    if (!Scan(text).complete) continue;
    std::vector<Edit> edits;
    ForEachPiece(text, 0, edits, edit_words);
    if (!edits.empty()) all.emplace(path, std::move(edits));
  }
  return all;
}

// Bytes between the word and the next; comments are in it.
Bytes GapBehind(const ScannedSql& sql, std::size_t index) {
  return {sql.words[index].at.end, sql.words[index + 1].at.begin};
}

bool HasComment(const ScannedSql& sql, Bytes gap) {
  return std::ranges::any_of(sql.comments, [&](const Bytes& comment) {
    return comment.begin < gap.end && comment.end > gap.begin;
  });
}

EditsByFile AtTheEnd(const Files& sql, std::string_view added) {
  EditsByFile edits;
  for (const auto& [path, text] : sql) {
    const auto end = static_cast<std::uint32_t>(text.size());
    edits[path] = {{{end, end}, std::string(added)}};
  }
  return edits;
}

// Blanks between all words but where comments stand; `blank` says which, for an empty gap too.
template <typename Blank>
EditsByFile ReplaceBlanks(const Files& sql, const Blank& blank) {
  return EditPieces(sql, [&](const ScannedSql& piece, bool, std::vector<Edit>& edits) {
    for (std::size_t i = 0; i + 1 < piece.words.size(); ++i) {
      const Bytes gap = GapBehind(piece, i);
      if (HasComment(piece, gap)) continue;
      // Statements keep their lines: a comment behind one is about that statement.
      if (piece.words[i].kind == WordKind::kSemicolon) continue;
      std::string text = blank(piece, i, gap.begin == gap.end);
      if (text != piece.text.substr(gap.begin, gap.end - gap.begin)) {
        edits.push_back({gap, std::move(text)});
      }
    }
  });
}

bool IsPunctuation(WordKind kind) {
  return kind == WordKind::kOpen || kind == WordKind::kClose || kind == WordKind::kComma ||
         kind == WordKind::kDot || kind == WordKind::kSemicolon;
}

EditsByFile ChangeCase(const Files& sql, char first, char last, int by) {
  return EditPieces(sql, [&](const ScannedSql& piece, bool, std::vector<Edit>& edits) {
    for (std::size_t i = 0; i < piece.words.size(); ++i) {
      const WordKind kind = piece.words[i].kind;
      if (kind != WordKind::kName && kind != WordKind::kKeyword) continue;
      std::string word(piece.Text(i));
      std::ranges::transform(word, word.begin(), [&](char c) {
        return c >= first && c <= last ? static_cast<char>(c + by) : c;
      });
      if (word != piece.Text(i)) edits.push_back({piece.words[i].at, std::move(word)});
    }
  });
}

// True if the name can go without its quotes: it is plain, and neither a keyword nor what the
// grammar reads otherwise (an `a` before a string).
bool IsPlain(const std::string& name) {
  if (name.empty() || (name[0] >= '0' && name[0] <= '9')) return false;
  if (!std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
      })) {
    return false;
  }
  const ScannedSql sql = Scan(name);
  return sql.words.size() == 1 && sql.words[0].kind == WordKind::kName;
}

}  // namespace

EditsByFile AppendComment(const Files& sql, std::uint32_t) {
  return AtTheEnd(sql, "\n-- the end\n/* of it */\n");
}

EditsByFile AppendLineEnd(const Files& sql, std::uint32_t) { return AtTheEnd(sql, "\n\n\n"); }

EditsByFile RemoveLastLineEnd(const Files& sql, std::uint32_t) {
  EditsByFile edits;
  for (const auto& [path, text] : sql) {
    const std::size_t last = text.find_last_not_of("\r\n");
    if (last == std::string::npos || last + 1 == text.size()) continue;
    edits[path] = {{{static_cast<std::uint32_t>(last + 1), static_cast<std::uint32_t>(text.size())},
                    std::string()}};
  }
  return edits;
}

EditsByFile CommentBetweenWords(const Files& sql, std::uint32_t seed) {
  std::mt19937 random(seed);
  return EditPieces(sql, [&](const ScannedSql& piece, bool, std::vector<Edit>& edits) {
    for (std::size_t i = 0; i + 1 < piece.words.size(); ++i) {
      const Bytes gap = GapBehind(piece, i);
      if (gap.begin == gap.end || HasComment(piece, gap) || random() % 3 != 0) continue;
      edits.push_back({{gap.begin, gap.begin}, random() % 2 == 0 ? " /* m */" : " -- m's \"\n"});
    }
  });
}

EditsByFile ChangeBlanks(const Files& sql, std::uint32_t seed) {
  std::mt19937 random(seed);
  return ReplaceBlanks(sql, [&](const ScannedSql& piece, std::size_t i, bool none) -> std::string {
    static constexpr std::string_view kBlanks[] = {" ", "\n", "\t", "  ", "\n\n    ", " \t\n"};
    if (none && !IsPunctuation(piece.words[i].kind) && !IsPunctuation(piece.words[i + 1].kind)) {
      return {};
    }
    if (none && random() % 3 == 0) return {};
    return std::string(kBlanks[random() % std::size(kBlanks)]);
  });
}

EditsByFile JoinLines(const Files& sql, std::uint32_t) {
  return ReplaceBlanks(sql, [](const ScannedSql&, std::size_t, bool none) -> std::string {
    return none ? "" : " ";
  });
}

EditsByFile RemoveBlanks(const Files& sql, std::uint32_t) {
  return ReplaceBlanks(sql, [](const ScannedSql& piece, std::size_t i, bool none) -> std::string {
    const bool needless =
        IsPunctuation(piece.words[i].kind) || IsPunctuation(piece.words[i + 1].kind);
    return none || needless ? "" : " ";
  });
}

EditsByFile UseReturns(const Files& sql, std::uint32_t) {
  EditsByFile all;
  for (const auto& [path, text] : sql) {
    std::vector<Edit> edits;
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; ++at) {
      if (at > 0 && text[at - 1] == '\r') continue;
      const auto place = static_cast<std::uint32_t>(at);
      edits.push_back({{place, place}, "\r"});
    }
    if (!edits.empty()) all.emplace(path, std::move(edits));
  }
  return all;
}

EditsByFile RaiseWords(const Files& sql, std::uint32_t) {
  return ChangeCase(sql, 'a', 'z', 'A' - 'a');
}

EditsByFile LowerWords(const Files& sql, std::uint32_t) {
  return ChangeCase(sql, 'A', 'Z', 'a' - 'A');
}

EditsByFile QuoteNames(const Files& files, std::uint32_t) {
  // A placeholder is no name, and what it is a part of is none in quotes.
  Files named = files;
  std::erase_if(named, [](const auto& file) { return sql::HasPlaceholder(file.second); });
  // Bodies stay as they are: PL/pgSQL's own keywords look like names.
  return EditPieces(named, [](const ScannedSql& piece, bool is_code, std::vector<Edit>& edits) {
    if (is_code) return;
    for (std::size_t i = 0; i < piece.words.size(); ++i) {
      if (piece.words[i].kind != WordKind::kName || piece.Text(i).starts_with("U&")) continue;
      edits.push_back({piece.words[i].at, '"' + piece.Name(i) + '"'});
    }
  });
}

EditsByFile UnquoteNames(const Files& sql, std::uint32_t) {
  return EditPieces(sql, [](const ScannedSql& piece, bool is_code, std::vector<Edit>& edits) {
    if (is_code) return;
    for (std::size_t i = 0; i < piece.words.size(); ++i) {
      if (piece.words[i].kind != WordKind::kQuoted || !IsPlain(piece.Name(i))) continue;
      const std::string name = piece.Name(i);
      std::string text;
      // Blanks where the name would grow together with its neighbours.
      if (i > 0 && piece.words[i - 1].at.end == piece.words[i].at.begin &&
          !IsPunctuation(piece.words[i - 1].kind) && piece.Text(i - 1) != "::") {
        text += ' ';
      }
      text += name;
      if (i + 1 < piece.words.size() && piece.words[i + 1].at.begin == piece.words[i].at.end &&
          !IsPunctuation(piece.words[i + 1].kind) && !piece.Text(i + 1).starts_with("::")) {
        text += ' ';
      }
      edits.push_back({piece.words[i].at, std::move(text)});
    }
  });
}

}  // namespace hoglint::testing
