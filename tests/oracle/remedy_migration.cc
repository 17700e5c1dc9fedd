#include "tests/oracle/remedy_migration.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace hoglint::testing {
namespace {

constexpr std::string_view kBreakpoint = "--> statement-breakpoint";

bool Contains(const Span& outer, const Span& inner) {
  return outer.file == inner.file && outer.begin <= inner.begin && inner.end <= outer.end;
}

// The statement around the place; a DO block counts as a whole.
const Statement* StatementAround(const Migration& migration, const Span& place) {
  const auto found = std::ranges::find_if(migration.parsed.statements, [&](const Statement& each) {
    return !each.nesting.in_do_block && Contains(each.span, place);
  });
  return found == migration.parsed.statements.end() ? nullptr : &*found;
}

// The subcommand around the place, of several; null: the statement is meant.
const AlterTableAction* ActionAround(const Statement& statement, const Span& place) {
  const auto* alter = As<AlterTable>(statement);
  if (alter == nullptr || alter->actions.size() < 2) return nullptr;
  const auto found = std::ranges::find_if(
      alter->actions, [&](const AlterTableAction& each) { return Contains(each.span, place); });
  return found == alter->actions.end() ? nullptr : &*found;
}

// Replaces parts of a text, and notes which parts of the result are the remedy.
class Editor {
 public:
  Editor(const Migration& migration, const Sources& sources)
      : sources_(sources), text_(sources[migration.file].text()) {}

  // `remedy` instead of the statement, or of the one subcommand at `place`.
  void Replace(const Statement& statement, const Span& place, const std::string& remedy) {
    const AlterTableAction* action = ActionAround(statement, place);
    if (action == nullptr) return Put(statement.span.begin, EndOf(statement), "", remedy, "");
    const auto& actions = As<AlterTable>(statement)->actions;
    const Span head{statement.span.file, statement.span.begin, actions.front().span.begin};
    std::string before;
    std::string behind;
    for (const AlterTableAction& each : actions) {
      if (&each == action || IsInRemedy(*action, each, remedy)) continue;
      (&each < action ? before : behind) +=
          fmt::format("{}{};{}", sources_.Text(head), sources_.Text(each.span), LineEnd());
    }
    Put(statement.span.begin, EndOf(statement), before, remedy, behind);
  }
  void InsertBefore(const Statement& statement, const std::string& remedy) {
    Put(statement.span.begin, statement.span.begin, "", remedy + LineEnd(), "");
  }
  void InsertBehind(const Statement& statement, const std::string& remedy) {
    Put(EndOf(statement), EndOf(statement),
        std::string(text_[EndOf(statement) - 1] == ';' ? "" : ";") + LineEnd(), remedy, "");
  }
  void Append(const std::string& remedy) { Put(text_.size(), text_.size(), LineEnd(), remedy, ""); }

  // Lines as statements of this file.
  [[nodiscard]] std::string Joined(const std::vector<std::string>& lines) const {
    std::string joined;
    for (const std::string& line : lines) {
      if (!joined.empty()) joined += joined.ends_with(kBreakpoint) ? "\n" : LineEnd();
      joined += line;
    }
    return joined;
  }

  void Finish(FollowedRemedy& followed) && {
    std::ranges::sort(edits_, {}, [](const Edit& edit) { return edit.range.begin; });
    std::size_t copied = 0;
    for (const Edit& edit : edits_) {
      followed.migration += text_.substr(copied, edit.range.begin - copied);
      followed.migration += edit.before;
      const std::size_t begin = followed.migration.size();
      followed.migration += edit.remedy;
      followed.in_remedy.push_back({begin, followed.migration.size()});
      followed.migration += edit.behind;
      copied = edit.range.end;
    }
    followed.migration += text_.substr(copied);
  }

 private:
  // Another subcommand that the remedy repeats, or that is about the same column.
  [[nodiscard]] bool IsInRemedy(const AlterTableAction& action, const AlterTableAction& other,
                                const std::string& remedy) const {
    // A new type brings its default along; a column that stays beside the new one is not dropped.
    const bool retypes = action.kind == AlterTableKind::kAlterColumnType;
    if (retypes && action.column == other.column) return true;
    if (other.kind == AlterTableKind::kDropColumn && action.column_definition &&
        action.column_definition->name == other.column) {
      return remedy.find("ADD COLUMN " + QuoteIdentifier(other.column) + ' ') == std::string::npos;
    }
    return remedy.find(sources_.Text(other.span)) != std::string::npos;
  }

  struct Edit {
    TextRange range;
    std::string before;
    std::string remedy;
    std::string behind;
  };

  void Put(std::size_t begin, std::size_t end, std::string before, std::string remedy,
           std::string behind) {
    if (!behind.empty() && !remedy.empty()) remedy += LineEnd();
    edits_.push_back({.range = {begin, end},
                      .before = std::move(before),
                      .remedy = std::move(remedy),
                      .behind = std::move(behind)});
  }

  // Behind its semicolon.
  [[nodiscard]] std::size_t EndOf(const Statement& statement) const {
    const std::size_t next = text_.find_first_not_of(" \t\r\n", statement.span.end);
    return next != std::string_view::npos && text_[next] == ';' ? next + 1 : statement.span.end;
  }
  [[nodiscard]] std::string LineEnd() const {
    const bool has_chunks = text_.find(kBreakpoint) != std::string_view::npos;
    return has_chunks ? fmt::format("{}\n", kBreakpoint) : "\n";
  }

  const Sources& sources_;
  std::string_view text_;
  std::vector<Edit> edits_;
};

std::optional<AlterTable> AddsColumn(const std::string& sql) {
  Sources sources;
  const ParsedFile parsed = Parse(sources.Add("remedy.sql", sql), {});
  if (parsed.statements.empty()) return std::nullopt;
  const auto* alter = As<AlterTable>(parsed.statements.front());
  if (alter == nullptr || alter->actions.front().kind != AlterTableKind::kAddColumn) {
    return std::nullopt;
  }
  return *alter;
}

// The ADD COLUMN of the migration that adds the same column as the remedy.
const AlterTableAction* SameColumn(const Migration& migration, const std::string& remedy,
                                   const Statement*& statement) {
  const std::optional<AlterTable> wanted = AddsColumn(remedy);
  if (!wanted) return nullptr;
  for (const Statement& each : migration.parsed.statements) {
    const auto* alter = As<AlterTable>(each);
    if (alter == nullptr || alter->table.name != wanted->table.name) continue;
    for (const AlterTableAction& action : alter->actions) {
      if (action.kind != AlterTableKind::kAddColumn ||
          action.column_definition->name != wanted->actions.front().column_definition->name) {
        continue;
      }
      statement = &each;
      return &action;
    }
  }
  return nullptr;
}

Stage StageOf(const RemedyStep& step, Follow follow) {
  if (step.stage != Stage::kUnsaid) return step.stage;
  switch (follow) {
    case Follow::kByHand:
    case Follow::kByHandBefore:
    case Follow::kLook:
      return Stage::kByHand;
    case Follow::kAfterwards:
      return Stage::kAfterwards;
    case Follow::kLater:
      return Stage::kLater;
    default:
      return Stage::kHere;
  }
}

// Puts the lines for the migration into it.
std::string Place(const std::string& here, Follow follow, const Migration& migration,
                  const Statement& statement, const Span& place, const Finding& finding,
                  Editor& editor) {
  switch (follow) {
    case Follow::kByHandBefore:
    case Follow::kLook:
      return {};
    case Follow::kBefore:
      editor.InsertBefore(statement, here);
      return {};
    case Follow::kBehind:
      editor.InsertBehind(statement, here);
      return {};
    case Follow::kAtEnd:
      editor.Append(here);
      return {};
    case Follow::kAtColumn: {
      const Statement* adds = nullptr;
      const AlterTableAction* action = SameColumn(migration, here, adds);
      if (action == nullptr) return "no ADD COLUMN of that column in the migration";
      if (adds == &statement) return "the ADD COLUMN is in the same statement";
      editor.Replace(*adds, action->span, here);
      editor.Replace(statement, place, "");
      return {};
    }
    case Follow::kStatementLater: {
      const Span* added =
          finding.related.empty() ? nullptr : std::get_if<Span>(&finding.related.front().place);
      const Statement* adds = added == nullptr ? nullptr : StatementAround(migration, *added);
      if (adds == nullptr) return "the value is added elsewhere";
      editor.Replace(*adds, *added, here);
      editor.Replace(statement, place, "");
      return {};
    }
    default:
      editor.Replace(statement, place, here);
      return {};
  }
}

}  // namespace

FollowedRemedy FollowRemedy(const RemedyWay& way, const RemedyForm& form,
                            const Migration& migration, const Finding& finding,
                            const Sources& sources) {
  FollowedRemedy followed;
  const Span place = std::get<Span>(finding.place);
  const Statement* statement = StatementAround(migration, place);
  if (statement == nullptr) {
    followed.problem = "its place is in no statement";
    return followed;
  }
  Editor editor(migration, sources);
  std::string here;
  for (const RemedyStep& step : way.steps) {
    const std::string text = editor.Joined(step.lines);
    switch (StageOf(step, form.follow)) {
      case Stage::kByHand:
        followed.by_hand += text + "\n";
        break;
      case Stage::kAfterwards:
        followed.afterwards += text + "\n";
        break;
      case Stage::kLater:
        followed.later += text + "\n";
        break;
      default:
        here += text;
    }
  }
  if (form.follow == Follow::kStatementLater) {
    followed.later = std::string(sources.Text(statement->span)) + ";\n";
  }
  if (form.follow == Follow::kWholeMigration) {
    followed.migration = here;
    followed.in_remedy.push_back({0, here.size()});
    return followed;
  }
  followed.problem = Place(here, form.follow, migration, *statement, place, finding, editor);
  if (followed.problem.empty()) std::move(editor).Finish(followed);
  return followed;
}

}  // namespace hoglint::testing
