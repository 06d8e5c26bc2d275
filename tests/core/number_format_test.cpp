#include "series/number_format.h"
#include "support/catch.h"

#include <cmath>

using namespace weekboard;

TEST_CASE("numbers are grouped, signed and rounded as they are read")
{
    CHECK(format_number(9652.4, 2) == "9,652.40");
    CHECK(format_number(1234567, 0) == "1,234,567");
    CHECK(format_number(-1.7, 1) == "−1.7");
    CHECK(format_number(10.06, 2, Sign::always) == "+10.06");
    CHECK(format_number(0, 2, Sign::always) == "0.00");
    CHECK(format_number(-0.001, 2) == "0.00");
    CHECK(format_number(2.675, 2) == "2.68");
    CHECK(format_number(std::nan(""), 2) == "–");
    CHECK(format_percent(-16.2, 1) == "−16.2%");
}

TEST_CASE("Chinese units that count in 万 and 亿 become mn and bn without losing a digit")
{
    const Quantity zh = format_quantity(12.35, "亿户", 2, Language::chinese);
    CHECK(zh.number == "12.35");
    CHECK(zh.unit == "亿户");
    const Quantity en = format_quantity(12.35, "亿户", 2, Language::english);
    CHECK(en.number == "1.235");
    CHECK(en.unit == "bn");
    CHECK(format_quantity(490.9, "万个", 1, Language::english).number == "4.909");
    CHECK(format_quantity(2904, "亿元", 0, Language::english).number == "290.4");
    CHECK(format_quantity(5, "furlong", 0, Language::english).unit == "furlong");
}

TEST_CASE("a unit has a name in both languages")
{
    CHECK(unit_name("亿户", Language::chinese) == "亿户");
    CHECK(unit_name("亿户", Language::english) == "100m");
    CHECK(unit_name("点", Language::english) == "pts");
}

TEST_CASE("a number is read whole or not at all")
{
    CHECK(parse_number("-1.7") == -1.7);
    CHECK(parse_number("+3") == 3.0);
    CHECK(parse_number("1e3") == 1000.0);
    CHECK(std::isinf(parse_number("inf").value()));
    CHECK(std::isinf(parse_number("1e999").value()));
    for (const char* wrong : {"", "abc", "1.2x", "1,234", "+-1", "0x10", " 1"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_number(wrong));
    }
}
