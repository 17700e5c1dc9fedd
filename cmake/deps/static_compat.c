/* What libgit2 asks of the C library and that library answers, in a statically linked program, by
 * loading plug-ins of the system's own version, which may be another: names of hosts, which hoglint
 * never looks up, and the home of a user whose environment has no HOME. Both are "not there" here.
 */
#include <netdb.h>
#include <pwd.h>
#include <stddef.h>

int getaddrinfo(const char* node, const char* service, const struct addrinfo* hints,
                struct addrinfo** result) {
  (void)node, (void)service, (void)hints;
  *result = NULL;
  return EAI_FAIL;
}

void freeaddrinfo(struct addrinfo* result) { (void)result; }

int getpwuid_r(uid_t user, struct passwd* entry, char* buffer, size_t size,
               struct passwd** result) {
  (void)user, (void)entry, (void)buffer, (void)size;
  *result = NULL;
  return 0;
}
