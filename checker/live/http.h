// One GET request, through libcurl.
#ifndef HOGLINT_CHECKER_LIVE_HTTP_H_
#define HOGLINT_CHECKER_LIVE_HTTP_H_

#include <chrono>
#include <string>
#include <string_view>

#include "lint/base/result.h"

namespace hoglint {

struct HttpAnswer {
  long status = 0;
  std::string body;
};

// http and https only; redirects are not followed. An Error is one sentence for the user, without
// anything of the URL that may be secret.
[[nodiscard]] Result<HttpAnswer> FetchUrl(const std::string& url, std::chrono::milliseconds limit);

// The URL without user, password, query and fragment: as reports show it.
[[nodiscard]] std::string ShownUrl(std::string_view url);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_LIVE_HTTP_H_
