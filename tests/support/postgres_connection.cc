#include "tests/support/postgres_connection.h"

#include <libpq-fe.h>

#include <utility>

namespace hoglint::testing {
namespace {

std::string Trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text;
}

std::string Field(const PGresult* result, int code) {
  const char* value = PQresultErrorField(result, code);
  return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

std::string QueryResult::Scalar() const {
  if (rows.empty() || rows.front().empty()) return {};
  return rows.front().front().value_or("");
}

void Connection::Close::operator()(pg_conn* connection) const { PQfinish(connection); }

Result<Connection> Connection::Open(const std::string& conninfo) {
  std::unique_ptr<pg_conn, Close> connection(PQconnectdb(conninfo.c_str()));
  if (connection == nullptr) return Error{"libpq has no memory for a connection"};
  if (PQstatus(connection.get()) != CONNECTION_OK) {
    return Error{Trimmed(PQerrorMessage(connection.get()))};
  }
  // Notices ("relation exists, skipping") would only clutter a test's output.
  PQsetNoticeProcessor(
      connection.get(), [](void*, const char*) {}, nullptr);
  return Connection(std::move(connection));
}

QueryResult Connection::Read(pg_result* raw) const {
  const std::unique_ptr<PGresult, decltype(&PQclear)> result(raw, &PQclear);
  QueryResult read;
  const ExecStatusType status = PQresultStatus(result.get());
  if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH) {
    read.error = SqlError{"", "COPY from or to the client is not supported here"};
  } else if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE || result == nullptr) {
    read.error = SqlError{Field(result.get(), PG_DIAG_SQLSTATE),
                          Field(result.get(), PG_DIAG_MESSAGE_PRIMARY)};
    if (read.error->message.empty()) {
      read.error->message = Trimmed(PQerrorMessage(connection_.get()));
    }
  }
  const int columns = PQnfields(result.get());
  for (int c = 0; c < columns; ++c) read.columns.emplace_back(PQfname(result.get(), c));
  for (int r = 0; r < PQntuples(result.get()); ++r) {
    Row& row = read.rows.emplace_back();
    for (int c = 0; c < columns; ++c) {
      if (PQgetisnull(result.get(), r, c) != 0) {
        row.emplace_back();
      } else {
        row.emplace_back(PQgetvalue(result.get(), r, c));
      }
    }
  }
  return read;
}

QueryResult Connection::Exec(const std::string& sql) {
  return Read(PQexec(connection_.get(), sql.c_str()));
}

QueryResult Connection::Query(const std::string& sql, const Row& parameters) {
  std::vector<const char*> values;
  for (const auto& value : parameters) values.push_back(value ? value->c_str() : nullptr);
  return Read(PQexecParams(connection_.get(), sql.c_str(), static_cast<int>(values.size()), nullptr,
                           values.data(), nullptr, nullptr, 0));
}

std::optional<SqlError> Connection::Send(const std::string& sql) {
  if (PQsendQuery(connection_.get(), sql.c_str()) == 1) return std::nullopt;
  return SqlError{"", Trimmed(PQerrorMessage(connection_.get()))};
}

bool Connection::Busy() {
  if (PQconsumeInput(connection_.get()) == 0) return false;
  return PQisBusy(connection_.get()) != 0;
}

QueryResult Connection::Finish() {
  QueryResult last;
  while (PGresult* result = PQgetResult(connection_.get())) {
    QueryResult read = Read(result);
    if (last.error) continue;
    if (read.error || !read.columns.empty()) last = std::move(read);
    // libpq repeats the COPY state until the copy is ended, which nobody will do here.
    if (last.error && last.error->sqlstate.empty()) break;
  }
  return last;
}

int Connection::BackendPid() const { return PQbackendPID(connection_.get()); }

int Connection::ServerMajor() const { return PQserverVersion(connection_.get()) / 10000; }

}  // namespace hoglint::testing
