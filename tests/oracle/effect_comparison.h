// What a server was seen to do, and what the lock model says, brought into one shape and compared.
#ifndef HOGLINT_TESTS_ORACLE_EFFECT_COMPARISON_H_
#define HOGLINT_TESTS_ORACLE_EFFECT_COMPARISON_H_

#include <map>
#include <string>

#include "lint/locks/effects.h"
#include "tests/oracle/observation.h"

namespace hoglint::oracle {

// What either side says of one relation.
struct Said {
  int lock = 0;  // an index into kLockModes
  bool rewrite = false;
  bool scan = false;
  bool index_build = false;
  bool planned = false;  // the model's: scan is the planner's choice
  bool assumed = false;  // the model's: the worst case
};
using SaidOf = std::map<std::string, Said>;  // by relation

// The observed side. Recordings mark a table when one of its indexes has new storage, and indexes
// with `rewrite` only; here, as in the model, both have an index build when an index is built. An
// index whose table is not even locked was not built: its file was copied to another tablespace.
// What the statement made itself is not the model's matter.
SaidOf Observed(const Observation& observation, const Catalogue& before);

// The model's side; effects of several statements on one relation are merged.
SaidOf Modelled(const StatementEffects& effects);

// "-" what the server did, "+" what the model says, a line each; empty when they agree: equal in
// all that the model claims. A scan that the planner decides on is no claim; an assumed effect
// claims that it is no worse.
std::string Difference(const SaidOf& observed, const SaidOf& modelled);

// The same of a statement that the model follows in part only: what it says must have happened.
std::string Unfounded(const SaidOf& observed, const SaidOf& modelled);

// Relations on which the model assumed more than the server did, each with a blank before it.
std::string Assumptions(const SaidOf& observed, const SaidOf& modelled);

}  // namespace hoglint::oracle

#endif  // HOGLINT_TESTS_ORACLE_EFFECT_COMPARISON_H_
