#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "checker/disk/paths.h"
#include "checker/project/code_uses_search_names.h"
#include "checker/project/code_uses_search_snapshots.h"
#include "checker/project/code_uses_search_tree.h"
#include "checker/project/project_files.h"
#include "lint/typescript/code_names.h"
#include "lint/typescript/syntax_tree.h"

namespace hoglint {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{20} << 20U;
constexpr std::uint64_t kMaxCodeFile = std::uint64_t{2} << 20U;

// A line that names something, wherever it stands.
using NamedLine = std::tuple<std::size_t, std::string, NamedBy, std::string>;

NamedLine LineOf(const std::string& text, const CodeName& name) {
  const std::size_t before = name.begin == 0 ? std::string::npos : text.rfind('\n', name.begin - 1);
  const std::size_t begin = before == std::string::npos ? 0 : before + 1;
  const std::size_t end = text.find('\n', name.begin);
  return {name.table, name.column, name.by, text.substr(begin, end - begin)};
}

// One search, in the files of base's newest commit or in the work tree.
class Search {
 public:
  Search(Gathering& gathering, const Location& location, const Location& searched,
         const Track& track, const std::vector<TakenName>& names)
      : gathering_(gathering),
        location_(location),
        searched_(searched),
        sought_(SoughtNames(searched, track, names)),
        sought_now_(&location == &searched ? sought_ : SoughtNames(location, track, names)),
        result_(std::make_shared<CodeUses>()) {
    for (const TakenName& name : names) {
      result_->names[name].withdrawn_since = WithdrawnSince(searched, track, name);
    }
    if (&location != &searched) result_->where = location.comparison->base;
  }

  [[nodiscard]] std::shared_ptr<const CodeUses> Run(const std::string& home) {
    // Without a repository there is no telling what else belongs to the project.
    tree_ = ListCode(*searched_.files, location_.repository.empty() ? home : location_.repository);
    result_->complete = !tree_.cut_off;
    if (tree_.cut_off) NoteLimit("it has more than 5,000 source files or 10,000 folders");
    modules_ = std::make_unique<SchemaModules>(*searched_.files, tree_, sought_);
    KeepFilesOf(tree_, home);
    for (const CodeFile& file : tree_.files) {
      if (sought_.schema_files.contains(file.path)) continue;
      if (!ReadFile(file)) break;
    }
    for (auto& [name, uses] : result_->names) {
      std::ranges::stable_sort(uses.uses, {}, &CodeUse::every_column);
    }
    NoteUnread();
    return result_;
  }

 private:
  // False when no more is to be read.
  [[nodiscard]] bool ReadFile(const CodeFile& file) {
    const auto status = searched_.files->Stat(file.path);
    if (!status || status->kind != FileKind::kFile) return true;
    if (status->size > kMaxCodeFile) {
      AddUnread(file, "it is larger than 2 MiB");
      return true;
    }
    if (bytes_ + status->size > kMaxBytes) {
      result_->complete = false;
      NoteLimit(
          fmt::format("its source files have more than 20 MiB; {} were searched", result_->files));
      return false;
    }
    bytes_ += status->size;
    const auto text = searched_.files->Read(file.path);
    if (!text) {
      AddUnread(file, text.error().message);
      return true;
    }
    ++result_->files;
    SearchText(file, *text);
    return true;
  }

  void SearchText(const CodeFile& file, const std::string& text) {
    const std::vector<std::size_t> words = WordsIn(text, sought_);
    // select().from(users) names every column without a word of one.
    if (words.empty() && !(file.parsed && MayListEveryColumn(text, sought_))) return;
    std::vector<CodeName> found;
    if (file.parsed) found = NamesIn(file, text, sought_);
    AddUses(file, text, found);
    for (const std::size_t each : words) {
      const TakenName& name = sought_.words[each].name;
      NameUses& uses = result_->names[name];
      const bool used = std::ranges::any_of(
          found, [&](const CodeName& use) { return sought_.NameOf(use) == name; });
      if (!used) uses.mentions.push_back(ShownPath(location_, file.path));
    }
  }

  [[nodiscard]] std::vector<CodeName> NamesIn(const CodeFile& file, const std::string& text,
                                              const Sought& sought) {
    if (!HoldsTable(text, sought)) return {};
    const auto program = ParsePartOfTypeScript(text, GrammarOf(file.path));
    if (!program) {
      AddUnread(file, program.error().message);
      return {};
    }
    return FindCodeNames(
        program->program, sought.tables, [&](std::string_view module, std::string_view name) {
          const Imported found = modules_->Find(file.path, std::string(module), name);
          // The change may have given the constant another table.
          const bool gone =
              found.kind == ImportKind::kTable && sought.tables[found.table].constant.empty();
          return gone ? Imported{} : found;
        });
  }

  void AddUses(const CodeFile& file, const std::string& text, const std::vector<CodeName>& found) {
    if (found.empty()) return;
    const std::set<NamedLine> left = LinesAfterChange(file);
    const FileId id = gathering_.sources.Add(ShownPath(location_, file.path), text).id();
    for (const CodeName& name : found) {
      const bool stays = left.contains(LineOf(text, name));
      const CodeUse use{.place = {id, name.begin, name.end},
                        .every_column = name.by == NamedBy::kEveryColumn,
                        .stays = stays};
      result_->names[sought_.NameOf(name)].uses.push_back(use);
    }
  }

  // What the file names as the change has it: with the change's schema, select() does not list what
  // that has dropped.
  [[nodiscard]] std::set<NamedLine> LinesAfterChange(const CodeFile& file) {
    if (&location_ == &searched_) return {};
    const auto status = location_.files->Stat(file.path);
    if (!status || status->kind != FileKind::kFile || status->size > kMaxCodeFile) return {};
    const auto now = location_.files->Read(file.path);
    if (!now) return {};
    std::set<NamedLine> lines;
    for (const CodeName& name : NamesIn(file, *now, sought_now_)) lines.insert(LineOf(*now, name));
    return lines;
  }

  void AddUnread(const CodeFile& file, const std::string& reason) {
    result_->complete = false;
    if (unread_.empty()) {
      unread_ = fmt::format("{}: {}", ShownPath(location_, file.path), reason);
    }
    ++unread_count_;
  }

  void NoteUnread() {
    if (unread_count_ == 0) return;
    NoteLimit(unread_count_ == 1 ? unread_
                                 : fmt::format("{}; and {} more", unread_, unread_count_ - 1));
  }

  void NoteLimit(const std::string& reason) {
    const std::string whose =
        result_->where.empty() ? "the code" : fmt::format("the code of {}", result_->where);
    gathering_.not_checked.push_back(
        {std::nullopt,
         {},
         fmt::format("whether {} still names what new migrations drop or rename: {}", whose,
                     reason)});
  }

  Gathering& gathering_;
  const Location& location_;
  const Location& searched_;
  Sought sought_;
  Sought sought_now_;  // by the schema of the change; its tables are in the same order
  std::shared_ptr<CodeUses> result_;
  CodeTree tree_;
  std::unique_ptr<SchemaModules> modules_;
  std::size_t bytes_ = 0;
  std::size_t unread_count_ = 0;
  std::string unread_;  // the first one
};

}  // namespace

std::shared_ptr<const CodeUses> FindCodeUses(Gathering& gathering, const Location& location,
                                             const std::string& folder, const Track& track) {
  const Comparison* comparison = location.comparison;
  const bool has_base = comparison != nullptr && comparison->tip != nullptr;
  const std::vector<TakenName> names = NamesTakenAway(track, !has_base);
  if (names.empty() || !ReadsTypeScript()) return nullptr;
  if (!has_base) return Search(gathering, location, location, track, names).Run(folder);
  const auto files = comparison->repository->ReadCommit(comparison->tip->Info().id);
  if (!files) return nullptr;
  Location base = location;
  base.files = files->get();
  return Search(gathering, location, base, track, names).Run(folder);
}

}  // namespace hoglint
