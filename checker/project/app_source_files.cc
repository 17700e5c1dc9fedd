#include <memory>
#include <string>

#include "checker/project/project_files.h"

namespace hoglint {

std::shared_ptr<const AppSources> ReadAppSources(Gathering&, const Location&, const std::string&,
                                                 const Application&) {
  return std::make_shared<AppSources>();
}

}  // namespace hoglint
