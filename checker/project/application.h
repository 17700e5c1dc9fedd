// Reads what is around a track: package.json, the Drizzle configs, the schema's TypeScript, the
// code and the deployment files of its application.
#ifndef HOGLINT_CHECKER_PROJECT_APPLICATION_H_
#define HOGLINT_CHECKER_PROJECT_APPLICATION_H_

#include <map>
#include <memory>
#include <string>

#include "checker/project/gathering.h"
#include "lint/facts/application.h"
#include "lint/facts/workspace.h"

namespace hoglint {

// Each application of a project is read once, with the first of its tracks.
class Applications {
 public:
  // Gives the track its application, its config and what its TypeScript declares. Nothing without
  // rules to see it. `config`: the absolute path of the drizzle.config that names the track's
  // folder; empty when none does. `top`: no folder above it is looked into.
  void AddTo(Track& track, Gathering& gathering, const Location& location,
             const std::string& folder, const std::string& config, const std::string& top);

  // In the order in which their tracks came.
  [[nodiscard]] std::vector<std::shared_ptr<const Application>> Finish() &&;

 private:
  std::shared_ptr<const Application> Read(Gathering& gathering, const Location& location,
                                          const std::string& folder);

  std::map<std::string, std::shared_ptr<const Application>> known_;  // by absolute folder
  std::vector<std::shared_ptr<const Application>> in_order_;
};

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_APPLICATION_H_
