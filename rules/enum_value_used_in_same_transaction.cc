// enum-value-used-in-same-transaction: ADD VALUE, and the value used before the COMMIT.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/facts/enum_constants.h"
#include "lint/rule/rule.h"
#include "lint/rule/sql_literal.h"
#include "lint/rule/wording.h"
#include "lint/sql/statement_texts.h"
#include "lint/sql/storage_option.h"

namespace hoglint::rules {
namespace {

// The first release that lets a value be used when its type is of the same transaction (measured).
constexpr int kNewTypesAreSafe = 17;

struct Added {
  const AlterEnum* alter = nullptr;
  const Migration* migration = nullptr;
  const Statement* statement = nullptr;
};

// The same where no file has created the type: by name.
Added FindAddedByName(const EnumConstant& constant, const StatementFacts& facts) {
  Added added;
  for (const std::uint32_t position : facts.EarlierNaming(constant.unknown)) {
    const BatchStatement& entry = facts.batch.statements[position];
    const auto* alter = As<AlterEnum>(*entry.statement);
    if (alter == nullptr || entry.transaction != facts.transaction) continue;
    if (alter->rename_to.empty() && alter->value == constant.value)
      added = {alter, entry.migration, entry.statement};
  }
  return added;
}

// The ADD VALUE of this transaction that made the label; null when it is committed by now.
Added FindAdded(const EnumConstant& constant, const StatementFacts& facts) {
  if (constant.type == nullptr) return FindAddedByName(constant, facts);
  const auto& values = constant.type->values;
  const auto value = std::ranges::find(values, constant.value, &EnumValue::label);
  if (value == values.end() || value->origin.batch != facts.batch.id) return {};
  Added added;
  for (const std::uint32_t position : facts.EarlierNaming(constant.type->name.name)) {
    const BatchStatement& entry = facts.batch.statements[position];
    if (entry.transaction != facts.transaction) continue;
    const bool creates = As<CreateEnum>(*entry.statement) != nullptr;
    if (creates && facts.server.major_version >= kNewTypesAreSafe) return {};
    const auto* alter = As<AlterEnum>(*entry.statement);
    if (alter != nullptr && alter->rename_to.empty() && alter->value_span == value->origin.span) {
      added = {alter, entry.migration, entry.statement};
    }
  }
  return added;
}

// The ALTER TYPE as it is written, with IF NOT EXISTS, BEFORE and AFTER.
std::string AddSql(const Added& added, const std::string& type, const std::string& value,
                   const StatementFacts& facts) {
  if (added.statement == nullptr || added.statement->nesting.in_do_block) {
    return fmt::format("ALTER TYPE {} ADD VALUE {};", type, value);
  }
  return OneLineText(facts.sources.Text(added.statement->span)) + ';';
}

std::string Remedy(const std::string& add, const StatementFacts& facts) {
  const std::string why = WhyLater(facts);
  std::string remedy =
      fmt::format("add the value alone, and use it {}{}:{}", InLaterTransaction(facts),
                  why.empty() ? "" : fmt::format(" ({})", why), SqlLine(add));
  if (facts.runner.scope == TransactionScope::kBatch && !facts.runner.one_statement_per_chunk) {
    remedy += fmt::format("\nor commit between the two, each in a chunk of its own:{}{}",
                          SqlLine("COMMIT;--> statement-breakpoint"),
                          SqlLine("BEGIN;--> statement-breakpoint"));
  }
  return remedy;
}

void Report(const EnumConstant& constant, const Added& added, const StatementFacts& facts,
            Findings& findings) {
  const std::string type = constant.type != nullptr ? DisplayName(constant.type->name)
                                                    : ShownName(added.alter->type, facts);
  const std::string value = SqlLiteral(constant.value);
  Finding& finding = findings.Add(
      constant.span, fmt::format("uses {} of {} in the transaction that adds it", value, type));
  finding.subject = fmt::format("{}.{}", type, constant.value);
  finding.effect = fmt::format(
      "a new enum value can be used only after a COMMIT: PostgreSQL fails with 55P04, "
      "unsafe use of new value{}",
      added.migration == &facts.migration
          ? ""
          : fmt::format("; {} is in the same transaction, since {} runs all pending "
                        "migrations in one",
                        added.migration->tag, facts.runner.name));
  finding.remedy = Remedy(AddSql(added, type, value, facts), facts);
  finding.related.push_back({added.alter->value_span, "value added here"});
  if (facts.statement.nesting.conditional) finding.level = Level::kWarning;
}

// SET check_function_bodies = off stands before it, as pg_dump and diffing tools write it:
// PostgreSQL then creates a function without reading its body.
bool IsBodyUnread(const StatementFacts& facts) {
  if (As<CreateFunction>(facts.statement) == nullptr) return false;
  bool unread = false;
  for (const BatchStatement& earlier : facts.Earlier()) {
    const auto* set = As<SetVariable>(*earlier.statement);
    if (set == nullptr || set->name != "check_function_bodies") continue;
    unread = !set->values.empty() && IsOffWord(set->values.front());
  }
  return unread;
}

void Check(const StatementFacts& facts, Findings& findings) {
  if (!facts.transaction.open || !facts.batch.alters_enum || IsBodyUnread(facts)) return;
  const std::string_view text = facts.sources.Text(facts.statement.span);
  std::vector<std::string> reported;
  for (const EnumConstant& constant : EnumConstantsOf(facts.statement, text, facts.before)) {
    const Added added = FindAdded(constant, facts);
    if (added.alter == nullptr) continue;
    std::string subject = added.alter->type.name + '.' + constant.value;
    if (std::ranges::find(reported, subject) != reported.end()) continue;
    reported.push_back(std::move(subject));
    Report(constant, added, facts, findings);
  }
}

}  // namespace

extern const Rule enum_value_used_in_same_transaction{
    .id = "enum-value-used-in-same-transaction",
    .family = Family::kTransaction,
    .level = Level::kError,
    .since = "0.1",
    .summary = "An enum value is used in the transaction that adds it",
    .effect =
        "ALTER TYPE ... ADD VALUE can run in a transaction, but the new value cannot be used "
        "before "
        "the COMMIT: not in INSERT, UPDATE or WHERE, not as a DEFAULT, in a CHECK, an index "
        "predicate, a view, a policy or the body of a function in SQL. All of them fail with "
        "55P04, also in a later file of the "
        "same transaction. Values that CREATE TYPE lists are fine; from PostgreSQL 17 on so is ADD "
        "VALUE to a type of the same transaction.",
    .remedy =
        "Add the value in one deploy, use it in the next. Under Drizzle all pending migrations are "
        "one transaction, so that a second migration file is not enough.",
    .manual = "sql-altertype.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
