// What went wrong with a database, as one sentence for the user: what libpq and the server said,
// put in order, without any password.
#ifndef HOGLINT_CHECKER_LIVE_CONNECTION_ERRORS_H_
#define HOGLINT_CHECKER_LIVE_CONNECTION_ERRORS_H_

#include <string>
#include <string_view>
#include <vector>

namespace hoglint {

// The text as one line, every secret in it (as it is, and as a URL writes it) replaced by "***".
[[nodiscard]] std::string Scrubbed(std::string_view text, const std::vector<std::string>& secrets);

// The SQLSTATE in libpq's verbose text of a refusal, whatever language the rest of it is in; empty:
// it is not the server that refused.
[[nodiscard]] std::string_view SqlStateOfRefusal(std::string_view verbose);

// Why no session came to be. `text`: libpq's, scrubbed, which holds the server's own words.
// `sqlstate`: the refusal's, empty when there is none; it counts more than words, which are English
// on some servers only.
[[nodiscard]] std::string DescribeConnectFailure(std::string_view sqlstate, std::string_view text);

// Why a query gave nothing. `sqlstate`: five characters, empty when the session broke.
[[nodiscard]] std::string DescribeQueryFailure(std::string_view sqlstate, std::string_view text);

// The URL without the parameters that other drivers put there and libpq refuses: `name`.
[[nodiscard]] std::string WithoutUrlParameter(std::string_view url, std::string_view name);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_LIVE_CONNECTION_ERRORS_H_
