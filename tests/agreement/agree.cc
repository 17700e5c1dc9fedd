// agree [SEQUENCES [SEED [VERSION [effects]]]]: the fold, or the lock model, beside a real server,
// on random DDL (`./dev agree`). Exit code 0: they agree in all but what servers refuse and the
// fold does not foresee; 1: they do not; 2: it could not run.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "tests/agreement/campaign.h"

namespace hoglint::agreement {
namespace {

int Run(int argc, char** argv) {
  const auto number = [&](int at, std::uint64_t otherwise) {
    return at < argc ? std::strtoull(argv[at], nullptr, 10) : otherwise;
  };
  CampaignOptions options;
  options.sequences = number(1, 200);
  options.seed = number(2, 1);
  options.effects = argc > 4 && std::string_view(argv[4]) == "effects";
  options.say = [](const std::string& text) { std::cout << text << std::endl; };
  const int major = static_cast<int>(number(3, 15));
  const auto servers = testing::PostgresServer::FindServers();
  const auto installed = std::ranges::find(servers, major, &testing::InstalledServer::major);
  if (options.sequences == 0 || installed == servers.end()) {
    std::cerr << "agree: no sequences wanted, or no PostgreSQL " << major << " here\n";
    return 2;
  }
  const auto server = testing::PostgresServer::Start(*installed);
  if (!server) {
    std::cerr << "agree: " << server.error().message << "\n";
    return 2;
  }
  BothRoads roads(**server);
  const Result<Campaign> campaign = RunCampaign(roads, options);
  if (!campaign) {
    std::cerr << "agree: " << campaign.error().message << "\n";
    return 2;
  }
  std::cout << Describe(*campaign, options, major);
  return std::ranges::all_of(campaign->found,
                             [](const auto& one) {
                               return one.first.first == Kind::kUnforeseen ||
                                      one.first.first == Kind::kOtherError;
                             })
             ? 0
             : 1;
}

}  // namespace
}  // namespace hoglint::agreement

int main(int argc, char** argv) { return hoglint::agreement::Run(argc, argv); }
