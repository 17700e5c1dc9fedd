// hogsend_engine.sql as the binary carries it. Generated into hogsend_engine.cc when configuring.
#ifndef HOGLINT_CHECKER_ENGINE_TABLES_HOGSEND_ENGINE_H_
#define HOGLINT_CHECKER_ENGINE_TABLES_HOGSEND_ENGINE_H_

#include <string_view>

namespace hoglint {

extern const std::string_view kHogsendEngineSql;
extern const std::string_view kHogsendEngineVersion;

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_ENGINE_TABLES_HOGSEND_ENGINE_H_
