#include "checker/cli/health_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "checker/cli/delivery.h"
#include "checker/cli/drift_tracks.h"
#include "checker/live/http.h"
#include "lint/drift/health_findings.h"

namespace hoglint {
namespace {

constexpr std::chrono::milliseconds kAnswerLimit{10'000};
constexpr std::chrono::milliseconds kBetweenPolls{2'000};
constexpr std::string_view kEndpoint = "/v1/health";

// An address without a path means Hogsend's endpoint.
std::string EndpointOf(std::string url) {
  const std::size_t scheme = url.find("://");
  const std::size_t path = url.find('/', scheme == std::string::npos ? 0 : scheme + 3);
  if (path == std::string::npos) return url + std::string(kEndpoint);
  if (path + 1 == url.size()) return url.substr(0, path) + std::string(kEndpoint);
  return url;
}

Result<Health> Ask(const Environment& environment, const std::string& url) {
  const auto answer = environment.fetch(url, kAnswerLimit);
  if (!answer) return answer.error();
  // Hogsend's endpoint answers 200 whatever it found.
  if (answer->status != 200) {
    return Error{fmt::format("{} answers with HTTP {}: a proxy's answer, or no Hogsend application",
                             ShownUrl(url), answer->status)};
  }
  auto health = ReadHealth(answer->body);
  if (!health) return Error{fmt::format("{}: {}", ShownUrl(url), health.error().message)};
  return health;
}

bool IsHealthy(const Health& health) {
  return health.status == "healthy" && SawDatabase(health) && health.engine.in_sync &&
         health.client.in_sync;
}

// "migration_pending, engine at 0073_a of 0074_b".
std::string StateOf(const Result<Health>& health) {
  if (!health) return health.error().message;
  if (!SawDatabase(*health)) return health->status + ", its database does not answer";
  std::string state = health->status;
  for (const auto& [name, track] :
       {std::pair("engine", &health->engine), std::pair("client", &health->client)}) {
    if (track->in_sync) continue;
    state += fmt::format(", {} at {} of {}", name, track->applied.value_or("nothing"),
                         track->required.value_or("?"));
  }
  return state;
}

// What is said on the way goes to standard error, a line when it changes.
Result<Health> Wait(const Environment& environment, const std::string& url, int seconds) {
  const double began = environment.seconds();
  std::string said;
  while (true) {
    auto health = Ask(environment, url);
    if (health && IsHealthy(*health)) return health;
    const double waited = environment.seconds() - began;
    if (waited >= seconds) return health;
    if (std::string state = StateOf(health); state != said) {
      Tell(environment, fmt::format("waiting, {:.0f} of {} s: {}", waited, seconds, state));
      said = std::move(state);
    }
    if (!environment.sleep) return health;
    environment.sleep(kBetweenPolls);
  }
}

const DriftTrack* ClientOf(const std::vector<DriftTrack>& tracks) {
  const auto client = std::ranges::find(tracks, false, &DriftTrack::is_engine);
  return client == tracks.end() ? nullptr : &*client;
}

// The endpoint is of use without the files at hand, as in a deploy job that has no checkout.
void CompareWithFiles(const Environment& environment, const Arguments& arguments,
                      const Health& health, DriftReport& report) {
  const auto tracks = FindDriftTracks(environment, arguments);
  std::vector<LocalEntry> engine;
  std::vector<LocalEntry> client;
  LocalTracks local;
  if (!tracks) {
    report.not_checked.push_back(
        {std::nullopt, {}, "whether the build is that of the files: " + tracks.error().message});
  } else {
    for (const DriftTrack& track : tracks->tracks) {
      if (!track.is_engine) continue;
      engine = LocalEntries(*track.track, *track.sources);
      local.engine = &engine;
    }
    if (const DriftTrack* track = ClientOf(tracks->tracks)) {
      client = LocalEntries(*track->track, *track->sources);
      local.client = &client;
    }
  }
  report.findings = HealthFindings(health, local);
}

}  // namespace

Result<HealthResult> CompareWithHealth(const Environment& environment, const Arguments& arguments) {
  const std::string url = EndpointOf(arguments.health_url);
  const auto health = Wait(environment, url, arguments.wait_seconds);
  if (!health) return health.error();
  if (!SawDatabase(*health)) {
    return Error{fmt::format(
        "{} says '{}' and does not know: its database {}, and what it could not read it takes for "
        "in sync",
        ShownUrl(url), health->status,
        health->database == "down" ? "is down" : "did not answer within 1.5 s")};
  }
  HealthResult result;
  result.healthy = IsHealthy(*health);
  result.report.database = ShownUrl(url);
  result.report.health = *health;
  CompareWithFiles(environment, arguments, *health, result.report);
  return result;
}

}  // namespace hoglint
