#include "lint/rule/rule.h"

namespace hoglint {

std::string_view FamilyName(Family family) {
  switch (family) {
    case Family::kDestructive:
      return "destructive";
    case Family::kCompatibility:
      return "compatibility";
    case Family::kLocks:
      return "locks";
    case Family::kTransaction:
      return "transaction";
    case Family::kData:
      return "data";
    case Family::kCorrectness:
      return "correctness";
    case Family::kJournal:
      return "journal";
    case Family::kHistory:
      return "history";
    case Family::kOwnership:
      return "ownership";
    case Family::kProject:
      return "project";
    case Family::kConvention:
      return "convention";
  }
  return "";
}

}  // namespace hoglint
