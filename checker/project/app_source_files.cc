#include <algorithm>
#include <array>
#include <deque>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/disk/paths.h"
#include "checker/project/app_source_files_walk.h"
#include "checker/project/project_files.h"
#include "lint/typescript/app_sources_module.h"
#include "lint/typescript/syntax_tree.h"

namespace hoglint {
namespace {

constexpr std::size_t kMaxParsed = 1'500;
constexpr std::string_view kNeon = "@neondatabase/serverless";
constexpr std::array<std::string_view, 3> kHogsendWords = {"createHogsendClient", "SchemaVersion",
                                                           "SKIP_SCHEMA_CHECK"};
// What may hold SQL.
constexpr std::array<std::string_view, 6> kSqlWords = {"sql`",      "sql<",    ".unsafe(",
                                                       ".execute(", ".query(", "sql.raw("};

bool Has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

bool HasOne(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return Has(text, word); });
}

// Reads what has to be read of an application's code.
class Reader {
 public:
  Reader(Gathering& gathering, const Location& location, const std::string& folder,
         const Application& application)
      : gathering_(gathering),
        location_(location),
        folder_(folder),
        application_(application),
        hogsend_(UsesHogsend(application)) {}

  AppSources Read() {
    texts_ = WalkSources(gathering_, location_, folder_);
    for (const SourceText& text : texts_) paths_.push_back(text.shown);
    transactions_ = std::ranges::any_of(texts_, [](const SourceText& each) {
      return Has(each.text, kNeon) || Has(each.text, "drizzle-orm/neon-http");
    });
    const auto entries = EntriesAmong(paths_, application_.folder);
    entries_ = {entries.begin(), entries.end()};
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (IsCandidate(i)) Queue(i);
    }
    while (!queue_.empty()) {
      const std::size_t position = queue_.front();
      queue_.pop_front();
      Parse(position);
    }
    std::ranges::sort(modules_, {}, &SourceModule::path);
    return LinkModules(modules_, application_.folder);
  }

 private:
  [[nodiscard]] bool IsBelow(std::size_t position, std::string_view folder) const {
    return IsWithin(texts_[position].path, JoinPath(folder_, folder));
  }

  // Something is found in such files that needs no table to be known.
  [[nodiscard]] bool IsCertain(std::size_t position) const {
    const std::string_view text = texts_[position].text;
    if (IsBelow(position, "scripts/backfill")) return true;
    if (Has(text, "drizzle_migrations")) return true;
    if (transactions_ && Has(text, ".transaction(")) return true;
    if (Has(text, "runBatchedBackfill")) return true;
    return hogsend_ && (entries_.contains(position) || HasOne(text, kHogsendWords));
  }

  [[nodiscard]] bool IsCandidate(std::size_t position) const {
    const std::string_view text = texts_[position].text;
    return IsCertain(position) || Has(text, "generateId(") || (hogsend_ && HasOne(text, kSqlWords));
  }

  void Queue(std::size_t position) {
    if (queued_.size() >= kMaxParsed || !queued_.insert(position).second) return;
    if (queued_.size() == kMaxParsed) {
      AddNote(gathering_, location_, texts_[position].path,
              "the code behind it: too many files name what is looked for");
    }
    queue_.push_back(position);
  }

  void Parse(std::size_t position) {
    const SourceText& source = texts_[position];
    const auto file = AddProjectFile(gathering_, location_, source.path);
    if (!file) return;
    const SourceQuestions questions{.hogsend = hogsend_,
                                    .script = IsBelow(position, "scripts"),
                                    .backfill = IsBelow(position, "scripts/backfill")};
    auto module =
        ReadSourceModule(*file, source.shown, gathering_.sources[*file].text(), questions);
    if (!module) {
      AddNote(gathering_, location_, source.path, "its code: " + module.error().message);
      return;
    }
    for (const std::string& needed : NeededBy(*module, entries_.contains(position))) {
      if (const auto target = ResolveModule(paths_, source.shown, needed)) Queue(*target);
    }
    modules_.push_back(*std::move(module));
  }

  Gathering& gathering_;
  const Location& location_;
  const std::string& folder_;
  const Application& application_;
  const bool hogsend_;
  bool transactions_ = false;  // some file reaches a database over HTTP
  std::vector<SourceText> texts_;
  std::vector<std::string> paths_;
  std::set<std::size_t> entries_;
  std::set<std::size_t> queued_;
  std::deque<std::size_t> queue_;
  std::vector<SourceModule> modules_;
};

// Scripts of scripts/backfill, and what base has there that this change takes away.
void ReadBackfills(Gathering& gathering, const Location& location, const std::string& folder,
                   AppSources& sources) {
  const auto entries = location.files->List(folder);
  std::set<std::string> ids;  // of what is there
  const Comparison* comparison = location.comparison;
  const Repository* repository = comparison == nullptr ? nullptr : comparison->repository;
  for (const FolderEntry& entry : entries ? *entries : std::vector<FolderEntry>()) {
    const std::string path = JoinPath(folder, entry.name);
    if (entry.kind != FileKind::kFile || entry.name.starts_with('.')) continue;
    const auto file = AddProjectFile(gathering, location, path);
    if (!file) continue;
    sources.backfills.push_back({*file, ShownPath(location, path)});
    if (repository != nullptr) ids.insert(repository->IdOf(gathering.sources[*file].text()));
  }
  if (repository == nullptr || comparison->merge_base == nullptr ||
      !IsWithin(folder, location.repository)) {
    return;
  }
  const std::string below = RelativePath(folder, location.repository);
  for (const CommittedFile& file : comparison->merge_base->FilesBelow(below)) {
    const std::string path = JoinPath(folder, file.path);
    if (location.files->Stat(path) || ids.contains(file.id)) continue;
    if (comparison->tip != nullptr && !comparison->tip->IdOf(JoinPath(below, file.path))) continue;
    sources.removed_backfills.push_back(ShownPath(location, path));
  }
  std::ranges::sort(sources.removed_backfills);
}

}  // namespace

std::shared_ptr<const AppSources> ReadAppSources(Gathering& gathering, const Location& location,
                                                 const std::string& folder,
                                                 const Application& application) {
  auto sources = std::make_shared<AppSources>();
  const bool neon = application.package.dependencies.contains(std::string(kNeon));
  const bool looked_at = UsesHogsend(application) || neon;
  if (looked_at && !ReadsTypeScript()) {
    AddNote(gathering, location, folder,
            "the application's code: this build of hoglint does not read TypeScript");
  } else if (looked_at) {
    *sources = Reader(gathering, location, folder, application).Read();
  }
  ReadBackfills(gathering, location, JoinPath(folder, "scripts/backfill"), *sources);
  return sources;
}

}  // namespace hoglint
