#include "tests/oracle/effect_comparison.h"

#include <algorithm>
#include <set>

namespace hoglint::oracle {
namespace {

std::string Describe(const Said& said) {
  std::string text(kLockModes[static_cast<std::size_t>(said.lock)]);
  if (said.rewrite) text += ", rewrite";
  if (said.scan) text += said.planned ? ", perhaps a scan" : ", scan";
  if (said.index_build) text += ", index build";
  if (said.assumed) text += " (assumed)";
  return text;
}

bool Agree(const Said& seen, const Said& model) {
  const bool scan = model.planned || seen.scan == model.scan;
  if (!model.assumed) {
    return scan && seen.lock == model.lock && seen.rewrite == model.rewrite &&
           seen.index_build == model.index_build;
  }
  return seen.lock <= model.lock && (!seen.rewrite || model.rewrite) &&
         (!seen.index_build || model.index_build) && (!seen.scan || model.scan || model.planned);
}

}  // namespace

SaidOf Observed(const Observation& observation, const Catalogue& before) {
  SaidOf result;
  const auto find = [&](const std::string& name) {
    const std::size_t dot = name.find('.');
    return before.Find(QualifiedName{name.substr(0, dot), name.substr(dot + 1)});
  };
  std::set<std::string> locked;
  for (const RelationObservation& seen : observation.relations) {
    if (seen.lock > 0) locked.insert(seen.relation);
  }
  for (const RelationObservation& seen : observation.relations) {
    if (seen.created) continue;
    const Relation* relation = find(seen.relation);
    bool built = seen.index_built && seen.lock > 0;
    if (relation != nullptr && relation->index && seen.rewritten) {
      const Relation* table = before.Get(relation->index->table);
      built = table != nullptr && locked.contains(table->name.schema + "." + table->name.name);
    }
    // A scan of a replaced file that returned no row is one of the new, empty file: TRUNCATE.
    const bool scan = seen.rows_read > 0 || (seen.scans > 0 && !seen.rewritten);
    const Said said{seen.lock, seen.rewritten, scan, built};
    const bool nothing = !said.lock && !said.rewrite && !said.scan && !said.index_build;
    if (!nothing) result[seen.relation] = said;
  }
  return result;
}

SaidOf Modelled(const StatementEffects& effects) {
  SaidOf result;
  for (const Effect& effect : effects.effects) {
    Said& said = result[effect.name.schema + "." + effect.name.name];
    said.lock = std::max(said.lock, static_cast<int>(effect.lock));
    said.rewrite |= effect.rewrite;
    said.scan |= effect.scan;
    said.index_build |= effect.index_build;
    said.planned |= effect.planned;
    said.assumed |= effect.assumed;
  }
  return result;
}

std::string Difference(const SaidOf& observed, const SaidOf& modelled) {
  std::set<std::string> names;
  for (const auto& [name, said] : observed) names.insert(name);
  for (const auto& [name, said] : modelled) names.insert(name);
  std::string text;
  for (const std::string& name : names) {
    const auto seen = observed.find(name);
    const auto model = modelled.find(name);
    const bool untouched = seen == observed.end();
    if (model != modelled.end() && (!untouched || model->second.assumed) &&
        Agree(untouched ? Said{} : seen->second, model->second)) {
      continue;
    }
    if (!untouched) text += "  - " + name + ": " + Describe(seen->second) + "\n";
    if (model != modelled.end()) text += "  + " + name + ": " + Describe(model->second) + "\n";
  }
  return text;
}

std::string Unfounded(const SaidOf& observed, const SaidOf& modelled) {
  SaidOf both;
  for (const auto& [name, said] : observed) {
    if (modelled.contains(name)) both[name] = said;
  }
  return Difference(both, modelled);
}

std::string Assumptions(const SaidOf& observed, const SaidOf& modelled) {
  std::string text;
  for (const auto& [name, model] : modelled) {
    const auto seen = observed.find(name);
    Said exact = model;
    exact.assumed = false;
    if (model.assumed && (seen == observed.end() || !Agree(seen->second, exact))) {
      text += " " + name;
    }
  }
  return text;
}

}  // namespace hoglint::oracle
