#include "checker/live/http.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>

#include "checker/live/libcurl.h"

namespace hoglint {
namespace {

// A health answer is about a kilobyte; what goes on for long is none.
constexpr std::size_t kMostBytes = std::size_t{1} << 20U;

std::size_t Append(const char* data, std::size_t size, std::size_t count, void* body) {
  auto& text = *static_cast<std::string*>(body);
  const std::size_t bytes = size * count;
  if (text.size() + bytes > kMostBytes) return 0;
  text.append(data, bytes);
  return bytes;
}

// libcurl's own words may name what stands in the URL: only its kinds of failure are passed on.
std::string DescribeFailure(int code, std::chrono::milliseconds limit,
                            const libcurl::Functions& curl) {
  switch (code) {
    case libcurl::kUnsupportedProtocol:
    case libcurl::kMalformedUrl:
      return "it is no http:// or https:// URL";
    case libcurl::kNoSuchHost:
      return "no such host is known";
    case libcurl::kCannotConnect:
      return "nothing answers there";
    case libcurl::kTimedOut:
      return fmt::format("no answer came within {} s",
                         std::max<long long>(1, limit.count() / 1000));
    case libcurl::kTlsConnect:
    case libcurl::kTlsCertificate:
      return "no trusted TLS connection came about";
    case libcurl::kWriteError:
      return fmt::format("the answer is longer than {} MiB", kMostBytes >> 20U);
    default:
      return curl.message(code);
  }
}

}  // namespace

Result<HttpAnswer> FetchUrl(const std::string& url, std::chrono::milliseconds limit) {
  const auto loaded = libcurl::Load();
  if (!loaded) return loaded.error();
  const libcurl::Functions& curl = **loaded;
  const std::unique_ptr<libcurl::Handle, void (*)(libcurl::Handle*)> handle(curl.init(),
                                                                            curl.cleanup);
  if (handle == nullptr) return Error{"libcurl could not be started"};
  HttpAnswer answer;
  curl.set(handle.get(), libcurl::kUrl, url.c_str());
  curl.set(handle.get(), libcurl::kProtocols, libcurl::kHttpAndHttps);
  curl.set(handle.get(), libcurl::kUserAgent, "hoglint");
  curl.set(handle.get(), libcurl::kNoSignal, 1L);
  curl.set(handle.get(), libcurl::kTimeoutMs, static_cast<long>(limit.count()));
  curl.set(handle.get(), libcurl::kWriteFunction, &Append);
  curl.set(handle.get(), libcurl::kWriteData, static_cast<void*>(&answer.body));
  const int code = curl.perform(handle.get());
  if (code != libcurl::kOk) {
    return Error{
        fmt::format("cannot read {}: {}", ShownUrl(url), DescribeFailure(code, limit, curl))};
  }
  curl.info(handle.get(), libcurl::kResponseCode, &answer.status);
  return answer;
}

std::string ShownUrl(std::string_view url) {
  const std::size_t end = url.find_first_of("?#");
  std::string shown(url.substr(0, end));
  const std::size_t scheme = shown.find("://");
  const std::size_t host = scheme == std::string::npos ? 0 : scheme + 3;
  const std::size_t path = std::min(shown.find('/', host), shown.size());
  const std::size_t at = shown.rfind('@', path);
  if (at != std::string::npos && at >= host) shown.erase(host, at + 1 - host);
  return shown;
}

}  // namespace hoglint
