#include "checker/live/http.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <string>
#include <thread>

#include "checker/live/libcurl.h"

namespace hoglint {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::chrono::milliseconds kLimit{5000};

// Answers every request on a port of the loopback interface with the same bytes; without any, it
// accepts and says nothing.
class LoopbackServer {
 public:
  explicit LoopbackServer(std::string answer) : answer_(std::move(answer)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto* any = reinterpret_cast<sockaddr*>(&address);
    EXPECT_EQ(::bind(listener_, any, size), 0);
    EXPECT_EQ(::listen(listener_, 8), 0);
    EXPECT_EQ(::getsockname(listener_, any, &size), 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { Serve(); });
  }
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;
  ~LoopbackServer() {
    done_ = true;
    thread_.join();
    ::close(listener_);
  }

  [[nodiscard]] std::string Url(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
  }
  [[nodiscard]] std::string request() const { return request_; }

 private:
  void Serve() {
    while (!done_) {
      pollfd waiting{.fd = listener_, .events = POLLIN, .revents = 0};
      if (::poll(&waiting, 1, 50) != 1) continue;
      const int client = ::accept(listener_, nullptr, nullptr);
      std::array<char, 4096> buffer{};
      const auto count = ::read(client, buffer.data(), buffer.size());
      if (count > 0) request_.assign(buffer.data(), static_cast<std::size_t>(count));
      while (answer_.empty() && !done_) std::this_thread::sleep_for(std::chrono::milliseconds(10));
      (void)!::send(client, answer_.data(), answer_.size(), MSG_NOSIGNAL);
      ::close(client);
    }
  }

  std::string answer_;
  std::string request_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> done_ = false;
  std::thread thread_;
};

std::string Response(const std::string& status, const std::string& body) {
  return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\n\r\n" + body;
}

#define SKIP_WITHOUT_LIBCURL() \
  if (!libcurl::Load()) GTEST_SKIP() << libcurl::Load().error().message

TEST(HttpTest, GivesStatusAndBody) {
  SKIP_WITHOUT_LIBCURL();
  LoopbackServer server(Response("200 OK", "{\"status\":\"healthy\"}"));
  const auto answer = FetchUrl(server.Url("/v1/health"), kLimit);
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->body, "{\"status\":\"healthy\"}");
  EXPECT_THAT(server.request(), HasSubstr("GET /v1/health HTTP/1.1"));
  EXPECT_THAT(server.request(), HasSubstr("User-Agent: hoglint"));
}

TEST(HttpTest, FollowsNoRedirect) {
  SKIP_WITHOUT_LIBCURL();
  LoopbackServer server("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
  const auto answer = FetchUrl(server.Url("/"), kLimit);
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(answer->status, 302);
}

TEST(HttpTest, GivesUpOnAHangingServer) {
  SKIP_WITHOUT_LIBCURL();
  LoopbackServer server("");
  const auto answer = FetchUrl(server.Url("/"), std::chrono::milliseconds(200));
  ASSERT_FALSE(answer);
  EXPECT_THAT(answer.error().message, HasSubstr("no answer came within"));
}

TEST(HttpTest, TakesNoEndlessAnswer) {
  SKIP_WITHOUT_LIBCURL();
  LoopbackServer server(Response("200 OK", std::string((std::size_t{1} << 20U) + 1, 'x')));
  const auto answer = FetchUrl(server.Url("/"), kLimit);
  ASSERT_FALSE(answer);
  EXPECT_THAT(answer.error().message, HasSubstr("longer than 1 MiB"));
}

TEST(HttpTest, SaysWhyNothingCame) {
  SKIP_WITHOUT_LIBCURL();
  for (const auto& [url, problem] : std::vector<std::pair<std::string, std::string>>{
           {"http://127.0.0.1:1/", "nothing answers there"},
           {"file:///etc/passwd", "no http:// or https:// URL"},
           {"ftp://127.0.0.1/", "no http:// or https:// URL"},
           {"http://", "no http:// or https:// URL"}}) {
    const auto answer = FetchUrl(url, kLimit);
    ASSERT_FALSE(answer) << url;
    EXPECT_THAT(answer.error().message, HasSubstr(problem)) << url;
  }
}

TEST(HttpTest, ShowsNoSecretOfAUrl) {
  EXPECT_EQ(ShownUrl("https://user:s3cret@api.example.com/v1/health?token=s3cret#s3cret"),
            "https://api.example.com/v1/health");
  EXPECT_EQ(ShownUrl("https://api.example.com/a@b"), "https://api.example.com/a@b");
  SKIP_WITHOUT_LIBCURL();
  const auto answer = FetchUrl("http://u:s3cret@127.0.0.1:1/?t=s3cret", kLimit);
  ASSERT_FALSE(answer);
  EXPECT_THAT(answer.error().message, Not(HasSubstr("s3cret")));
}

// The program is built without curl's headers.
TEST(LibcurlTest, ItsNumbersAreThoseOfTheHeader) {
  EXPECT_EQ(libcurl::kGlobalDefault, CURL_GLOBAL_DEFAULT);
  EXPECT_EQ(libcurl::kWriteData, static_cast<int>(CURLOPT_WRITEDATA));
  EXPECT_EQ(libcurl::kUrl, static_cast<int>(CURLOPT_URL));
  EXPECT_EQ(libcurl::kUserAgent, static_cast<int>(CURLOPT_USERAGENT));
  EXPECT_EQ(libcurl::kWriteFunction, static_cast<int>(CURLOPT_WRITEFUNCTION));
  EXPECT_EQ(libcurl::kNoSignal, static_cast<int>(CURLOPT_NOSIGNAL));
  EXPECT_EQ(libcurl::kTimeoutMs, static_cast<int>(CURLOPT_TIMEOUT_MS));
  EXPECT_EQ(libcurl::kProtocols, 181);  // CURLOPT_PROTOCOLS, deprecated in the header
  EXPECT_EQ(libcurl::kHttpAndHttps, static_cast<long>(CURLPROTO_HTTP | CURLPROTO_HTTPS));
  EXPECT_EQ(libcurl::kResponseCode, static_cast<int>(CURLINFO_RESPONSE_CODE));
  EXPECT_EQ(libcurl::kOk, static_cast<int>(CURLE_OK));
  EXPECT_EQ(libcurl::kUnsupportedProtocol, static_cast<int>(CURLE_UNSUPPORTED_PROTOCOL));
  EXPECT_EQ(libcurl::kMalformedUrl, static_cast<int>(CURLE_URL_MALFORMAT));
  EXPECT_EQ(libcurl::kNoSuchHost, static_cast<int>(CURLE_COULDNT_RESOLVE_HOST));
  EXPECT_EQ(libcurl::kCannotConnect, static_cast<int>(CURLE_COULDNT_CONNECT));
  EXPECT_EQ(libcurl::kWriteError, static_cast<int>(CURLE_WRITE_ERROR));
  EXPECT_EQ(libcurl::kTimedOut, static_cast<int>(CURLE_OPERATION_TIMEDOUT));
  EXPECT_EQ(libcurl::kTlsConnect, static_cast<int>(CURLE_SSL_CONNECT_ERROR));
  EXPECT_EQ(libcurl::kTlsCertificate, static_cast<int>(CURLE_PEER_FAILED_VERIFICATION));
}

}  // namespace
}  // namespace hoglint
