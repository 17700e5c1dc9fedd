#include "lint/rule/time_text.h"

#include <fmt/format.h>

namespace hoglint {
namespace {

constexpr std::int64_t kMillisecondsPerDay = 86'400'000;
constexpr std::int64_t kEndOf9999 = 253'402'300'800'000;

struct Date {
  std::int64_t year = 1970;
  std::int64_t month = 1;
  std::int64_t day = 1;
};

// The proleptic Gregorian calendar, counted in years that begin on 1 March, so that the leap day is
// the last one.
Date DateOfDay(std::int64_t days_since_1970) {
  constexpr std::int64_t kDaysTo1970 = 719'468;  // from 1 March of the year 0
  constexpr std::int64_t kDaysPerEra = 146'097;  // 400 years
  const std::int64_t days = days_since_1970 + kDaysTo1970;
  const std::int64_t era = days / kDaysPerEra;
  const std::int64_t day_of_era = days % kDaysPerEra;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  return {.year = year_of_era + era * 400 + (month <= 2 ? 1 : 0),
          .month = month,
          .day = day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

}  // namespace

std::string TimeText(std::int64_t milliseconds) {
  if (milliseconds < 0 || milliseconds >= kEndOf9999) return fmt::format("{}", milliseconds);
  const Date date = DateOfDay(milliseconds / kMillisecondsPerDay);
  const std::int64_t second = milliseconds % kMillisecondsPerDay / 1000;
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02} UTC", date.year, date.month, date.day,
                     second / 3600, second / 60 % 60, second % 60);
}

std::string WhenText(std::int64_t milliseconds) {
  return fmt::format("{} ({})", milliseconds, TimeText(milliseconds));
}

}  // namespace hoglint
