// wrong-ledger-name: SQL of a Sendoka project names a table drizzle_migrations, which Drizzle does
// not keep.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/application.h"
#include "lint/facts/client_config.h"
#include "lint/rule/rule.h"
#include "lint/typescript/app_sources.h"

namespace hoglint::rules {
namespace {

constexpr std::string_view kWrong = "drizzle_migrations";

bool IsNameByte(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Where a piece of SQL names that table; strings and comments are passed over.
class NameSearch {
 public:
  explicit NameSearch(std::string_view text) : text_(text) {}

  std::vector<std::size_t> Find() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\'') {
        Skip("'", 1);
      } else if (text_.substr(at_).starts_with("--")) {
        Skip("\n", 2);
      } else if (text_.substr(at_).starts_with("/*")) {
        Skip("*/", 2);
      } else if (IsNameByte(c)) {
        Word();
      } else {
        ++at_;
      }
    }
    return std::move(found_);
  }

 private:
  void Skip(std::string_view end, std::size_t from) {
    const std::size_t found = text_.find(end, at_ + from);
    at_ = found == std::string_view::npos ? text_.size() : found + end.size();
  }

  // In double quotes or not: no other letters of the name are quoted differently.
  void Word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && IsNameByte(text_[at_])) ++at_;
    if (text_.substr(begin, at_ - begin) == kWrong) found_.push_back(begin);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<std::size_t> found_;
};

bool Belongs(const Track& track, const ApplicationFacts& facts) {
  return track.application.get() == &facts.application;
}

// The project has a table of that name after all.
bool IsCreated(const ApplicationFacts& facts) {
  return std::ranges::any_of(facts.workspace.tracks, [&](const Track& track) {
    return std::ranges::any_of(track.migrations, [](const Migration& migration) {
      return std::ranges::any_of(migration.parsed.statements, [](const Statement& statement) {
        const auto* create = As<CreateTable>(statement);
        return create != nullptr && create->table.name == kWrong;
      });
    });
  });
}

// "drizzle.__drizzle_migrations"; empty where only running the config would tell, or where the
// table is the ledger.
std::string LedgerOf(const ApplicationFacts& facts) {
  std::string ledger;
  for (const auto& file : facts.application.configs) {
    const ConfigValue& table = file->config.migrations_table;
    const ConfigValue& schema = file->config.migrations_schema;
    const bool known = file->problem.empty() && table.kind != ConfigValueKind::kComputed &&
                       schema.kind != ConfigValueKind::kComputed;
    if (!known || table.text() == kWrong) return {};
    if (!ledger.empty()) continue;
    ledger = fmt::format("{}.{}", schema.is_literal() ? schema.text() : kLedgerSchema,
                         table.is_literal() ? table.text() : kEngineLedger);
  }
  return ledger;
}

void CheckText(FileId file, std::uint32_t begin, std::string_view text, const std::string& ledger,
               Findings& findings) {
  for (const std::size_t at : NameSearch(text).Find()) {
    const auto from = begin + static_cast<std::uint32_t>(at);
    const Span span{file, from, from + static_cast<std::uint32_t>(kWrong.size())};
    Finding& finding =
        findings.Add(span, fmt::format("{} is not where Drizzle records migrations", kWrong));
    finding.effect = fmt::format(
        "the ledger of this project is {}: the statement fails (42P01), or it is about a table "
        "that no migrator keeps",
        ledger);
    finding.remedy = "name " + ledger;
    finding.group = std::string(kWrong);
    finding.group_label = "and here";
  }
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  const std::string ledger = LedgerOf(facts);
  if (ledger.empty() || IsCreated(facts)) return;
  for (const SqlInCode& sql : facts.application.sources->sql) {
    CheckText(sql.span.file, sql.span.begin, sql.text, ledger, findings);
  }
  for (const Track& track : facts.workspace.tracks) {
    if (!Belongs(track, facts)) continue;
    for (const Migration& migration : track.migrations) {
      if (migration.merged && !facts.all) continue;
      CheckText(migration.file, 0, facts.sources[migration.file].text(), ledger, findings);
    }
  }
}

}  // namespace

extern const Rule wrong_ledger_name;
const Rule wrong_ledger_name{
    .id = "wrong-ledger-name",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "SQL names a table drizzle_migrations, which is not Drizzle's ledger",
    .effect =
        "Drizzle records applied migrations in `drizzle.__drizzle_migrations`, with two "
        "underscores, unless drizzle.config says otherwise. A statement about "
        "`drizzle_migrations` fails, or reads and writes a table that no migrator keeps.",
    .remedy =
        "Name the ledger that drizzle.config names, or Drizzle's default. SQL of new migrations "
        "and of the code (`sql` templates, strings that are sent) is looked at, not its strings "
        "and comments; silent where a migration creates a table of that name, or drizzle.config "
        "names it.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kSendokaPreset,
};

}  // namespace hoglint::rules
