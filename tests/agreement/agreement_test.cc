// The fold and real servers on random DDL: some sequences of a fixed seed. `./dev agree` runs more.
#include <gtest/gtest.h>

#include <iostream>

#include "tests/agreement/campaign.h"

namespace hoglint::agreement {
namespace {

// What servers refuse and the fold does not foresee is counted, and no failure.
bool IsFailure(Kind kind) { return kind != Kind::kUnforeseen && kind != Kind::kOtherError; }

TEST(Agreement, OfFoldAndServer) {
  int servers = 0;
  for (const testing::InstalledServer& installed : testing::PostgresServer::FindServers()) {
    if (installed.major != 15 && installed.major != 18) continue;
    const auto server = testing::PostgresServer::Start(installed);
    ASSERT_TRUE(server.has_value()) << server.error().message;
    ++servers;
    BothRoads roads(**server);
    CampaignOptions options;
    options.sequences = 25;
    const Result<Campaign> campaign = RunCampaign(roads, options);
    ASSERT_TRUE(campaign.has_value()) << campaign.error().message;
    EXPECT_GT(campaign->sum.accepted, campaign->sum.refused);
    for (const auto& [key, found] : campaign->found) {
      if (!IsFailure(key.first)) continue;
      ADD_FAILURE() << Describe(key.first, found);
    }
    std::cout << "PostgreSQL " << installed.major << ": " << campaign->sum.accepted
              << " statements accepted, " << campaign->sum.refused << " refused, "
              << campaign->sum.facts << " facts compared\n";
  }
  if (servers == 0) GTEST_SKIP() << "no PostgreSQL 15 or 18 on this machine: nothing compared";
}

}  // namespace
}  // namespace hoglint::agreement
