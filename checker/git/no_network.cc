// The network half of a statically linked libgit2, left out: hoglint never talks to a remote, and
// loading CA certificates and initialising SSH takes 10 ms of every start (measured). These are the
// entry points through which libgit2 1.5 reaches that half; see cmake/Git2.cmake.
#ifdef HOGLINT_GIT2_STATIC

namespace {

constexpr int kOk = 0;
constexpr int kError = -1;  // GIT_ERROR

}  // namespace

// Only the names matter to the linker: none of these is ever called with a remote, and the
// arguments are not looked at.
extern "C" {

bool git_http__expect_continue = false;

int git_mbedtls__set_cert_location(const char*, const char*) { return kOk; }
int git_mbedtls_stream_global_init() { return kOk; }
int git_mbedtls_stream_new(void**, const char*, const char*) { return kError; }
int git_mbedtls_stream_wrap(void**, void*, const char*) { return kError; }
int git_transport_ssh_global_init() { return kOk; }
int git_transport_ssh_with_paths(void**, void*, void*) { return kError; }
int git_smart_subtransport_ssh(void**, void*, void*) { return kError; }
int git_smart_subtransport_http(void**, void*, void*) { return kError; }
int git_transport_new(void**, void*, const char*) { return kError; }
void http_parser_url_init(void*) {}
int http_parser_parse_url(const char*, unsigned long, int, void*) { return 1; }

}  // extern "C"

#endif  // HOGLINT_GIT2_STATIC
