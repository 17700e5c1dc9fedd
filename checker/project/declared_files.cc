#include <memory>
#include <string>

#include "checker/project/project_files.h"

namespace hoglint {

std::shared_ptr<const DeclaredSchema> ReadDeclaredSchema(Gathering&, const Location&,
                                                         const std::string&,
                                                         const DrizzleConfigFile&) {
  return nullptr;
}

}  // namespace hoglint
