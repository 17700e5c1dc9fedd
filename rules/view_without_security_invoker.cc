// view-without-security-invoker: a view reads a table with row security as the owner of the view.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

bool IsInvoker(const CreateView& create) {
  return std::ranges::any_of(create.options, [](const StorageOption& option) {
    return option.name == "security_invoker" && option.value != "false";
  });
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

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* create = As<CreateView>(facts.statement);
  if (create == nullptr || facts.server.major_version < 15) return;
  if (IsInvoker(*create) || IsSetLater(*create, facts)) return;
  std::vector<std::string> tables;
  for (const ObjectName& name : create->query.reads) {
    const Relation* table = facts.before.Find(name);
    if (table != nullptr && table->row_security) tables.push_back(ShownName(name, facts));
  }
  if (tables.empty()) return;
  const std::string view = ShownName(create->view, facts);
  Finding& finding = findings.Add(
      create->view.span, fmt::format("{} reads {} past the row security", view, JoinNames(tables)));
  finding.subject = view;
  finding.effect = fmt::format(
      "the policies hold for the owner of {0}, not for who reads it: who may read {0} sees every "
      "row",
      view);
  finding.remedy =
      fmt::format("let it read with the rights of its reader:{}",
                  SqlLine(fmt::format("CREATE {}VIEW {} WITH (security_invoker = true) AS ...",
                                      create->replace ? "OR REPLACE " : "", view)));
}

}  // namespace

extern const Rule view_without_security_invoker{
    .id = "view-without-security-invoker",
    .family = Family::kData,
    .level = Level::kNote,
    .since = "0.1",
    .summary = "A view over a table with row security shows rows by the rights of its owner",
    .effect =
        "A view reads its tables as its own owner, and policies do not hold for the owner of a "
        "table: whoever may read the view sees every row, also those that the policies hide from "
        "him.",
    .remedy =
        "From PostgreSQL 15 on, create the view WITH (security_invoker = true), so that the "
        "policies hold for whoever reads it. If it is meant to show everything, limit who may "
        "SELECT from it.",
    .manual = "sql-createview.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
