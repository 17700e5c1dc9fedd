// table-not-exported: a table or view that drizzle-kit does not see, because nothing that the
// config's `schema` names exports it.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/facts/application.h"
#include "lint/facts/declared_names.h"
#include "lint/facts/drizzle_folder.h"
#include "lint/facts/ownership.h"
#include "lint/rule/project_commands.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/typescript/declared_schema.h"

namespace hoglint::rules {
namespace {

// A table or view that is declared and not in the schema.
struct Hidden {
  std::string_view thing;
  std::string constant;
  DeclaredName name;
  Span span;  // of the name
  bool exported_by_file = false;
};

struct Scope {
  const ApplicationFacts& facts;
  const Track& track;
  std::set<std::pair<std::string, std::uint32_t>>& seen;  // by another track's config too
};

std::string Shown(const DeclaredName& name) { return DisplayName(KeyOf(name)); }

const std::string& PathOf(const Scope& scope, FileId file) {
  return scope.facts.sources[file].path();
}

std::string_view FileName(std::string_view path) { return path.substr(path.rfind('/') + 1); }
std::string_view Folder(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == path.npos ? std::string_view() : path.substr(0, slash);
}

bool IsTest(std::string_view path) {
  return path.find(".test.") != path.npos || path.find(".spec.") != path.npos ||
         path.find("__tests__/") != path.npos;
}

// A picture of an owner's table, for queries and references: nobody wants SQL for it.
bool IsOwners(const Scope& scope, const DeclaredName& name) {
  return scope.track.ownership != nullptr &&
         scope.track.ownership->catalogue.Find(KeyOf(name)) != nullptr;
}

// The newest snapshot has it: drizzle-kit saw it once.
bool WasGenerated(const Scope& scope, const DeclaredName& name) {
  if (scope.track.drizzle == nullptr) return false;
  for (std::size_t i = scope.track.migrations.size(); i-- > 0;) {
    const Snapshot* snapshot = scope.track.drizzle->SnapshotOf(i);
    if (snapshot == nullptr || !snapshot->schema) continue;
    return snapshot->schema->catalogue.Find(KeyOf(name)) != nullptr;
  }
  return false;
}

// Ran, drizzle-kit 0.31.11: it looks at the exported values of the files that `schema` names, and
// at no others; objects of tables and `export * as` hide them as well.
std::string Effect(const Scope& scope, const Hidden& hidden) {
  const std::string name = Shown(hidden.name);
  if (WasGenerated(scope, hidden.name)) {
    return fmt::format(
        "drizzle-kit takes {} for removed: the next `{}`, whoever runs it for whatever reason, "
        "writes DROP {} {}",
        name, GenerateCommand(scope.facts.application, scope.track),
        hidden.thing == "table" ? "TABLE" : "VIEW", name);
  }
  return fmt::format(
      "drizzle-kit sees only what the files of `schema` export, and says nothing of the rest: no "
      "migration creates {}, and every query of it fails (42P01)",
      name);
}

std::vector<Hidden> HiddenIn(const DeclaredSchema& declared) {
  std::vector<Hidden> all;
  for (const DeclaredTable& each : declared.tables) {
    if (declared.InSchema(each.span.file, each.exported)) continue;
    all.push_back({"table", each.constant, each.name, each.name_span, each.exported_by_file});
  }
  for (const DeclaredView& each : declared.views) {
    if (each.existing || declared.InSchema(each.span.file, each.exported)) continue;
    all.push_back({"view", each.constant, each.name, each.name_span, each.exported_by_file});
  }
  return all;
}

// What to do once it is exported, unless the migrations have it already.
std::string AndGenerate(const Scope& scope, const DeclaredName& name) {
  if (WasGenerated(scope, name)) return {};
  return fmt::format(", and run `{}`", GenerateCommand(scope.facts.application, scope.track));
}

std::string ExportRemedy(const Scope& scope, const Hidden& hidden) {
  const std::string& path = PathOf(scope, hidden.span.file);
  const std::string generate = AndGenerate(scope, hidden.name);
  if (!hidden.exported_by_file) {
    return fmt::format("export it in {}{}:{}", path, generate,
                       SqlLine(fmt::format("export const {} = ...", hidden.constant)));
  }
  return fmt::format("export {} where the other names of {} are exported{}", hidden.constant, path,
                     generate);
}

void AddHidden(const Scope& scope, const Hidden& hidden, Findings& findings) {
  const std::string name = Shown(hidden.name);
  const std::string_view what =
      hidden.exported_by_file ? "is not among what drizzle.config's `schema` exports of this file"
                              : "is declared, and not exported";
  Finding& finding = findings.Add(hidden.span, fmt::format("{} {} {}", hidden.thing, name, what));
  finding.subject = name;
  finding.effect = Effect(scope, hidden);
  finding.remedy = ExportRemedy(scope, hidden);
}

// The index file in whose folder the file lies; null when there is none that is reached.
const DeclaredFile* IndexBeside(const DeclaredSchema& declared, std::string_view path) {
  const auto found = std::ranges::find_if(declared.files, [&](const DeclaredFile& each) {
    return each.reached && Folder(each.path) == Folder(path) &&
           FileName(each.path).starts_with("index.");
  });
  return found == declared.files.end() ? nullptr : &*found;
}

// export * from "./billing"; with the ending that the index file writes elsewhere.
std::string StarExport(const Scope& scope, const DeclaredFile& index, std::string_view path) {
  const std::string_view file = FileName(path);
  const std::string_view text = scope.facts.sources[index.file].text();
  const bool with_ending = text.find(".js\"") != text.npos || text.find(".js'") != text.npos;
  const std::string_view stem = file.substr(0, file.rfind('.'));
  return fmt::format("export * from \"./{}{}\";", stem, with_ending ? ".js" : "");
}

// A whole file. It is the index that has to change, but the file is what is new, most often.
void AddForgotten(const Scope& scope, FileId file, const std::vector<Hidden>& tables,
                  Findings& findings) {
  const std::string& path = PathOf(scope, file);
  const DeclaredFile* index = IndexBeside(*scope.track.declared, path);
  if (tables.empty() || index == nullptr) return;
  const auto& unchanged = scope.facts.workspace.unchanged;
  const bool at_index = unchanged.contains(file) && !unchanged.contains(index->file);
  std::vector<std::string> names;
  for (const Hidden& each : tables) names.push_back(Shown(each.name));
  Finding& finding = findings.Add(
      at_index ? Place{WholeFile{index->file}} : Place{tables.front().span},
      fmt::format("{} {} declared in {}, and {} does not export that file", JoinNames(names),
                  names.size() == 1 ? "is" : "are", path, index->path));
  finding.subject = names.front();
  finding.effect = Effect(scope, tables.front());
  finding.remedy =
      fmt::format("add a line to {}{}:{}", index->path, AndGenerate(scope, tables.front().name),
                  SqlLine(StarExport(scope, *index, path)));
}

// Another config of the application has the file for its schema.
bool IsOfAnotherConfig(const Scope& scope, std::string_view path) {
  for (const Track& other : scope.facts.workspace.tracks) {
    if (other.declared == nullptr) continue;
    const auto& files = other.declared->files;
    if (std::ranges::any_of(
            files, [&](const DeclaredFile& each) { return each.reached && each.path == path; })) {
      return true;
    }
  }
  return std::ranges::any_of(scope.facts.application.configs, [&](const auto& config) {
    return std::ranges::any_of(config->config.schema.values, [&](const std::string& each) {
      return ShownIn(config->folder, each) == path;
    });
  });
}

void CheckTrack(const Scope& scope, Findings& findings) {
  const DeclaredSchema& declared = *scope.track.declared;
  const auto is_forgotten = [&](FileId file) {
    return std::ranges::find(declared.forgotten, file) != declared.forgotten.end();
  };
  std::vector<std::pair<FileId, std::vector<Hidden>>> files;
  for (const Hidden& each : HiddenIn(declared)) {
    const std::string& path = PathOf(scope, each.span.file);
    if (IsTest(path) || IsOwners(scope, each.name) ||
        !scope.seen.emplace(path, each.span.begin).second) {
      continue;
    }
    if (!is_forgotten(each.span.file)) {
      AddHidden(scope, each, findings);
    } else if (each.exported_by_file && !IsOfAnotherConfig(scope, path)) {
      if (files.empty() || files.back().first != each.span.file)
        files.push_back({each.span.file, {}});
      files.back().second.push_back(each);
    }
  }
  for (const auto& [file, tables] : files) AddForgotten(scope, file, tables, findings);
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  std::set<std::pair<std::string, std::uint32_t>> seen;
  for (const Track& track : facts.workspace.tracks) {
    if (track.application.get() != &facts.application || track.declared == nullptr) continue;
    CheckTrack({facts, track, seen}, findings);
  }
}

}  // namespace

extern const Rule table_not_exported;
const Rule table_not_exported{
    .id = "table-not-exported",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A table is declared in TypeScript and not exported to drizzle-kit",
    .effect =
        "drizzle-kit generates SQL for the tables, enums and views that the files of its `schema` "
        "export, themselves or from other files. What is declared and not exported, or is in a "
        "file that the schema's index leaves out, is passed over without a word: no migration "
        "creates it, and a table that was exported before is dropped by the next one. Code that "
        "uses the constant compiles all the same.",
    .remedy =
        "Export every table: `export const x = pgTable(...)`, and `export * from \"./file\"` in "
        "the index for every file of the folder. An object of tables, and `export * as`, do not "
        "count.",
    .manual = "",
    .check = ApplicationCheck{Check},
};

}  // namespace hoglint::rules
