#include "widgets/paragraph.h"

#include <QBuffer>
#include <QSvgGenerator>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace weekboard;

namespace
{

constexpr double width = 300;
constexpr int four_lines = 4;

/// A piece of text as it was drawn.
struct Drawn {
    double x = 0;
    double y = 0;
    bool bold = false;
    QString text;
};

std::vector<Drawn> drawn(const SetParagraph& paragraph, int lines)
{
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    QPainter painter{&svg};
    paragraph.draw(painter, {0, 0}, lines);
    painter.end();
    std::vector<Drawn> pieces;
    QXmlStreamReader xml{buffer.data()};
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement &&
            xml.name() == QStringLiteral("text")) {
            const QXmlStreamAttributes attributes = xml.attributes();
            pieces.push_back({attributes.value(QStringLiteral("x")).toDouble(),
                              attributes.value(QStringLiteral("y")).toDouble(),
                              attributes.value(QStringLiteral("font-weight")).toInt() > 400,
                              xml.readElementText()});
        }
    }
    return pieces;
}

QString words(const std::vector<Drawn>& pieces)
{
    QString text;
    for (const Drawn& piece : pieces) {
        text += piece.text;
    }
    return text.simplified();
}

/// How many different lines the pieces stand on.
std::size_t lines_of(const std::vector<Drawn>& pieces)
{
    std::vector<double> heights;
    for (const Drawn& piece : pieces) {
        heights.push_back(piece.y);
    }
    std::ranges::sort(heights);
    return heights.size() - std::ranges::unique(heights).size();
}

Theme theme()
{
    return screen_theme(false, RiseColor::red);
}

const QString long_body = QStringLiteral("订单可排至二〇二八年，").repeated(20);
const QString ellipsis = QStringLiteral("…");

} // namespace

class ParagraphTest : public QObject
{
    Q_OBJECT

private slots:
    void a_short_one_takes_a_line_and_is_drawn_whole()
    {
        const SetParagraph set{
            {QStringLiteral("光模块"), QStringLiteral("需求提速")}, theme(), width, four_lines};
        QCOMPARE(set.lines(), 1);
        QCOMPARE(set.height(), set.step());
        QCOMPARE(words(drawn(set, four_lines)), QStringLiteral("光模块 需求提速"));
    }

    void one_that_goes_on_ends_with_an_ellipsis_on_the_last_line_there_is_room_for()
    {
        const SetParagraph set{{QStringLiteral("光模块"), long_body}, theme(), width, four_lines};
        QCOMPARE(set.lines(), four_lines);
        for (int lines = 1; lines <= four_lines; ++lines) {
            const auto pieces = drawn(set, lines);
            QCOMPARE(lines_of(pieces), static_cast<std::size_t>(lines));
            QVERIFY(words(pieces).startsWith(QStringLiteral("光模块")));
            QVERIFY(words(pieces).endsWith(ellipsis));
        }
    }

    void one_that_fits_has_no_ellipsis()
    {
        const SetParagraph set{{{}, long_body.left(50)}, theme(), width, four_lines};
        QVERIFY(set.lines() > 1 && set.lines() < four_lines);
        QCOMPARE(words(drawn(set, four_lines)), long_body.left(50));
    }

    void the_body_of_a_cut_one_keeps_its_distance_from_the_first_words()
    {
        const SetParagraph set{{QStringLiteral("光模块"), long_body}, theme(), width, four_lines};
        const auto pieces = drawn(set, 1);
        const auto body = std::ranges::find(pieces, false, &Drawn::bold);
        QVERIFY(body != pieces.end());
        const double an_em_after_three = 4 * theme().body_size;
        QVERIFY(std::abs(body->x - an_em_after_three) <= 1);
    }

    void first_words_longer_than_a_line_are_cut_where_the_lines_end()
    {
        const SetParagraph set{{long_body, QStringLiteral("正文")}, theme(), width, four_lines};
        const auto first = drawn(set, 1);
        QVERIFY(words(first).endsWith(ellipsis));
        QVERIFY(words(first).size() < 30);
        const auto second = drawn(set, 2);
        QCOMPARE(lines_of(second), std::size_t{2});
        QVERIFY(words(second).endsWith(ellipsis));
        QVERIFY(words(second).size() > words(first).size());
    }

    void an_empty_one_is_nothing()
    {
        const SetParagraph set{{}, theme(), width, four_lines};
        QVERIFY(words(drawn(set, four_lines)).isEmpty());
    }
};

QTEST_MAIN(ParagraphTest)
#include "paragraph_test.moc"
