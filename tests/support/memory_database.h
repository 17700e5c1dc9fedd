// The database's in-memory twin: tables with rows, and an otherwise empty catalogue.
#ifndef HOGLINT_TESTS_SUPPORT_MEMORY_DATABASE_H_
#define HOGLINT_TESTS_SUPPORT_MEMORY_DATABASE_H_

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "checker/live/database.h"
#include "lint/sql/names.h"

namespace hoglint::testing {

class MemoryDatabase : public Database {
 public:
  // A ledger of Drizzle 0.45: rows of id, hash and created_at.
  void AddLedger(const QualifiedName& name, std::vector<std::vector<SqlValue>> rows) {
    for (auto& row : rows) row.emplace_back();  // the name that it does not have
    ledgers_.emplace(name, std::move(rows));
  }
  // Every query fails with that sentence.
  void Fail(std::string message) { failure_ = std::move(message); }

  [[nodiscard]] Result<QueryRows> Read(const DatabaseQuery& query) override {
    if (!failure_.empty()) return Error{failure_};
    if (query.parameters.size() == 2) {
      const auto found = ledgers_.find({*query.parameters[0], *query.parameters[1]});
      if (found == ledgers_.end()) return QueryRows{};
      return QueryRows{{}, {{"t", "id,hash,created_at"}}};
    }
    for (const auto& [name, rows] : ledgers_) {
      if (query.sql.find("FROM \"" + name.schema + "\".\"" + name.name + '"') !=
          std::string::npos) {
        return QueryRows{{}, rows};
      }
    }
    return QueryRows{};
  }
  [[nodiscard]] std::string Shown() const override { return "database app in memory"; }
  [[nodiscard]] int ServerVersion() const override { return 170002; }

 private:
  std::map<QualifiedName, std::vector<std::vector<SqlValue>>> ledgers_;
  std::string failure_;
};

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_MEMORY_DATABASE_H_
