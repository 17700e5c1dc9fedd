#include "lint/drift/health_findings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace hoglint {
namespace {

constexpr std::size_t kMostNamed = 5;

std::string Named(const std::vector<std::string>& tags) {
  const std::size_t shown = std::min(tags.size(), kMostNamed);
  std::string text = fmt::format(
      "{}", fmt::join(tags.begin(), tags.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  if (tags.size() > shown) text += fmt::format(" and {} more", tags.size() - shown);
  return text;
}

class Writer {
 public:
  Writer(const Health& health, const LocalTracks& local) : health_(health), local_(local) {}

  std::vector<DriftFinding> Run() {
    Track("engine", health_.engine, local_.engine, DriftLevel::kError);
    if (!NotWired()) Track("client", health_.client, local_.client, DriftLevel::kWarning);
    return std::move(findings_);
  }

 private:
  void Add(std::string_view kind, DriftLevel level, std::string track, std::string message) {
    findings_.push_back({.kind = kind,
                         .level = level,
                         .track = std::move(track),
                         .subject = {},
                         .message = std::move(message)});
  }

  // Hogsend takes an empty journal for the client's where createHogsendClient() was given none.
  bool NotWired() {
    if (health_.client.required || local_.client == nullptr || local_.client->empty()) return false;
    Add("client-journal-not-wired", DriftLevel::kWarning, "client",
        fmt::format(
            "the application says nothing of its client track, and calls it in sync: there "
            "are {} migrations here, up to {}, and it was built without their journal. Pass "
            "clientJournal to createHogsendClient()",
            local_.client->size(), local_.client->back().tag));
    return true;
  }

  void Track(const std::string& name, const SchemaVersion& running,
             const std::vector<LocalEntry>* local, DriftLevel behind) {
    if (!running.in_sync) {
      Add("pending", behind, name,
          fmt::format("the application needs {}, and its database is at {}: {} is pending",
                      running.required.value_or("?"), running.applied.value_or("no migration"),
                      Named(running.pending)));
    }
    if (local == nullptr || local->empty() || !running.required) return;
    OtherBuild(name, *running.required, *local);
  }

  void OtherBuild(const std::string& name, const std::string& required,
                  const std::vector<LocalEntry>& local) {
    const std::string& newest = local.back().tag;
    if (required == newest) return;
    const auto known = std::ranges::find(local, required, &LocalEntry::tag);
    if (known == local.end()) {
      Add("other-build", DriftLevel::kWarning, name,
          fmt::format(
              "the application was built with migrations up to {}, which is not among those "
              "here: a newer build, or one of another branch",
              required));
      return;
    }
    Add("older-build", DriftLevel::kWarning, name,
        fmt::format("the application was built with migrations up to {}, and {} of those here are "
                    "newer, up to {}: what it calls in sync is the older set",
                    required, std::distance(known, local.end()) - 1, newest));
  }

  const Health& health_;
  const LocalTracks& local_;
  std::vector<DriftFinding> findings_;
};

}  // namespace

std::vector<DriftFinding> HealthFindings(const Health& health, const LocalTracks& local) {
  if (!SawDatabase(health)) return {};
  return Writer(health, local).Run();
}

}  // namespace hoglint
