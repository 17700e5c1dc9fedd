#include "checker/project/read_project.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

#include "checker/disk/confined_files.h"
#include "checker/disk/paths.h"
#include "checker/disk/remembered_files.h"
#include "checker/engine_tables/configured_owners.h"
#include "checker/project/application.h"
#include "checker/project/folder_around.h"
#include "checker/project/gathering.h"
#include "checker/project/locate.h"
#include "checker/project/read_track.h"
#include "checker/project/repositories.h"
#include "checker/project/runner_detection.h"
#include "checker/project/track_origin.h"
#include "lint/facts/application.h"
#include "lint/facts/schema_lag.h"
#include "lint/typescript/drizzle_config.h"

namespace hoglint {
namespace {

// What the config's dbCredentials name: the variable, else what is written. Empty: nothing.
std::string Credentials(const DrizzleConfigFile& file, const Sources& sources) {
  constexpr std::string_view kVariable = "process.env.";
  const ConfigValue& value = file.config.db_url.kind == ConfigValueKind::kAbsent
                                 ? file.config.db_host
                                 : file.config.db_url;
  const std::string_view text = sources[file.file].text();
  if (value.begin >= value.end || value.end > text.size()) return {};
  std::string_view written = text.substr(value.begin, value.end - value.begin);
  const std::size_t at = written.find(kVariable);
  if (at == std::string_view::npos) return std::string(written);
  written.remove_prefix(at);
  const auto end = std::ranges::find_if(written.substr(kVariable.size()), [](char c) {
    return c != '_' && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && (c < '0' || c > '9');
  });
  return std::string(written.begin(), end);
}

// Beside the client's own track, by its ledger, the config of this one has another ledger and other
// credentials: the engine's tables are not there.
bool IsOfAnotherDatabase(const Track& track, const Sources& sources) {
  constexpr std::string_view kClientLedger = "__client_migrations";
  if (track.config == nullptr || track.application == nullptr) return false;
  const DrizzleConfig& own = track.config->config;
  if (own.migrations_table.text() == kClientLedger) return false;
  return std::ranges::any_of(track.application->configs, [&](const auto& other) {
    const DrizzleConfig& config = other->config;
    return config.migrations_table.text() == kClientLedger && other->problem.empty() &&
           Credentials(*other, sources) != Credentials(*track.config, sources);
  });
}

// schema-without-migration looks after what a track without migrations declares; not in files that
// base has as they are.
bool LagIsTold(const Track& track, const std::vector<Track>& tracks, const Gathering& gathering,
               const Location& location, const Runner& runner) {
  if (location.extent == Extent::kStatements) return false;
  if (AnotherMigrates(track, tracks)) return true;  // nothing is missing
  const SchemaLag lag = SchemaLagOf(track, gathering.sources, runner);
  return std::ranges::any_of(lag.differences, [&](const DeclaredDifference& each) {
    return location.extent == Extent::kHistory ||
           (each.span && !gathering.unchanged.contains(each.span->file));
  });
}

// The folder with the track's files.
std::string FolderOf(const FoundTrack& found) {
  if (found.around) return found.around->path;
  return found.layout == Layout::kLooseFiles ? ParentPath(found.path) : found.path;
}

// Links inside of a repository may lead anywhere in it; without one, where the run began, or in
// the package around a folder that lies elsewhere.
Location WithinRepository(Location location, std::string folder) {
  location.boundary = location.repository.empty() ? location.shown_from : location.repository;
  if (IsWithin(folder, location.boundary)) return location;
  location.boundary = folder;
  while (folder != "/" && !location.files->Stat(JoinPath(folder, "package.json"))) {
    folder = ParentPath(folder);
  }
  if (folder != "/") location.boundary = folder;
  return location;
}

// A track without migrations, by its place among all.
struct EmptyTrack {
  std::size_t track = 0;
  Location location;
  FoundTrack found;
};

class ProjectReader {
 public:
  ProjectReader(const FileSystem& files, const Git& git, const ProjectRequest& request)
      : files_(files), request_(request), repositories_(git, request.base) {
    for (const std::string& given : request.paths) {
      std::string path = AbsolutePath(given, request.folder);
      named_.insert(files_.RealPath(path).value_or(path));
    }
  }

  // Absent when all went well.
  [[nodiscard]] std::optional<Error> ReadPath(const std::string& given);
  // The project around the current folder.
  [[nodiscard]] std::optional<Error> ReadAround();
  [[nodiscard]] Project Finish() &&;

 private:
  // `path`: what is read, without links.
  [[nodiscard]] Location LocationOf(const OpenedRepository& opened, const std::string& path);
  [[nodiscard]] std::optional<Error> ReadFound(OpenedRepository& opened, Location location,
                                               const Found& found);
  [[nodiscard]] std::optional<Error> CompareWithBase(OpenedRepository& opened, Location& location);
  void AddFoldersAround(const Location& location, std::vector<FoundTrack>& tracks) const;
  void AddTrack(Location location, const FoundTrack& found);
  void AddOwnership(const Location& location, const std::string& folder, const std::string& top,
                    bool client, Track& track);
  void AddNotes(const Location& location, const std::vector<FoundNote>& notes);
  void TakeRunner(const Runner& runner);
  void TellWhatIsEmpty(const Runner& runner);
  void TellTracksApart();

  const RememberedFiles files_;
  const ProjectRequest& request_;
  Repositories repositories_;
  std::map<const FileSystem*, RememberedFiles> commits_;            // that are read for the disk
  std::map<std::string, std::unique_ptr<ConfinedFiles>> confined_;  // by root
  Gathering gathering_;
  std::vector<Track> tracks_;
  std::vector<TrackOrigin> origins_;
  std::vector<EmptyTrack> empty_;
  Applications applications_;
  std::set<std::string> named_;  // the paths that were given, absolute
  std::set<std::string> seen_;   // paths of tracks, so that none is read twice
  std::set<const Comparison*> told_;
  std::vector<std::string> bases_;
  std::optional<Runner> runner_;
  std::optional<Runner> runner_of_nothing_;  // of tracks without migrations
  bool runners_differ_ = false;
};

Location ProjectReader::LocationOf(const OpenedRepository& opened, const std::string& path) {
  Location location;
  location.shown_from = request_.folder;
  if (request_.for_rules) location.extent = request_.all ? Extent::kHistory : Extent::kChange;
  if (opened.repository != nullptr) {
    location.repository = opened.repository->root();
    location.shown_from = location.repository;
  }
  const bool strict = !location.repository.empty();
  const std::string& top = strict ? location.repository : request_.folder;
  const std::string root = IsWithin(path, top) ? top : NearestFolder(files_, path);
  const FileSystem& files =
      opened.commit == nullptr
          ? files_
          : commits_.try_emplace(opened.commit.get(), *opened.commit).first->second;
  auto& confined = confined_[root];
  if (confined == nullptr) confined = std::make_unique<ConfinedFiles>(files, root, strict);
  location.files = confined.get();
  return location;
}

std::optional<Error> ProjectReader::ReadPath(const std::string& given) {
  std::string path = AbsolutePath(given, request_.folder);
  if (const auto error = LeavesRepository(files_, path)) {
    return Error{fmt::format("{}: {}", given, error->message)};
  }
  path = files_.RealPath(path).value_or(path);
  auto opened = repositories_.Open(NearestFolder(files_, path));
  if (!opened) return opened.error();
  Location location = LocationOf(**opened, path);
  if (!location.files->Stat(path)) return NoSuchPath(*location.files, path, given);
  auto found = LocateTracks(*location.files, path, given);
  if (!found) return found.error();
  AddFoldersAround(location, found->tracks);
  return ReadFound(**opened, std::move(location), *found);
}

// What a migration does depends on those before it, so that rules see them as well. Where all are
// judged, that would be the whole folder.
void ProjectReader::AddFoldersAround(const Location& location,
                                     std::vector<FoundTrack>& tracks) const {
  if (!request_.for_rules || request_.all) return;
  for (FoundTrack& track : tracks) {
    if (track.layout != Layout::kLooseFiles) continue;
    track.around = FindFolderAround(location, track.path);
    if (!track.around) continue;
    track.named = named_;
    track.named.insert(track.path);  // where its folder was named
  }
}

std::optional<Error> ProjectReader::ReadAround() {
  const std::string here = files_.RealPath(request_.folder).value_or(request_.folder);
  auto opened = repositories_.Open(here);
  if (!opened) return opened.error();
  Location location = LocationOf(**opened, here);
  const std::string top = location.repository.empty() ? "/" : location.repository;
  // Without a repository there is no telling where the project ends: only this folder counts.
  const std::string project =
      FindProject(*location.files, here, location.repository.empty() ? here : top);
  if (project.empty()) {
    return Error{
        fmt::format("no migrations in or around {}: give a folder of .sql files, a project with a "
                    "drizzle.config, or .sql files",
                    here)};
  }
  const auto found = LocateTracks(*location.files, project, project);
  if (!found) return found.error();
  return ReadFound(**opened, std::move(location), *found);
}

std::optional<Error> ProjectReader::ReadFound(OpenedRepository& opened, Location location,
                                              const Found& found) {
  const bool any_folder = std::ranges::any_of(
      found.tracks, [](const FoundTrack& track) { return track.layout != Layout::kLooseFiles; });
  if (any_folder) {
    if (auto error = CompareWithBase(opened, location)) return error;
  }
  AddNotes(location, found.notes);
  for (const FoundTrack& track : found.tracks) {
    // Files of one folder are one track.
    const std::string key = track.around ? track.around->path + "/*.sql" : track.path;
    if (seen_.insert(key).second) AddTrack(location, track);
  }
  return std::nullopt;
}

std::optional<Error> ProjectReader::CompareWithBase(OpenedRepository& opened, Location& location) {
  const auto comparison = repositories_.Compare(opened);
  if (!comparison) return comparison.error();
  location.comparison = *comparison;
  if (!told_.insert(*comparison).second) return std::nullopt;
  if (!(*comparison)->base.empty()) bases_.push_back((*comparison)->base);
  if (request_.all) return std::nullopt;
  for (const std::string& reason : (*comparison)->not_checked) {
    gathering_.not_checked.push_back({std::nullopt, {}, reason});
  }
  return std::nullopt;
}

void ProjectReader::AddTrack(Location location, const FoundTrack& found) {
  const std::string folder = FolderOf(found);
  const bool inside = !location.repository.empty() && IsWithin(folder, location.repository);
  location.boundary = inside ? location.repository : folder;
  Track track = ReadTrack(gathering_, location, found);
  DetectedRunner detected =
      DetectRunner(*location.files, found, inside ? location.repository : "/");
  if (!detected.track_name.empty()) track.name = std::move(detected.track_name);
  // Its files may be shared by the whole repository.
  Location around = WithinRepository(location, folder);
  if (request_.applications) around.extent = Extent::kHistory;
  applications_.AddTo(track, gathering_, around, folder, found.config,
                      inside ? location.repository : "/");
  AddOwnership(location, folder, inside ? location.repository : "/",
               track.name == kClientTrack && detected.runner.name == kHogsendRunner.name, track);
  if (found.nothing.empty()) {
    TakeRunner(detected.runner);
  } else {
    if (!runner_of_nothing_) runner_of_nothing_ = detected.runner;
    detected.undecided.clear();
    empty_.push_back({tracks_.size(), around, found});
  }
  if (!detected.undecided.empty() && !request_.runner) {
    AddNote(gathering_, location, found.path, detected.undecided);
  }
  origins_.push_back(OriginOf(location, found, detected.runner));
  tracks_.push_back(std::move(track));
}

// Packages lie on the disk, also where the migrations come from a commit.
void ProjectReader::AddOwnership(const Location& location, const std::string& folder,
                                 const std::string& top, bool client, Track& track) {
  const bool hogsend = client && !IsOfAnotherDatabase(track, gathering_.sources);
  if (!hogsend && request_.owners.empty()) return;
  FoundOwnership found = ReadOwners(files_, request_.owners, hogsend,
                                    {.from = folder, .top = top, .shown_from = location.shown_from},
                                    gathering_.sources);
  track.ownership = std::move(found.ownership);
  std::ranges::move(found.not_checked, std::back_inserter(gathering_.not_checked));
}

void ProjectReader::AddNotes(const Location& location, const std::vector<FoundNote>& notes) {
  for (const FoundNote& note : notes) {
    const std::string reason = (note.failure ? "it could not be read: " : "") + note.reason;
    AddNote(gathering_, location, note.path, reason);
    if (!note.failure) continue;
    gathering_.failures.push_back(
        {fmt::format("cannot read {}: {}", ShownPath(location, note.path), note.reason)});
  }
}

void ProjectReader::TakeRunner(const Runner& runner) {
  if (runner_ && runner_->name != runner.name) runners_differ_ = true;
  if (!runner_) runner_ = runner;
}

// Unless a rule says that there are no migrations.
void ProjectReader::TellWhatIsEmpty(const Runner& runner) {
  for (const EmptyTrack& empty : empty_) {
    if (LagIsTold(tracks_[empty.track], tracks_, gathering_, empty.location, runner)) continue;
    AddNote(gathering_, empty.location, empty.found.config, empty.found.nothing);
  }
}

// Tracks of one name (packages/a/drizzle, packages/b/drizzle) go by their folders instead.
void ProjectReader::TellTracksApart() {
  std::multiset<std::string> names;
  for (const Track& track : tracks_) names.insert(track.name);
  for (Track& track : tracks_) {
    if (names.count(track.name) > 1 && !track.folder.empty()) track.name = track.folder;
  }
}

Project ProjectReader::Finish() && {
  TellTracksApart();
  const Runner runner =
      request_.runner.value_or(runner_.value_or(runner_of_nothing_.value_or(kPerFileRunner)));
  TellWhatIsEmpty(runner);
  if (runners_differ_ && !request_.runner) {
    gathering_.not_checked.push_back(
        {std::nullopt,
         {},
         fmt::format("transactions as each track's own runner makes them: all tracks were taken to "
                     "be applied by '{}'; lint them one by one, or name it with --runner",
                     runner.name)});
  }
  std::string base;
  for (const std::string& name : bases_) base += (base.empty() ? "" : ", ") + name;
  return {.workspace = {.tracks = std::move(tracks_),
                        .not_checked = std::move(gathering_.not_checked),
                        .applications = std::move(applications_).Finish(),
                        .unchanged = std::move(gathering_.unchanged)},
          .sources = std::move(gathering_.sources),
          .runner = runner,
          .base = std::move(base),
          .failures = std::move(gathering_.failures),
          .origins = std::move(origins_)};
}

}  // namespace

Result<Project> ReadProject(const FileSystem& files, const Git& git,
                            const ProjectRequest& request) {
  ProjectReader reader(files, git, request);
  if (request.paths.empty()) {
    if (auto error = reader.ReadAround()) return *std::move(error);
  }
  for (const std::string& path : request.paths) {
    if (auto error = reader.ReadPath(path)) return *std::move(error);
  }
  return std::move(reader).Finish();
}

}  // namespace hoglint
