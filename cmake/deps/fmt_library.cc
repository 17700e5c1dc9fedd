// fmt compiled once. Debian ships it as headers and as a shared library alone, and its header-only
// form leaves a copy of the printing of floating-point numbers in every object that formats (1.9 MB
// of the executable, measured). The explicit instantiations are the templates that fmt's headers
// declare as being in its library; one that is missing is an error of the linker.
#include <fmt/format-inl.h>

namespace fmt {
inline namespace v9 {
namespace detail {

template dragonbox::decimal_fp<float> dragonbox::to_decimal(float number) noexcept;
template dragonbox::decimal_fp<double> dragonbox::to_decimal(double number) noexcept;
template locale_ref::locale_ref(const std::locale& locale);
template std::locale locale_ref::get<std::locale>() const;
template thousands_sep_result<char> thousands_sep_impl(locale_ref locale);
template char decimal_point_impl(locale_ref locale);
template void buffer<char>::append(const char* begin, const char* end);
template void vformat_to(buffer<char>& out, string_view format,
                         basic_format_args<buffer_context<char>> arguments, locale_ref locale);

}  // namespace detail
}  // namespace v9
}  // namespace fmt
