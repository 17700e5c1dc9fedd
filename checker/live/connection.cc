#include "checker/live/connection.h"

#include <fmt/format.h>
#include <poll.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <utility>

#include "checker/live/connection_errors.h"
#include "checker/live/libpq.h"

namespace hoglint {
namespace {

using Clock = std::chrono::steady_clock;

// The server ends a statement by itself; this much later nobody waits for a server that is silent.
constexpr std::chrono::seconds kGrace{5};
// Whoever was refused faster than that can ask again.
constexpr std::chrono::seconds kSoonRefused{2};
// Parameters that other drivers take and libpq refuses; more than that is no URL.
constexpr int kMostForeignParameters = 32;

struct Finish {
  const libpq::Functions* pq;
  void operator()(libpq::Connection* connection) const { pq->finish(connection); }
};
using Handle = std::unique_ptr<libpq::Connection, Finish>;

struct Clear {
  const libpq::Functions* pq;
  void operator()(libpq::Rows* rows) const { pq->clear(rows); }
};
using RowsHandle = std::unique_ptr<libpq::Rows, Clear>;

std::string OrEmpty(const char* text) { return text == nullptr ? std::string() : text; }

class LibpqDatabase : public Database {
 public:
  LibpqDatabase(const libpq::Functions* pq, Handle connection, std::vector<std::string> secrets,
                std::chrono::seconds patience)
      : pq_(pq),
        connection_(std::move(connection)),
        secrets_(std::move(secrets)),
        patience_(patience) {}

  [[nodiscard]] Result<QueryRows> Read(const DatabaseQuery& query) override {
    if (broken_)
      return Error{fmt::format("cannot read {}: an earlier query failed", query.purpose)};
    auto rows = Ask(query);
    broken_ = !rows.has_value();
    return rows;
  }
  [[nodiscard]] std::string Shown() const override;
  [[nodiscard]] int ServerVersion() const override {
    return pq_->server_version(connection_.get());
  }

 private:
  [[nodiscard]] Result<QueryRows> Ask(const DatabaseQuery& query);
  // False: the time is up.
  [[nodiscard]] bool WaitForResult() const;
  [[nodiscard]] Error Failure(const DatabaseQuery& query, const libpq::Rows* rows) const;
  [[nodiscard]] QueryRows Copy(const libpq::Rows& rows) const;

  const libpq::Functions* pq_;
  Handle connection_;
  std::vector<std::string> secrets_;
  std::chrono::seconds patience_;
  bool broken_ = false;
};

// A host that begins with a slash is the folder of a socket.
std::string LibpqDatabase::Shown() const {
  const std::string host = OrEmpty(pq_->host(connection_.get()));
  const std::string where = host.empty() || host.front() == '/'
                                ? fmt::format("socket {}", host)
                                : fmt::format("{}:{}", host, OrEmpty(pq_->port(connection_.get())));
  return fmt::format("database {} on {}", OrEmpty(pq_->database(connection_.get())), where);
}

bool LibpqDatabase::WaitForResult() const {
  const Clock::time_point end = Clock::now() + patience_ + kGrace;
  while (pq_->busy(connection_.get()) != 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    if (left.count() <= 0) return false;
    struct ::pollfd ready {
      pq_->socket(connection_.get()), POLLIN, 0
    };
    if (::poll(&ready, 1, static_cast<int>(left.count())) == 0) return false;
    if (pq_->consume(connection_.get()) == 0) return true;  // the result is then an error
  }
  return true;
}

Error LibpqDatabase::Failure(const DatabaseQuery& query, const libpq::Rows* rows) const {
  const std::string sqlstate =
      rows == nullptr ? "" : OrEmpty(pq_->result_field(rows, libpq::kDiagSqlState));
  std::string text = rows == nullptr ? "" : OrEmpty(pq_->result_field(rows, libpq::kDiagPrimary));
  if (text.empty()) text = OrEmpty(pq_->error(connection_.get()));
  return Error{fmt::format("cannot read {} of {}: {}", query.purpose, Shown(),
                           DescribeQueryFailure(sqlstate, Scrubbed(text, secrets_)))};
}

QueryRows LibpqDatabase::Copy(const libpq::Rows& rows) const {
  QueryRows copy;
  const int columns = pq_->column_count(&rows);
  for (int column = 0; column < columns; ++column) {
    copy.columns.push_back(OrEmpty(pq_->column_name(&rows, column)));
  }
  const int count = pq_->row_count(&rows);
  copy.rows.resize(static_cast<std::size_t>(count));
  for (int row = 0; row < count; ++row) {
    std::vector<SqlValue>& cells = copy.rows[static_cast<std::size_t>(row)];
    cells.reserve(static_cast<std::size_t>(columns));
    for (int column = 0; column < columns; ++column) {
      if (pq_->is_null(&rows, row, column) != 0) {
        cells.emplace_back();
      } else {
        cells.emplace_back(
            std::string(pq_->value(&rows, row, column),
                        static_cast<std::size_t>(pq_->value_length(&rows, row, column))));
      }
    }
  }
  return copy;
}

// Not with PQexec, which waits for ever when the other side is gone without a word.
Result<QueryRows> LibpqDatabase::Ask(const DatabaseQuery& query) {
  std::vector<const char*> values;
  for (const SqlValue& value : query.parameters) values.push_back(value ? value->c_str() : nullptr);
  if (pq_->send(connection_.get(), query.sql.c_str(), static_cast<int>(values.size()), nullptr,
                values.data(), nullptr, nullptr, 0) == 0) {
    return Failure(query, nullptr);
  }
  std::optional<Result<QueryRows>> answer;
  while (true) {
    if (!WaitForResult()) {
      return Error{fmt::format("cannot read {} of {}: the server has been silent for {} seconds",
                               query.purpose, Shown(), (patience_ + kGrace).count())};
    }
    const RowsHandle rows(pq_->result(connection_.get()), Clear{pq_});
    if (rows == nullptr) break;
    const int status = pq_->result_status(rows.get());
    const bool good = status == libpq::kTuplesOk || status == libpq::kCommandOk;
    if (!answer || answer->has_value()) {
      if (good) {
        answer = Copy(*rows);
      } else {
        answer = Failure(query, rows.get());
      }
    }
  }
  if (!answer) return Failure(query, nullptr);
  return *std::move(answer);
}

// What must not be printed: passwords of the connection string.
std::vector<std::string> SecretsIn(const libpq::Option* options) {
  std::vector<std::string> secrets;
  for (const libpq::Option* option = options; option->keyword != nullptr; ++option) {
    const std::string_view keyword = option->keyword;
    if ((keyword == "password" || keyword == "sslpassword") && option->value != nullptr) {
      secrets.emplace_back(option->value);
    }
  }
  return secrets;
}

// The parameter that libpq's text complains about; empty: it says something else.
std::string ForeignParameter(std::string_view text) {
  constexpr std::string_view kBegin = "invalid URI query parameter: \"";
  const std::size_t at = text.find(kBegin);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = text.substr(at + kBegin.size());
  return std::string(rest.substr(0, rest.find('"')));
}

struct ConnectionString {
  std::string text;
  std::vector<std::string> secrets;
};

// A password with an @, / or ? that is not written as %40, %2F, %3F: libpq would take the rest of
// it for a host or a port, and its messages would tell it.
bool HasLooseCharacters(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return false;
  const std::string_view rest = url.substr(scheme + 3);
  const std::size_t at = rest.find('@');
  if (at == std::string_view::npos) return false;
  return rest.find_first_of("/?") < at || rest.find('@', at + 1) != std::string_view::npos;
}

// libpq's own words on a broken string may hold any part of it, so that none of them is told.
Result<ConnectionString> ReadConnectionString(const libpq::Functions& pq,
                                              const ConnectionRequest& request) {
  ConnectionString result{request.url, {}};
  const bool readable = !request.url.empty() && !HasLooseCharacters(request.url);
  for (int tries = 0; tries < kMostForeignParameters && readable; ++tries) {
    char* error = nullptr;
    libpq::Option* options = pq.parse(result.text.c_str(), &error);
    const std::string foreign = ForeignParameter(error == nullptr ? "" : error);
    if (error != nullptr) pq.free_memory(error);
    if (options != nullptr) {
      result.secrets = SecretsIn(options);
      pq.free_options(options);
      return result;
    }
    std::string shorter = foreign.empty() ? result.text : WithoutUrlParameter(result.text, foreign);
    if (shorter == result.text) break;
    result.text = std::move(shorter);
  }
  if (request.url.empty()) return result;
  return Error{fmt::format(
      "{} is no connection string that libpq understands: it is a URL, postgresql://USER:PASSWORD@"
      "HOST:PORT/DATABASE, where other characters than letters and digits are written as %40, or "
      "pairs like host=HOST dbname=DATABASE",
      request.given_by)};
}

Handle Open(const libpq::Functions& pq, const ConnectionRequest& request,
            const ConnectionString& string) {
  const std::string seconds = fmt::format("{}", request.connect_seconds);
  std::vector<const char*> keywords;
  std::vector<const char*> values;
  const auto add = [&](const char* keyword, const char* value) {
    keywords.push_back(keyword);
    values.push_back(value);
  };
  // The string beats what comes before it, and what comes after beats the string.
  if (std::getenv("PGCONNECT_TIMEOUT") == nullptr) add("connect_timeout", seconds.c_str());
  if (!string.text.empty()) add("dbname", string.text.c_str());
  add("application_name", "hoglint");
  add("client_encoding", "UTF8");
  add(nullptr, nullptr);
  return Handle(pq.connect(keywords.data(), values.data(), 1), Finish{&pq});
}

// Why the server refuses, as its SQLSTATE: its words are in the language of its lc_messages. libpq
// before 18 has no other way to it than the verbose text, which can be asked for only once there is
// a connection, refused or not: so it knocks a second time. Empty: somebody else failed, or slowly.
std::string AskWhyRefused(const libpq::Functions& pq, libpq::Connection* connection,
                          Clock::duration first) {
  if (first > kSoonRefused) return {};
  const int verbosity = pq.set_verbosity(connection, libpq::kVerbose);
  pq.reset(connection);
  pq.set_verbosity(connection, verbosity);
  return std::string(SqlStateOfRefusal(OrEmpty(pq.error(connection))));
}

// The transaction, and what holds in it alone: also behind a pooler that gives every transaction
// another server.
std::optional<Error> Begin(Database& database, const ConnectionRequest& request) {
  const DatabaseQuery begin{"the schema",
                            "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"};
  if (auto done = database.Read(begin); !done) return done.error();
  const DatabaseQuery settings{
      "the schema",
      "SELECT pg_catalog.set_config('statement_timeout', $1, true),"
      " pg_catalog.set_config('lock_timeout', $2, true),"
      " pg_catalog.set_config('search_path', 'pg_catalog', true),"
      " pg_catalog.set_config('quote_all_identifiers', 'off', true)",
      {fmt::format("{}s", request.statement_seconds), fmt::format("{}s", request.lock_seconds)}};
  if (auto done = database.Read(settings); !done) return done.error();
  return std::nullopt;
}

}  // namespace

Result<std::unique_ptr<Database>> ConnectToDatabase(const ConnectionRequest& request) {
  const auto pq = libpq::Load();
  if (!pq) return pq.error();
  auto string = ReadConnectionString(**pq, request);
  if (!string) return string.error();
  const Clock::time_point begin = Clock::now();
  Handle connection = Open(**pq, request, *string);
  if (connection == nullptr) return Error{"cannot connect to the database: out of memory"};
  string->secrets.push_back(OrEmpty((*pq)->password(connection.get())));
  string->secrets.push_back(string->text);
  if ((*pq)->status(connection.get()) != libpq::kConnectionOk) {
    const std::string text = Scrubbed(OrEmpty((*pq)->error(connection.get())), string->secrets);
    const std::string sqlstate = AskWhyRefused(**pq, connection.get(), Clock::now() - begin);
    if ((*pq)->status(connection.get()) != libpq::kConnectionOk) {
      return Error{fmt::format("cannot connect to the database of {}: {}", request.given_by,
                               DescribeConnectFailure(sqlstate, text))};
    }
  }
  std::unique_ptr<Database> database =
      std::make_unique<LibpqDatabase>(*pq, std::move(connection), std::move(string->secrets),
                                      std::chrono::seconds(request.statement_seconds));
  if (auto error = Begin(*database, request)) return *std::move(error);
  return database;
}

}  // namespace hoglint
