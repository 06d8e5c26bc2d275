#include "export/picture.h"
#include "export/png.h"
#include "publish/file_target.h"

#include <QImageReader>
#include <QProcess>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace weekboard;

namespace
{

Exhibit exhibit_with_title(const std::string& title)
{
    Exhibit exhibit;
    exhibit.number = 1;
    exhibit.id = "server-index";
    exhibit.title = title;
    exhibit.source = "来源：示例数据，非真实行情";
    Plot plot;
    plot.name = "服务器指数";
    plot.unit = "点";
    for (int i = 0; i < 300; ++i) {
        exhibit.x.push_back(make_date(2025, 1, 1) + std::chrono::days{i});
        plot.values.push_back(1000.0 + i % 50);
    }
    exhibit.plots.push_back(std::move(plot));
    return exhibit;
}

} // namespace

class PictureTest : public QObject
{
    Q_OBJECT

private slots:
    void profiles_are_read_by_name_and_by_size()
    {
        QCOMPARE(find_profile("slide-half")->width_px(), 1795);
        QCOMPARE(find_profile("slide-full")->height_px(), 1713);
        QCOMPARE(find_profile("12.5x8cm")->height_cm, 8.0);
        for (const char* wrong : {"", "x", "12x8", "x8cm", "12xcm", "3x8cm", "12x101cm", "-5x8cm",
                                  "nanx8cm", "infx8cm", "1e9x8cm"}) {
            QVERIFY2(!find_profile(wrong), wrong);
        }
    }

    void a_png_has_its_pixels_and_its_physical_size()
    {
        for (const ExportProfile& profile : export_profiles()) {
            const std::string png =
                encode_png(draw_image(exhibit_with_title("标题"), profile, RiseColor::red));
            const QImage image = QImage::fromData(QByteArray::fromStdString(png), "png");
            QCOMPARE(image.width(), profile.width_px());
            QCOMPARE(image.height(), profile.height_px());
            QCOMPARE(image.dotsPerMeterX(), 11811);
        }
    }

    void events_are_marked_where_they_are_wanted()
    {
        Exhibit exhibit = exhibit_with_title("标题");
        exhibit.events = {{exhibit.x[20], 20, "光通信大会"},
                          {exhibit.x[24], 24, "关税"},
                          {exhibit.x[28], 28, "第三件"},
                          {exhibit.x[290], 290, "财报"}};
        ExportProfile profile = *find_profile("slide-half");
        const Theme theme = picture_theme(profile, RiseColor::red);
        QVERIFY(!draw_svg(exhibit, profile, theme).contains("光通信大会"));
        const QRectF without = frame_of_picture(exhibit, profile, theme).area;
        profile.events = true;
        const QByteArray marked = draw_svg(exhibit, profile, theme);
        QVERIFY(marked.contains("财报"));
        QVERIFY(marked.contains("关税"));
        QVERIFY(!marked.contains("光通信大会")); // there is room for two rows of words
        QVERIFY(frame_of_picture(exhibit, profile, theme).area.top() > without.top());
        exhibit.events.assign(200, {exhibit.x[20], 20, std::string(4000, 'x')});
        QVERIFY(!draw_svg(exhibit, profile, theme).isEmpty());
    }

    void a_picture_is_light_whatever_the_screen_shows()
    {
        QPalette dark;
        dark.setColor(QPalette::Window, Qt::black);
        QApplication::setPalette(dark);
        const QImage image =
            draw_image(exhibit_with_title("标题"), export_profiles().front(), RiseColor::red);
        for (const QPoint corner :
             {QPoint{0, 0}, QPoint{image.width() - 1, 0}, QPoint{0, image.height() - 1},
              QPoint{image.width() - 1, image.height() - 1}}) {
            QCOMPARE(image.pixelColor(corner), QColor{Qt::white});
        }
    }

    void an_svg_is_well_formed_with_a_view_box_and_text_as_text()
    {
        const ExportProfile profile = *find_profile("slide-half");
        const QByteArray svg = draw_svg(exhibit_with_title("标题 <b>&amp;</b> \"上涨\""), profile,
                                        picture_theme(profile, RiseColor::red));
        QVERIFY(QSvgRenderer{svg}.isValid());
        QVERIFY(svg.contains("viewBox=\"0 0 574"));
        QVERIFY(svg.contains("width=\"152mm\" height=\"110mm\"") ||
                (svg.contains("width=\"152mm\"") && svg.contains("height=\"110mm\"")));
        QVERIFY(svg.contains("上涨"));
        QVERIFY(svg.contains("Noto Sans CJK SC"));
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x.svg"));
        replace_file(path.toStdString(), svg.toStdString());
        QCOMPARE(QProcess::execute(QStringLiteral("xmllint"), {QStringLiteral("--noout"), path}),
                 0);
    }

    void text_as_paths_asks_for_no_font()
    {
        ExportProfile profile = *find_profile("slide-half");
        profile.text_as_paths = true;
        const QByteArray svg =
            draw_svg(exhibit_with_title("标题"), profile, picture_theme(profile, RiseColor::red));
        QVERIFY(!svg.contains("<text"));
        QVERIFY(QSvgRenderer{svg}.isValid());
    }

    void without_a_background_the_corners_are_clear()
    {
        ExportProfile profile = *find_profile("report-column");
        profile.transparent = true;
        const std::string png =
            encode_png(draw_image(exhibit_with_title("标题"), profile, RiseColor::red));
        const QImage image = QImage::fromData(QByteArray::fromStdString(png), "png");
        QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
    }

    /// Qt's own text layer has radicals in place of common characters.
    void a_pdf_can_be_searched_in_chinese()
    {
        const ExportProfile profile = *find_profile("slide-half");
        const std::string title = "5G人力用户与工信部：长门 5G 户均";
        const std::string pdf =
            draw_picture(exhibit_with_title(title), profile, PictureFormat::pdf, RiseColor::red)();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x.pdf"));
        replace_file(path.toStdString(), pdf);
        QProcess process;
        process.start(QStringLiteral("pdftotext"), {path, QStringLiteral("-")});
        QVERIFY(process.waitForFinished());
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        QVERIFY2(text.contains(QString::fromStdString(title)), qPrintable(text));
        process.start(QStringLiteral("pdffonts"), {path});
        QVERIFY(process.waitForFinished());
        const QString fonts = QString::fromUtf8(process.readAllStandardOutput());
        const QRegularExpression embedded{QStringLiteral("\\syes\\s+(yes|no)\\s+yes\\s")};
        QVERIFY2(embedded.match(fonts).hasMatch(),
                 qPrintable(fonts)); // embedded, with a text layer
    }

    void names_follow_number_and_id()
    {
        const Exhibit exhibit = exhibit_with_title("a/b: 上涨?");
        QCOMPARE(file_stem(exhibit), std::string{"01-server-index"});
        QCOMPARE(file_stem(exhibit, "{number} {title} {week}"),
                 std::string{"01 a_b_ 上涨_ 1970-01-02"});
    }
};

QTEST_MAIN(PictureTest)
#include "picture_test.moc"
