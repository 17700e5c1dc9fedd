#include "lint/report/plan_json.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "lint/report/json_text.h"

namespace hoglint {
namespace {

using Json = nlohmann::ordered_json;

Json LockJson(LockMode lock) {
  if (lock == LockMode::kNone) return nullptr;
  return LockModeName(lock);
}

// Each kind of waiting also holds for the weaker ones.
Json BlocksJson(Blocks blocks) {
  Json json = Json::array();
  if (blocks >= Blocks::kReadsAndWrites) json.push_back("reads");
  if (blocks >= Blocks::kWrites) json.push_back("writes");
  if (blocks >= Blocks::kVacuum) json.push_back("vacuum");
  if (blocks >= Blocks::kDdl) json.push_back("ddl");
  return json;
}

Json NameJson(const std::optional<QualifiedName>& name) {
  if (!name) return nullptr;
  return ToString(*name);
}

Json TextOrNull(const std::string& text) {
  if (text.empty()) return nullptr;
  return text;
}

std::string_view ReleaseName(Release release) {
  switch (release) {
    case Release::kTransactionEnd:
      return "transactionEnd";
    case Release::kRollbackToSavepoint:
      return "rollbackToSavepoint";
    case Release::kStatementEnd:
      break;
  }
  return "statementEnd";
}

std::uint32_t LineOf(const Span& span, const Sources& sources) {
  return sources[span.file].PositionAt(span.begin).line;
}

Json EffectJson(const PlannedEffect& effect) {
  Json json;
  json["relation"] = ToString(effect.relation);
  json["lock"] = LockJson(effect.lock);
  json["rewrite"] = effect.rewrite;
  json["scan"] = effect.scan;
  json["indexBuild"] = effect.index_build;
  json["reason"] = effect.reason;
  json["blocks"] = BlocksJson(effect.blocks);
  json["indexOf"] = NameJson(effect.table);
  json["coveredByTable"] = effect.covered_by_table;
  json["assumed"] = effect.assumed;
  json["unknownRelation"] = effect.unknown_relation;
  json["changesRows"] = effect.changes_rows;
  json["newAndEmpty"] = effect.new_and_empty;
  json["nobodyWaits"] = effect.nobody_waits;
  json["rows"] = effect.size && effect.size->rows ? Json(*effect.size->rows) : Json(nullptr);
  json["bytes"] = effect.size ? Json(effect.size->bytes) : Json(nullptr);
  json["estimatedSeconds"] = nullptr;
  if (effect.seconds > 0) json["estimatedSeconds"] = effect.seconds;
  json["heldUntil"] = ReleaseName(effect.release);
  json["statementsLater"] = effect.statements_later;
  json["heldSince"] = nullptr;
  if (effect.held_since != 0) json["heldSince"] = effect.held_since;
  return json;
}

Json StatementJson(const PlannedStatement& statement, const Sources& sources) {
  Json json;
  json["file"] = sources[statement.span.file].path();
  json["line"] = LineOf(statement.span, sources);
  json["statement"] = sources.Text(statement.span);
  json["effects"] = Json::array();
  for (const PlannedEffect& effect : statement.effects) {
    json["effects"].push_back(EffectJson(effect));
  }
  json["number"] = statement.number;
  json["inDoBlock"] = statement.nested;
  json["notChecked"] = TextOrNull(statement.not_checked);
  json["fails"] = TextOrNull(statement.fails);
  return json;
}

Json TransactionJson(const PlannedTransaction& transaction, const Sources& sources) {
  Json json;
  json["id"] = transaction.id;
  json["statements"] = Json::array();
  for (const PlannedStatement& statement : transaction.statements) {
    json["statements"].push_back(StatementJson(statement, sources));
  }
  json["autocommit"] = !transaction.open;
  return json;
}

Json TableJson(const WorstLock& worst, const Sources& sources) {
  Json json;
  json["table"] = ToString(worst.table);
  json["lock"] = LockJson(worst.lock);
  json["blocks"] = BlocksJson(worst.blocks);
  json["index"] = NameJson(worst.index);
  json["statement"] = worst.statement;
  json["file"] = sources[worst.place.file].path();
  json["line"] = LineOf(worst.place, sources);
  json["heldFor"] = worst.held_for;
  json["heldUntil"] = ReleaseName(worst.release);
  json["meanwhile"] = {{"rewrite", worst.work.rewrite},
                       {"scan", worst.work.scan},
                       {"indexBuild", worst.work.index_build},
                       {"rowChanges", worst.work.row_changes}};
  return json;
}

Json GapJson(const NotChecked& gap, const Sources& sources) {
  Json json;
  json["file"] = gap.file;
  json["line"] = nullptr;
  if (gap.place) json["line"] = LineOf(*gap.place, sources);
  json["reason"] = gap.reason;
  return json;
}

template <typename Timeout>
Json TimeoutJson(const Timeout& milliseconds) {
  if (!milliseconds) return nullptr;
  return *milliseconds;
}

Json SummaryJson(const Plan& plan) {
  return {{"migrations", plan.migrations},
          {"merged", plan.merged},
          {"transactions", plan.transactions.size()},
          {"statements", plan.statements},
          {"runner", plan.runner.name},
          {"lockTimeoutMs", TimeoutJson(plan.runner.lock_timeout_ms)},
          {"statementTimeoutMs", TimeoutJson(plan.runner.statement_timeout_ms)},
          {"pgVersion", plan.server_version}};
}

}  // namespace

std::string RenderPlanJson(const Plan& plan, const Sources& sources) {
  Json json;
  json["version"] = 1;
  json["transactions"] = Json::array();
  for (const PlannedTransaction& transaction : plan.transactions) {
    json["transactions"].push_back(TransactionJson(transaction, sources));
  }
  json["tables"] = Json::array();
  for (const WorstLock& worst : plan.tables) json["tables"].push_back(TableJson(worst, sources));
  json["notChecked"] = Json::array();
  for (const NotChecked& gap : plan.not_checked) {
    json["notChecked"].push_back(GapJson(gap, sources));
  }
  json["summary"] = SummaryJson(plan);
  return JsonText(json);
}

}  // namespace hoglint
