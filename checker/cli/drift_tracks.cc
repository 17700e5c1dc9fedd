#include "checker/cli/drift_tracks.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "checker/cli/linting.h"
#include "checker/disk/paths.h"
#include "checker/engine_tables/read_ownership.h"
#include "lint/facts/ownership.h"
#include "lint/report/place_text.h"

namespace hoglint {
namespace {

constexpr std::string_view kEngineTrack = "engine";
const QualifiedName kDrizzleLedger{"drizzle", "__drizzle_migrations"};
// packages/db/src/version.ts of Hogsend.
const QualifiedName kHogsendClientLedger{"drizzle", "__client_migrations"};

// Where reports begin for the path: what shown paths are relative to.
std::string ShownFrom(const Environment& environment, const Arguments& arguments) {
  std::string folder = environment.folder;
  if (!arguments.operands.empty()) {
    folder = AbsolutePath(arguments.operands.front(), environment.folder);
    const auto status = environment.files.Stat(folder);
    if (status && status->kind == FileKind::kFile) folder = ParentPath(folder);
  }
  const auto repository = environment.git.Open(folder);
  return repository && *repository != nullptr ? (*repository)->root() : environment.folder;
}

// The folder of the engine's migrations; `read_from` is it, or a snapshot two levels below.
std::string EngineFolder(const std::string& read_from, const std::string& shown_from) {
  const std::string path = AbsolutePath(read_from, shown_from);
  return path.ends_with(".json") ? ParentPath(ParentPath(path)) : path;
}

// Several owners of one database come as one value with parts.
std::vector<std::shared_ptr<const Ownership>> OwnersIn(
    const std::shared_ptr<const Ownership>& ownership) {
  if (!ownership->parts.empty()) return ownership->parts;
  return {ownership};
}

bool IsHogsendClient(const Track& track) {
  if (track.ownership == nullptr) return false;
  return std::ranges::any_of(OwnersIn(track.ownership), [](const auto& owner) {
    return owner->package == HogsendEngine().package;
  });
}

class Finder {
 public:
  Finder(const Environment& environment, const Arguments& arguments)
      : environment_(environment), arguments_(arguments) {}

  Result<DriftTracks> Run() {
    auto project = ReadProjectOf(environment_, arguments_);
    if (!project) return project.error();
    const Project& own = Keep(*std::move(project));
    AddNotes(own);
    if (auto error = AddOwners(own)) return *std::move(error);
    if (!arguments_.ledger.empty() && own.workspace.tracks.size() > 1) {
      return Error{"--ledger: several migrations folders here; name the one that it is of"};
    }
    for (std::size_t i = 0; i < own.workspace.tracks.size(); ++i) {
      const std::string named = i < own.origins.size() ? own.origins[i].ledger : std::string();
      if (auto error = Add(own, own.workspace.tracks[i], named)) return *std::move(error);
    }
    std::stable_partition(result_.tracks.begin(), result_.tracks.end(),
                          [](const DriftTrack& track) { return track.is_engine; });
    if (auto error = SharedLedger()) return *std::move(error);
    return std::move(result_);
  }

 private:
  // A report of drift has no sources: places in files become text.
  void AddNotes(const Project& own) {
    for (NotChecked note : own.workspace.not_checked) {
      if (note.place) note.file = PlaceText(*note.place, own.sources);
      note.place.reset();
      result_.not_checked.push_back(std::move(note));
    }
  }

  const Project& Keep(Project project) {
    std::ranges::copy(project.failures, std::back_inserter(result_.failures));
    result_.projects.push_back(std::make_unique<Project>(std::move(project)));
    return *result_.projects.back();
  }

  // A client's database has what others own, too: the engine's track is read where it can be.
  std::optional<Error> AddOwners(const Project& own) {
    std::shared_ptr<const Ownership> engine;
    bool has_engine = false;
    for (const Track& track : own.workspace.tracks) {
      has_engine = has_engine || track.name == kEngineTrack;
      if (track.ownership == nullptr) continue;
      for (const auto& owner : OwnersIn(track.ownership)) {
        if (owner->package == HogsendEngine().package) {
          engine = owner;
        } else {
          result_.others.push_back(owner);
        }
      }
    }
    return engine == nullptr || has_engine ? std::nullopt : AddEngine(engine);
  }

  std::optional<Error> AddEngine(const std::shared_ptr<const Ownership>& ownership) {
    if (ownership->source == OwnershipSource::kBuiltIn) {
      result_.unread_engine = ownership;
      return std::nullopt;
    }
    Arguments of_engine = arguments_;
    of_engine.head.clear();  // packages lie on the disk
    of_engine.operands = {EngineFolder(ownership->read_from, ShownFrom(environment_, arguments_))};
    auto project = ReadProjectOf(environment_, of_engine);
    if (!project || project->workspace.tracks.size() != 1) {
      result_.unread_engine = ownership;
      return std::nullopt;
    }
    project->workspace.tracks.front().name = kEngineTrack;
    const Project& engine = Keep(*std::move(project));
    const Track& track = engine.workspace.tracks.front();
    result_.tracks.push_back(
        {&track, &engine.sources, engine.runner, true, true, ownership->ledger});
    return std::nullopt;
  }

  std::optional<Error> Add(const Project& project, const Track& track, const std::string& named) {
    DriftTrack added{&track, &project.sources, project.runner, track.name == kEngineTrack,
                     true,   kDrizzleLedger};
    const bool is_drizzle = !named.empty() || !arguments_.ledger.empty();
    if (track.layout == Layout::kPlainSql && is_drizzle) return NoJournal(track);
    if (!arguments_.ledger.empty()) {
      const auto ledger = SplitLedgerName(arguments_.ledger);
      if (!ledger) return Error{"--ledger wants SCHEMA.TABLE, as in drizzle.__drizzle_migrations"};
      added.ledger = *ledger;
    } else if (!named.empty()) {
      const auto ledger = SplitLedgerName(named);
      if (!ledger || named.find("(computed)") != std::string::npos) {
        return Error{fmt::format(
            "where {} keeps its ledger is computed in its config: give it with --ledger "
            "SCHEMA.TABLE, and the folder",
            track.folder)};
      }
      added.ledger = *ledger;
    } else if (track.layout == Layout::kPlainSql || track.layout == Layout::kLooseFiles) {
      added.has_ledger = false;
      result_.not_checked.push_back(
          {std::nullopt, track.folder,
           "which of its migrations are applied: it is no folder of Drizzle's, so that all were "
           "taken to be"});
    } else if (IsHogsendClient(track)) {
      added.ledger = kHogsendClientLedger;
    }
    result_.tracks.push_back(std::move(added));
    return std::nullopt;
  }

  // The old layout, which its config or --ledger calls Drizzle's.
  static Error NoJournal(const Track& track) {
    return Error{fmt::format(
        "{0} has no meta/_journal.json: Drizzle's migrator stops (\"Can't find "
        "meta/_journal.json file\"), and nothing tells which rows of the ledger belong to which "
        "file. Restore {0}/meta from the commit that had it, or generate it with drizzle-kit",
        track.folder)};
  }

  // Two tracks of one ledger are of two databases, or the migrator skips half of them.
  [[nodiscard]] std::optional<Error> SharedLedger() const {
    std::map<QualifiedName, std::string> folders;
    for (const DriftTrack& track : result_.tracks) {
      if (!track.has_ledger) continue;
      const auto [other, fresh] = folders.emplace(track.ledger, track.track->folder);
      if (fresh) continue;
      return Error{fmt::format(
          "{} and {} have one ledger, {}: name the folder that this database belongs to",
          other->second, track.track->folder, DisplayName(track.ledger))};
    }
    return std::nullopt;
  }

  const Environment& environment_;
  const Arguments& arguments_;
  DriftTracks result_;
};

}  // namespace

std::optional<QualifiedName> SplitLedgerName(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == 0 || dot == std::string_view::npos || dot + 1 == text.size()) return std::nullopt;
  return QualifiedName{std::string(text.substr(0, dot)), std::string(text.substr(dot + 1))};
}

Result<DriftTracks> FindDriftTracks(const Environment& environment, const Arguments& arguments) {
  return Finder(environment, arguments).Run();
}

}  // namespace hoglint
