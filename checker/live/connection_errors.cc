#include "checker/live/connection_errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hoglint {
namespace {

// Words of libpq or of the server, in English as libpq speaks without a locale, and what they mean.
struct Meaning {
  std::string_view words;
  std::string_view sentence;
};

struct StateMeaning {
  std::string_view sqlstate;
  std::string_view sentence;
};

// The first that is met counts: a message of several addresses holds several.
constexpr std::array<Meaning, 34> kConnectMeanings{{
    {"password authentication failed",
     "the server refuses the password, or has no such role (it does not tell which)"},
    {"no password supplied", "the server wants a password, and none was given"},
    {"SCRAM authentication", "the server refuses the password"},
    {"authentication failed", "the server does not let this role in"},
    {"no pg_hba.conf entry",
     "the server's pg_hba.conf lets this role in neither from here nor like this (a server that "
     "wants TLS says so too)"},
    {"is not permitted to log in", "this role may not log in"},
    {"permission denied for database", "this role may not connect to that database"},
    {"unsupported startup parameter",
     "the pooler in between refuses a parameter of the connection string; take it out, or connect "
     "to the server itself"},
    {"no such database", "the pooler in between knows no such database"},
    {"bouncer config error", "the pooler in between knows no such database or role"},
    {"pgbouncer", "the pooler in between could not reach the server"},
    {"certificate", "TLS: the server's certificate was not accepted"},
    {"does not support SSL", "TLS: the connection string asks for it, and the server has none"},
    {"sslmode", "TLS: the connection string's sslmode is none that libpq knows"},
    {"SSL", "TLS: no encrypted connection came to be"},
    {"timeout expired", "no answer in time: the server, or a firewall in between, is silent"},
    {"Connection timed out", "no answer in time: the server, or a firewall in between, is silent"},
    {"Connection refused", "nothing listens there: the server is down, or host and port are wrong"},
    {"No such file or directory",
     "nothing listens at that socket: the server is down, or host and port are wrong"},
    {"could not translate host name", "that host name leads nowhere"},
    {"Network is unreachable", "there is no way to that host"},
    {"No route to host", "there is no way to that host"},
    {"too many clients", "the server has no connection left"},
    {"too many connections", "the server has no connection left for this role or database"},
    {"remaining connection slots", "the server has no connection left"},
    {"is starting up", "the server is starting up"},
    {"is shutting down", "the server is shutting down"},
    {"in recovery mode", "the server is recovering from a crash"},
    {"not yet accepting connections", "the server is starting up"},
    {"definition of service", "there is no service of that name in libpq's service files"},
    {"service file", "libpq's service file cannot be read"},
    {"role \"", "there is no such role"},
    {"database \"", "there is no such database"},
    {"server closed the connection", "the server hung up, or it is none of PostgreSQL's"},
}};

// Refusals that one SQLSTATE tells, in the languages of all servers.
constexpr std::array<StateMeaning, 4> kRefusals{{
    {"28P01", "the server refuses the password, or has no such role (it does not tell which)"},
    {"3D000", "there is no such database"},
    {"42501", "this role may not connect to that database"},
    {"53300", "the server has no connection left, or none for this role or database"},
}};

// Those that stand for several: the first of the words that is in the text, else the sentence.
struct VagueRefusal {
  std::string_view sqlstate;
  std::array<Meaning, 4> words;
  std::string_view sentence;
};
constexpr std::array<VagueRefusal, 2> kVagueRefusals{{
    {"28000",
     {{{"pg_hba.conf",
        "the server's pg_hba.conf lets this role in neither from here nor like this (a server that "
        "wants TLS says so too)"},
       {"is not permitted to log in", "this role may not log in"},
       {"does not exist", "there is no such role"},
       {"authentication failed", "the server does not let this role in"}}},
     "the server does not let this role in: it does not exist, or it may not log in"},
    {"57P03",
     {{{"is shutting down", "the server is shutting down"},
       {"in recovery mode", "the server is recovering from a crash"},
       {"is starting up", "the server is starting up"},
       {"not yet accepting connections", "the server is starting up"}}},
     "the server is starting up, shutting down or recovering from a crash"},
}};

constexpr std::array<StateMeaning, 9> kStateMeanings{{
    {"57014", "the server took too long (statement_timeout)"},
    {"55P03", "somebody holds a lock on it for too long (lock_timeout)"},
    {"42501", "this role may not read it"},
    {"57P01", "the server was shut down, or it ended the session"},
    {"57P02", "the server crashed"},
    {"25006", "the server refused to write: hoglint only reads, this is a mistake of hoglint's"},
    {"26000",
     "the pooler in between changed the server under the session; connect to the server itself"},
    {"40001", "the standby was too busy replaying to answer; ask again, or ask the primary"},
    {"08P01",
     "the pooler in between does not pass this on; connect to the server itself (a pooler in "
     "transaction mode is fine, one in statement mode is not)"},
}};

std::string Encoded(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~").find(c) != std::string_view::npos;
    encoded += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

void Replace(std::string& text, std::string_view secret) {
  if (secret.empty()) return;
  for (std::size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at)) {
    text.replace(at, secret.size(), "***");
    at += 3;
  }
}

// "why: the server's words", without what every message begins with.
std::string WithWords(std::string_view sentence, std::string_view words) {
  return fmt::format("{} ({})", sentence, words);
}

}  // namespace

std::string Scrubbed(std::string_view text, const std::vector<std::string>& secrets) {
  std::string scrubbed(text);
  for (const std::string& secret : secrets) {
    Replace(scrubbed, secret);
    Replace(scrubbed, Encoded(secret));
  }
  while (!scrubbed.empty() && (scrubbed.back() == '\n' || scrubbed.back() == ' ')) {
    scrubbed.pop_back();
  }
  for (std::size_t at = scrubbed.find('\n'); at != std::string::npos; at = scrubbed.find('\n')) {
    std::size_t end = at + 1;
    while (end < scrubbed.size() && (scrubbed[end] == '\t' || scrubbed[end] == ' ')) ++end;
    scrubbed.replace(at, end - at, "; ");
  }
  return scrubbed;
}

// "FATAL:  28P01: words", where FATAL may be another language's.
std::string_view SqlStateOfRefusal(std::string_view verbose) {
  constexpr std::string_view kBefore = ":  ";
  constexpr std::size_t kLength = 5;
  for (std::size_t at = verbose.find(kBefore); at != std::string_view::npos;
       at = verbose.find(kBefore, at + 1)) {
    const std::string_view rest = verbose.substr(at + kBefore.size());
    if (rest.substr(std::min(kLength, rest.size()), 2) != ": ") continue;
    const std::string_view state = rest.substr(0, kLength);
    const auto valid = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
    if (std::ranges::all_of(state, valid)) return state;
  }
  return {};
}

std::string DescribeConnectFailure(std::string_view sqlstate, std::string_view text) {
  for (const StateMeaning& refusal : kRefusals) {
    if (refusal.sqlstate == sqlstate) return WithWords(refusal.sentence, text);
  }
  for (const VagueRefusal& refusal : kVagueRefusals) {
    if (refusal.sqlstate != sqlstate) continue;
    for (const Meaning& meaning : refusal.words) {
      if (text.find(meaning.words) != std::string_view::npos) {
        return WithWords(meaning.sentence, text);
      }
    }
    return WithWords(refusal.sentence, text);
  }
  for (const Meaning& meaning : kConnectMeanings) {
    if (text.find(meaning.words) != std::string_view::npos) {
      return WithWords(meaning.sentence, text);
    }
  }
  return WithWords("no session came to be", text);
}

std::string DescribeQueryFailure(std::string_view sqlstate, std::string_view text) {
  if (text.find("statement pooling mode") != std::string_view::npos) sqlstate = "08P01";
  for (const StateMeaning& meaning : kStateMeanings) {
    if (meaning.sqlstate == sqlstate) return WithWords(meaning.sentence, text);
  }
  if (sqlstate.empty()) return WithWords("the connection broke", text);
  return fmt::format("{} ({})", text, sqlstate);
}

std::string WithoutUrlParameter(std::string_view url, std::string_view name) {
  const std::size_t question = url.find('?');
  if (question == std::string_view::npos) return std::string(url);
  std::string result(url.substr(0, question));
  char glue = '?';
  std::string_view rest = url.substr(question + 1);
  while (!rest.empty()) {
    const std::size_t end = rest.find('&');
    const std::string_view part = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (part.substr(0, part.find('=')) == name) continue;
    result += glue;
    result += part;
    glue = '&';
  }
  return result;
}

}  // namespace hoglint
