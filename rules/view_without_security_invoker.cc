// view-without-security-invoker: a view reads a table with row security as the owner of the view.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lint/facts/statements_by_kind.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/sql/storage_option.h"

namespace hoglint::rules {
namespace {

bool IsInvoker(const CreateView& create) {
  return std::ranges::any_of(create.options, [](const StorageOption& option) {
    return option.name == "security_invoker" && IsOn(option);
  });
}

// Also where it is off: that is meant.
bool SaysInvoker(const CreateView& create) {
  return std::ranges::count(create.options, "security_invoker", &StorageOption::name) > 0;
}

bool IsSetLater(const CreateView& create, const StatementFacts& facts) {
  return std::ranges::any_of(facts.LaterNaming(create.view.name), [&](std::uint32_t position) {
    const auto* alter = As<AlterTable>(*facts.batch.statements[position].statement);
    if (alter == nullptr) return false;
    return std::ranges::any_of(alter->actions, [](const AlterTableAction& action) {
      return std::ranges::count(action.options, "security_invoker", &StorageOption::name) > 0;
    });
  });
}

// What the statement says of the option; nothing when it says nothing.
std::optional<bool> SaidBy(const Statement& statement, const QualifiedName& view,
                           const StatementFacts& facts) {
  if (const auto* create = As<CreateView>(statement)) {
    if (facts.before.Resolve(create->view) != view) return std::nullopt;
    return IsInvoker(*create);  // OR REPLACE takes away what it does not say
  }
  const auto* alter = As<AlterTable>(statement);
  if (alter == nullptr || facts.before.Resolve(alter->table) != view) return std::nullopt;
  for (const AlterTableAction& action : alter->actions) {
    const auto option = std::ranges::find(action.options, "security_invoker", &StorageOption::name);
    if (option == action.options.end()) continue;
    return action.kind == AlterTableKind::kSetStorageOptions && IsOn(*option);
  }
  return std::nullopt;
}

bool DropsView(const Statement& statement, const QualifiedName& view, const StatementFacts& facts) {
  const auto* drop = As<Drop>(statement);
  return drop != nullptr && drop->kind == ObjectKind::kView &&
         std::ranges::any_of(drop->objects, [&](const ObjectReference& object) {
           return facts.before.Resolve(object.name) == view;
         });
}

// The view is there, or was until this batch dropped it.
bool TakesPlace(const CreateView& create, const QualifiedName& view, const StatementFacts& facts) {
  if (const Relation* known = facts.before.Find(view)) {
    return create.replace && known->view && known->view->security_invoker && !IsNew(*known, facts);
  }
  return std::ranges::any_of(facts.EarlierNaming(view.name), [&](std::uint32_t position) {
    return DropsView(*facts.batch.statements[position].statement, view, facts);
  });
}

// The view that the statement takes the place of read its tables with the rights of its reader.
bool HadInvoker(const CreateView& create, const StatementFacts& facts) {
  const QualifiedName view = facts.before.Resolve(create.view);
  if (!TakesPlace(create, view, facts)) return false;
  std::optional<bool> said;
  EachEarlier<CreateView, AlterTable>(facts, [&](const Statement& statement) {
    said = SaidBy(statement, view, facts);
    return !said;
  });
  return said.value_or(false);
}

std::vector<std::string> GuardedTables(const CreateView& create, const StatementFacts& facts) {
  std::vector<std::string> tables;
  for (const ObjectName& name : create.query.reads) {
    const Relation* table = facts.before.Find(name);
    if (table != nullptr && table->row_security) tables.push_back(ShownName(name, facts));
  }
  return tables;
}

void Report(const CreateView& create, const std::vector<std::string>& tables, bool had,
            const StatementFacts& facts, Findings& findings) {
  const std::string view = ShownName(create.view, facts);
  Finding& finding =
      findings.Add(create.view.span,
                   had ? fmt::format("takes security_invoker from {}", view)
                       : fmt::format("{} reads {} past the row security", view, JoinNames(tables)));
  finding.subject = view;
  if (!had) finding.level = Level::kNote;
  if (tables.empty()) {
    finding.level = Level::kWarning;
    finding.effect = fmt::format(
        "it had it, and what CREATE VIEW does not say is gone: who may read {} reads its tables "
        "with the rights of its owner",
        view);
  } else {
    finding.effect = fmt::format(
        "{}the policies {}hold for the owner of {}, not for who reads it: who may read {} sees "
        "every row",
        had ? "it had it, and what CREATE VIEW does not say is gone: " : "",
        had ? fmt::format("of {} ", JoinNames(tables)) : "", view, view);
  }
  finding.remedy =
      fmt::format("let it read with the rights of its reader:{}",
                  SqlLine(fmt::format("CREATE {}VIEW {} WITH (security_invoker = true) AS ...",
                                      create.replace ? "OR REPLACE " : "", view)));
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* create = As<CreateView>(facts.statement);
  if (create == nullptr || facts.server.major_version < 15) return;
  if (SaysInvoker(*create) || IsSetLater(*create, facts)) return;
  const std::vector<std::string> tables = GuardedTables(*create, facts);
  const bool had = HadInvoker(*create, facts);
  if (had || !tables.empty()) Report(*create, tables, had, facts, findings);
}

}  // namespace

extern const Rule view_without_security_invoker{
    .id = "view-without-security-invoker",
    .family = Family::kData,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A view over a table with row security shows rows by the rights of its owner",
    .effect =
        "A view reads its tables as its own owner, and policies do not hold for the owner of a "
        "table: whoever may read the view sees every row, also those that the policies hide from "
        "him. That is a note, since it may be meant. It is an error where the view had "
        "security_invoker, which CREATE OR REPLACE VIEW takes away without a word when it does not "
        "say it again, as DROP and CREATE do; a warning over tables without row security.",
    .remedy =
        "From PostgreSQL 15 on, create the view WITH (security_invoker = true), so that the "
        "policies hold for whoever reads it. If it is meant to show everything, limit who may "
        "SELECT from it.",
    .manual = "sql-createview.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
