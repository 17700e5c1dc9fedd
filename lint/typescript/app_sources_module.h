// One source file's part of AppSources, before the files are linked: what it calls, and what its
// exports are made of. Internal to lint/typescript and checker/project.
#ifndef HOGLINT_LINT_TYPESCRIPT_APP_SOURCES_MODULE_H_
#define HOGLINT_LINT_TYPESCRIPT_APP_SOURCES_MODULE_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/result.h"
#include "lint/base/span.h"
#include "lint/typescript/app_sources.h"

namespace hoglint {

enum class MeaningKind : std::uint8_t {
  kUnknown,
  kHttpDatabase,  // of `database`, made at `span`
  kJournal,       // { entries: [...] } written at `span`; `empty` tells which
  kModule,        // everything, or the default, of `module`: a JSON file or a package
  kElsewhere,     // what `module` exports as `name`
  kIdMaker,       // a function that puts `random` characters behind a prefix
};

// What an expression stands for, as far as what is looked for is concerned.
struct Meaning {
  MeaningKind kind{};
  Span span;
  HttpDatabase database{};
  bool empty = false;
  std::uint32_t random = 0;
  std::string module;
  std::string name;
  bool called = false;  // kElsewhere: what calling it gives
};

// What a module exports under a name: as it stands, and what calling it gives.
struct ExportMeaning {
  Meaning value;
  Meaning called;
};

struct SourceModule {
  FileId file{};
  std::string path;                              // as shown
  std::vector<std::string> imports;              // modules, as they are written
  std::map<std::string, ExportMeaning> exports;  // by name; "default"
  std::vector<std::string> all_of;               // export * from these

  struct Client {
    HogsendClientCall call;  // `argument` kUnknown: `journal` tells
    Meaning journal;
  };
  struct Transaction {
    HttpTransaction transaction;
    Meaning database;
    bool async_argument = false;
  };
  struct Id {
    GeneratedId id;
    Meaning maker;
  };
  std::vector<Client> clients;
  std::vector<Transaction> transactions;
  std::vector<Id> ids;
  // What needs no other file: as in AppSources.
  AppSources own;
};

// What is looked for in a file, by the kind of the application.
struct SourceQuestions {
  bool hogsend = false;   // the application depends on Hogsend's engine
  bool script = false;    // the file is in scripts/: the application does not run it
  bool backfill = false;  // the file is in scripts/backfill
};

// An Error when it cannot be parsed.
[[nodiscard]] Result<SourceModule> ReadSourceModule(FileId file, const std::string& path,
                                                    std::string_view text,
                                                    const SourceQuestions& questions);

// The files of an application as one value; `modules` in the order of their paths. `folder`: the
// application's, as shown.
[[nodiscard]] AppSources LinkModules(const std::vector<SourceModule>& modules,
                                     const std::string& folder);

// The modules that have to be read as well to know what the module's findings stand for.
[[nodiscard]] std::vector<std::string> NeededBy(const SourceModule& module, bool entry);

// The files that may start the API among sorted `paths`, the likeliest first.
[[nodiscard]] std::vector<std::size_t> EntriesAmong(const std::vector<std::string>& paths,
                                                    const std::string& folder);

// The position among sorted `paths` of what a file at `from` imports as `module`: with the endings
// that TypeScript and bundlers try, `@/` and the like from a folder above or its src. Absent: a
// package, or a file that is not among them.
[[nodiscard]] std::optional<std::size_t> ResolveModule(const std::vector<std::string>& paths,
                                                       const std::string& from,
                                                       std::string_view module);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_APP_SOURCES_MODULE_H_
