// libcurl, loaded when it is first asked for, as libpq is (libpq.h): linting needs none. A test
// compares the numbers with curl/curl.h.
#ifndef HOGLINT_CHECKER_LIVE_LIBCURL_H_
#define HOGLINT_CHECKER_LIVE_LIBCURL_H_

#include "lint/base/result.h"

namespace hoglint::libcurl {

struct Handle;  // CURL, opaque

inline constexpr long kGlobalDefault = 3;       // CURL_GLOBAL_DEFAULT
inline constexpr int kWriteData = 10001;        // CURLOPT_WRITEDATA
inline constexpr int kUrl = 10002;              // CURLOPT_URL
inline constexpr int kUserAgent = 10018;        // CURLOPT_USERAGENT
inline constexpr int kWriteFunction = 20011;    // CURLOPT_WRITEFUNCTION
inline constexpr int kNoSignal = 99;            // CURLOPT_NOSIGNAL
inline constexpr int kTimeoutMs = 155;          // CURLOPT_TIMEOUT_MS
inline constexpr int kProtocols = 181;          // CURLOPT_PROTOCOLS
inline constexpr long kHttpAndHttps = 3;        // CURLPROTO_HTTP | CURLPROTO_HTTPS
inline constexpr int kResponseCode = 0x200002;  // CURLINFO_RESPONSE_CODE
inline constexpr int kOk = 0;                   // CURLE_OK
inline constexpr int kUnsupportedProtocol = 1;  // CURLE_UNSUPPORTED_PROTOCOL
inline constexpr int kMalformedUrl = 3;         // CURLE_URL_MALFORMAT
inline constexpr int kNoSuchHost = 6;           // CURLE_COULDNT_RESOLVE_HOST
inline constexpr int kCannotConnect = 7;        // CURLE_COULDNT_CONNECT
inline constexpr int kWriteError = 23;          // CURLE_WRITE_ERROR
inline constexpr int kTimedOut = 28;            // CURLE_OPERATION_TIMEDOUT
inline constexpr int kTlsConnect = 35;          // CURLE_SSL_CONNECT_ERROR
inline constexpr int kTlsCertificate = 60;      // CURLE_PEER_FAILED_VERIFICATION

struct Functions {
  int (*global_init)(long flags);
  Handle* (*init)();
  int (*set)(Handle* handle, int option, ...);
  int (*perform)(Handle* handle);
  int (*info)(Handle* handle, int info, ...);
  const char* (*message)(int code);
  void (*cleanup)(Handle* handle);
};

// An Error when the machine has no libcurl. Loaded once, and kept to the end of the process.
[[nodiscard]] Result<const Functions*> Load();

}  // namespace hoglint::libcurl

#endif  // HOGLINT_CHECKER_LIVE_LIBCURL_H_
