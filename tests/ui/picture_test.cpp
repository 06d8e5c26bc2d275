#include "export/picture.h"

#include <QImageReader>
#include <QProcess>
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
        QCOMPARE(find_profile("slide-half")->width_px(300), 1795);
        QCOMPARE(find_profile("slide-full")->height_px(300), 1713);
        QCOMPARE(find_profile("12.5x8cm")->height_cm, 8.0);
        for (const char* wrong : {"", "x", "12x8", "x8cm", "12xcm", "3x8cm", "12x101cm", "-5x8cm",
                                  "nanx8cm", "infx8cm", "1e9x8cm"}) {
            QVERIFY2(!find_profile(wrong), wrong);
        }
    }

    void a_png_has_its_pixels_and_its_physical_size()
    {
        for (const ExportProfile& profile : export_profiles()) {
            const QByteArray png =
                encode_png(draw_image(exhibit_with_title("标题"), profile, 300, RiseColor::red));
            const QImage image = QImage::fromData(png, "png");
            QCOMPARE(image.width(), profile.width_px(300));
            QCOMPARE(image.height(), profile.height_px(300));
            QCOMPARE(image.dotsPerMeterX(), 11811);
        }
    }

    void a_picture_is_light_whatever_the_screen_shows()
    {
        QPalette dark;
        dark.setColor(QPalette::Window, Qt::black);
        QApplication::setPalette(dark);
        const QImage image =
            draw_image(exhibit_with_title("标题"), export_profiles().front(), 96, RiseColor::red);
        for (const QPoint corner :
             {QPoint{0, 0}, QPoint{image.width() - 1, 0}, QPoint{0, image.height() - 1},
              QPoint{image.width() - 1, image.height() - 1}}) {
            QCOMPARE(image.pixelColor(corner), QColor{Qt::white});
        }
    }

    void an_svg_is_well_formed_with_a_view_box_and_text_as_text()
    {
        const QByteArray svg = draw_svg(exhibit_with_title("标题 <b>&amp;</b> \"上涨\""),
                                        *find_profile("slide-half"), RiseColor::red);
        QVERIFY(QSvgRenderer{svg}.isValid());
        QVERIFY(svg.contains("viewBox=\"0 0 574"));
        QVERIFY(svg.contains("width=\"152mm\" height=\"110mm\"") ||
                (svg.contains("width=\"152mm\"") && svg.contains("height=\"110mm\"")));
        QVERIFY(svg.contains("上涨"));
        QVERIFY(svg.contains("Noto Sans CJK SC"));
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x.svg"));
        write_file(path, svg);
        QCOMPARE(QProcess::execute(QStringLiteral("xmllint"), {QStringLiteral("--noout"), path}),
                 0);
    }

    void a_failed_export_leaves_the_old_file()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("there.png"));
        write_file(path, "old");
        QVERIFY_EXCEPTION_THROWN(write_file(path + QStringLiteral("/below.png"), "new"),
                                 ExportError);
        QFile file{path};
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray{"old"});
    }

    void names_follow_number_and_id()
    {
        QCOMPARE(file_name(exhibit_with_title(""), PictureFormat::svg),
                 QStringLiteral("01-server-index.svg"));
    }
};

QTEST_MAIN(PictureTest)
#include "picture_test.moc"
