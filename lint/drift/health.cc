#include "lint/drift/health.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace hoglint {
namespace {

using Json = nlohmann::json;

// A string member; absent when it is null or missing.
std::optional<std::string> TextOf(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

// One track of `schema`; absent when it does not have the shape.
std::optional<SchemaVersion> ReadTrack(const Json& schema, const char* name) {
  const auto track = schema.find(name);
  if (track == schema.end() || !track->is_object()) return std::nullopt;
  const auto in_sync = track->find("inSync");
  const auto pending = track->find("pending");
  if (in_sync == track->end() || !in_sync->is_boolean() || pending == track->end() ||
      !pending->is_array()) {
    return std::nullopt;
  }
  SchemaVersion version{.applied = TextOf(*track, "applied"),
                        .required = TextOf(*track, "required"),
                        .in_sync = in_sync->get<bool>(),
                        .pending = {}};
  for (const Json& tag : *pending) {
    if (tag.is_string()) version.pending.push_back(tag.get<std::string>());
  }
  return version;
}

}  // namespace

Result<Health> ReadHealth(std::string_view json) {
  const Json root = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!root.is_object()) return Error{"the answer is no JSON object"};
  const auto status = TextOf(root, "status");
  const auto schema = root.find("schema");
  if (!status || schema == root.end() || !schema->is_object()) {
    return Error{"the answer has no 'status' and 'schema': it is not Hogsend's /v1/health"};
  }
  auto engine = ReadTrack(*schema, "engine");
  auto client = ReadTrack(*schema, "client");
  if (!engine || !client) {
    return Error{"'schema' has no 'engine' and 'client' with 'inSync' and 'pending'"};
  }
  Health health{.status = *status,
                .engine = *std::move(engine),
                .client = *std::move(client),
                .database = {}};
  const auto components = root.find("components");
  if (components != root.end() && components->is_object()) {
    const auto database = components->find("database");
    if (database != components->end() && database->is_object()) {
      health.database = TextOf(*database, "status").value_or("");
    }
  }
  return health;
}

bool SawDatabase(const Health& health) {
  return health.database != "down" && health.engine.required.has_value();
}

}  // namespace hoglint
