// Migration histories as a project writes them over the years: tables with keys and indexes, and
// changes of old tables, from a seed. For benchmarks of more migrations than anybody has.
#ifndef HOGLINT_BENCH_SYNTHETIC_H_
#define HOGLINT_BENCH_SYNTHETIC_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace hoglint::bench {

struct SyntheticMigration {
  std::string tag;  // 0042_create_table_17
  std::string sql;  // as drizzle-kit writes it, with breakpoints
};

// One history; the same seed gives the same bytes everywhere.
class SyntheticHistory {
 public:
  explicit SyntheticHistory(std::uint64_t seed) : state_(seed * 2 + 1) {}

  // The migration after those so far. It fits what they have made.
  [[nodiscard]] SyntheticMigration Next();
  // Drizzle's snapshot (v7) of what the migrations so far have made. As long as the whole schema.
  [[nodiscard]] std::string Snapshot() const;
  // Drizzle's journal of the migrations so far.
  [[nodiscard]] std::string Journal() const;

 private:
  struct Column {
    std::string name, type, default_value;  // default_value: SQL; empty: none
    bool not_null = false;
  };
  struct ForeignKey {
    std::string column;
    std::size_t table = 0;
  };
  struct Index {
    std::string name, column;
  };
  struct Table {
    std::string name;
    std::vector<Column> columns;  // behind id
    std::vector<ForeignKey> foreign_keys;
    std::vector<Index> indexes;
    std::size_t columns_ever = 0;
  };

  // A number below the limit, which must not be 0.
  std::size_t Below(std::size_t limit);
  // The statements, and what the migration is called for them.
  std::string CreateTable(std::string& sql);
  std::string AlterTable(std::string& sql);
  std::string AddColumn(Table& table, std::string& sql);
  std::string DropColumn(Table& table, std::string& sql);
  std::string SetNotNull(Table& table, std::string& sql);
  Column NewColumn(Table& table);
  void AddForeignKey(Table& table, std::string& sql);
  void AddIndex(Table& table, std::string& sql);
  [[nodiscard]] std::string SnapshotOf(const Table& table) const;

  std::uint64_t state_;
  std::vector<Table> tables_;
  std::vector<std::string> tags_;
};

}  // namespace hoglint::bench

#endif  // HOGLINT_BENCH_SYNTHETIC_H_
