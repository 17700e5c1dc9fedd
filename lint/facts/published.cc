#include "lint/facts/published.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "lint/base/ascii.h"
#include "lint/facts/statements_by_kind.h"
#include "lint/sql/tokens.h"

namespace hoglint {
namespace {

// What stands behind FOR, ADD, SET or DROP.
struct Objects {
  bool all_tables = false;
  std::vector<std::string> schemas;
  std::vector<PublishedTable> tables;
};

// The text of one CREATE or ALTER PUBLICATION.
class PublicationText {
 public:
  PublicationText(std::string_view text, const OtherStatement& statement)
      : text_(text), tokens_(text_), statement_(statement) {}

  [[nodiscard]] std::string Name() const { return tokens_.Identifier(kName).value_or(""); }
  // FOR, ADD, SET, DROP, or WITH; in lower case.
  [[nodiscard]] std::string Verb() const { return ToLowerAscii(tokens_.Text(kVerb)); }

  // Absent where it says nothing of what is published: it stays as it was.
  [[nodiscard]] std::optional<bool> Changes() const {
    for (std::uint32_t i = kVerb; i < tokens_.size(); ++i) {
      if (tokens_.Identifier(i) != "publish" || tokens_.Text(i + 1) != "=") continue;
      const std::string kinds = ToLowerAscii(tokens_.Text(i + 2));
      return kinds.find("update") != std::string::npos || kinds.find("delete") != std::string::npos;
    }
    return std::nullopt;
  }

  [[nodiscard]] Objects Read() {
    Objects objects;
    const std::uint32_t begin = kVerb + 1;
    if (tokens_.Text(begin) == "(") return objects;
    for (const sql::TokenRange& piece : tokens_.SplitAtCommas({begin, EndOfObjects(begin)})) {
      ReadPiece(piece, objects);
    }
    return objects;
  }

 private:
  static constexpr std::uint32_t kName = 2;
  static constexpr std::uint32_t kVerb = 3;

  // WITH (publish = ...) ends the list.
  [[nodiscard]] std::uint32_t EndOfObjects(std::uint32_t begin) const {
    for (std::uint32_t i = begin; i < tokens_.size(); i = tokens_.Next(i)) {
      if (tokens_.IsWord(i, "with")) return i;
    }
    return tokens_.size();
  }

  void ReadPiece(const sql::TokenRange& piece, Objects& objects) {
    std::uint32_t at = piece.begin;
    if (tokens_.IsWord(at, "all") && tokens_.IsWord(at + 1, "tables")) {
      objects.all_tables = true;
      return;
    }
    if (tokens_.IsWord(at, "tables") && tokens_.IsWord(at + 1, "in")) {
      in_schemas_ = true;
      at += 3;
    } else if (tokens_.IsWord(at, "table")) {
      in_schemas_ = false;
      ++at;
    }
    if (in_schemas_) {
      if (const auto schema = tokens_.Identifier(at)) objects.schemas.push_back(*schema);
    } else if (next_table_ < statement_.objects.size()) {
      objects.tables.push_back(ReadTable(at));
    }
  }

  PublishedTable ReadTable(std::uint32_t at) {
    PublishedTable table{
        .table = statement_.objects[next_table_++], .columns = {}, .condition = {}};
    if (tokens_.IsWord(at, "only")) ++at;
    at = tokens_.EndOfName(at);
    if (tokens_.Text(at) == "*") ++at;
    if (tokens_.Text(at) == "(") {
      const sql::TokenRange list = tokens_.Inside(at);
      for (std::uint32_t i = list.begin; i < list.end; ++i) {
        if (const auto column = tokens_.Identifier(i)) table.columns.push_back(*column);
      }
      at = tokens_.Next(at);
    }
    if (tokens_.IsWord(at, "where")) {
      table.condition = tokens_.FoldedText(tokens_.Inside(at + 1));
    }
    return table;
  }

  std::string text_;
  sql::Tokens tokens_;
  const OtherStatement& statement_;
  std::size_t next_table_ = 0;
  bool in_schemas_ = false;
};

bool IsSameName(const ObjectName& one, const ObjectName& other) {
  return one.name == other.name &&
         (one.schema == other.schema || one.schema.empty() || other.schema.empty());
}

// Keeps the publications along the files.
class Publications {
 public:
  explicit Publications(const Sources& sources) : sources_(sources) {}

  void Apply(const Statement& statement) {
    if (const auto* other = As<OtherStatement>(statement)) return Change(statement, *other);
    if (const auto* drop = As<Drop>(statement)) return Remove(*drop);
    const auto* rename = As<Rename>(statement);
    if (rename != nullptr && rename->kind == ObjectKind::kTable) {
      ForTables(rename->object.name, [&](ObjectName& table) { table.name = rename->new_name; });
    } else if (rename != nullptr && rename->kind == ObjectKind::kPublication) {
      Find(rename->object.name.name).name = rename->new_name;
    }
    const auto* move = As<SetSchema>(statement);
    if (move == nullptr || move->kind != ObjectKind::kTable) return;
    ForTables(move->object.name, [&](ObjectName& table) { table.schema = move->new_schema; });
  }

  std::vector<Publication> Finish() && { return std::move(all_); }

 private:
  Publication& Find(const std::string& name) {
    const auto found = std::ranges::find(all_, name, &Publication::name);
    if (found != all_.end()) return *found;
    Publication& made = all_.emplace_back();
    made.name = name;
    return made;
  }

  template <typename Function>
  void ForTables(const ObjectName& name, const Function& change) {
    for (Publication& publication : all_) {
      for (PublishedTable& table : publication.tables) {
        if (IsSameName(table.table, name)) change(table.table);
      }
    }
  }

  void Change(const Statement& statement, const OtherStatement& other) {
    if (!IsAboutPublication(statement)) return;
    PublicationText text(sources_.Text(statement.span), other);
    const std::string verb = text.Verb();
    Objects objects = text.Read();
    Publication& publication = Find(text.Name());
    if (other.command == "CREATE PUBLICATION") {
      publication = {.name = publication.name,
                     .all_tables = false,
                     .changes = true,
                     .schemas = {},
                     .tables = {},
                     .place = statement.span};
    }
    publication.changes = text.Changes().value_or(publication.changes);
    publication.all_tables |= objects.all_tables;
    if (verb == "drop") return Take(publication, objects);
    if (objects.schemas.empty() && objects.tables.empty()) return;
    if (verb == "set") {
      publication.schemas.clear();
      publication.tables.clear();
    }
    publication.place = statement.span;
    std::ranges::move(objects.schemas, std::back_inserter(publication.schemas));
    std::ranges::move(objects.tables, std::back_inserter(publication.tables));
  }

  static void Take(Publication& publication, const Objects& objects) {
    for (const std::string& schema : objects.schemas) std::erase(publication.schemas, schema);
    for (const PublishedTable& gone : objects.tables) {
      std::erase_if(publication.tables, [&](const PublishedTable& table) {
        return IsSameName(table.table, gone.table);
      });
    }
  }

  void Remove(const Drop& drop) {
    for (const ObjectReference& object : drop.objects) {
      if (drop.kind == ObjectKind::kPublication) {
        std::erase_if(all_, [&](const Publication& publication) {
          return publication.name == object.name.name;
        });
      } else if (drop.kind == ObjectKind::kTable) {
        for (Publication& publication : all_) {
          std::erase_if(publication.tables, [&](const PublishedTable& table) {
            return IsSameName(table.table, object.name);
          });
        }
      }
    }
  }

  const Sources& sources_;
  std::vector<Publication> all_;
};

// The first column of the table that the condition names and that the identity has not.
std::string OutsideIdentity(const std::string& condition, const Relation& table,
                            const ReplicaIdentity& identity) {
  const sql::Tokens tokens(condition);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const auto name = tokens.Identifier(i);
    if (!name || tokens.Text(i + 1) == "(" || tokens.Text(i + 1) == ".") continue;
    if (i > 0 && tokens.Text(i - 1) == "::") continue;
    if (table.FindColumn(*name) == nullptr) continue;
    if (std::ranges::count(identity.columns, *name) == 0) return *name;
  }
  return {};
}

PublishedState StateIn(const PublishedTable& published, const Relation& table,
                       const ReplicaIdentity& identity) {
  PublishedState state;
  state.table = published.table;
  if (identity.is_none()) {
    state.trouble = PublishedTrouble::kNoIdentity;
    return state;
  }
  if (!identity.full) {
    state.column = OutsideIdentity(published.condition, table, identity);
    if (!state.column.empty()) state.trouble = PublishedTrouble::kCondition;
  }
  if (state.trouble != PublishedTrouble::kNone || published.columns.empty()) return state;
  if (identity.full) state.trouble = PublishedTrouble::kColumns;
  for (const std::string& column : identity.columns) {
    if (std::ranges::count(published.columns, column) > 0) continue;
    state.trouble = PublishedTrouble::kColumns;
    state.column = column;
  }
  return state;
}

const PublishedTable* EntryOf(const Relation& table, const Publication& publication,
                              const Catalogue& catalogue) {
  const auto found = std::ranges::find_if(publication.tables, [&](const PublishedTable& published) {
    return published.table.name == table.name.name &&
           catalogue.ResolveExisting(published.table) == table.name;
  });
  return found == publication.tables.end() ? nullptr : &*found;
}

bool CanBePublished(const Relation& table) {
  return table.kind == RelationKind::kTable && table.persistence == Persistence::kPermanent &&
         table.parents.empty() && !table.assumed;
}

}  // namespace

bool IsAboutPublication(const Statement& statement) {
  const auto* other = As<OtherStatement>(statement);
  return other != nullptr &&
         (other->command == "CREATE PUBLICATION" || other->command == "ALTER PUBLICATION");
}

bool SetsPublishedObjects(const Statement& statement, const Sources& sources) {
  const auto* other = As<OtherStatement>(statement);
  if (other == nullptr || other->command != "ALTER PUBLICATION") return false;
  PublicationText text(sources.Text(statement.span), *other);
  if (text.Verb() != "set") return false;
  const Objects objects = text.Read();
  return !objects.schemas.empty() || !objects.tables.empty();
}

std::string PublicationNameOf(const Statement& statement, const Sources& sources) {
  const auto* other = As<OtherStatement>(statement);
  return other == nullptr ? "" : PublicationText(sources.Text(statement.span), *other).Name();
}

std::vector<Publication> PublicationsUntil(const Track& track, const Sources& sources,
                                           const Statement& end, bool included) {
  Publications publications(sources);
  for (const Migration& migration : track.migrations) {
    for (const Statement& statement : migration.parsed.statements) {
      const bool is_end = &statement == &end;
      if (!is_end || included) publications.Apply(statement);
      if (is_end) return std::move(publications).Finish();
    }
  }
  return std::move(publications).Finish();
}

bool FollowsPublications(const StatementFacts& facts) {
  constexpr std::size_t kMostStatements = 200;
  constexpr std::size_t kMostTables = 1'000;
  std::size_t statements = 0;
  std::size_t tables = 0;
  for (const auto& entry : facts.by_kind->Of<OtherStatement>()) {
    if (!IsAboutPublication(*entry.statement)) continue;
    ++statements;
    tables += As<OtherStatement>(*entry.statement)->objects.size();
    if (statements > kMostStatements || tables > kMostTables) return false;
  }
  return true;
}

std::vector<Publication> PublicationsOf(const StatementFacts& facts, Until until) {
  const auto is_about = [](const auto& entry) { return IsAboutPublication(*entry.statement); };
  if (std::ranges::none_of(facts.by_kind->Of<OtherStatement>(), is_about)) return {};
  if (!FollowsPublications(facts)) return {};
  const bool whole = until == Until::kEndOfBatch;
  return PublicationsUntil(facts.track, facts.sources,
                           whole ? *facts.batch.statements.back().statement : facts.statement,
                           until != Until::kBefore);
}

PublishedState StateOf(const Relation& table, const ReplicaIdentity& identity,
                       const std::vector<Publication>& publications, const Catalogue& catalogue) {
  if (!identity.known || !CanBePublished(table)) return {};
  for (const Publication& publication : publications) {
    if (!publication.changes) continue;
    PublishedState state;
    const bool whole =
        publication.all_tables || std::ranges::count(publication.schemas, table.name.schema) > 0;
    if (whole && identity.is_none()) state.trouble = PublishedTrouble::kNoIdentity;
    if (const PublishedTable* entry = EntryOf(table, publication, catalogue)) {
      state = StateIn(*entry, table, identity);
    }
    if (state.trouble == PublishedTrouble::kNone) continue;
    state.publication = publication.name;
    state.place = state.table.name.empty() ? publication.place : state.table.span;
    return state;
  }
  return {};
}

const Publication* PublishedByName(const Relation& table,
                                   const std::vector<Publication>& publications,
                                   const Catalogue& catalogue) {
  const auto found = std::ranges::find_if(publications, [&](const Publication& publication) {
    return EntryOf(table, publication, catalogue) != nullptr;
  });
  return found == publications.end() ? nullptr : &*found;
}

}  // namespace hoglint
