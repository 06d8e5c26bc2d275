#include "export/exhibit_export.h"

#include "activity.h"
#include "export/png.h"
#include "publish/csv_sheet.h"
#include "publish/file_target.h"
#include "publish/html_report.h"
#include "words/store_words.h"
#include "words/week_words.h"

#include <QClipboard>
#include <QDrag>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QStandardPaths>
#include <QToolButton>
#include <QUrl>

namespace weekboard
{

ExhibitExport::ExhibitExport(const Appearance& appearance, Dialogs& dialogs,
                             std::function<std::optional<Exhibit>()> shown)
    : appearance_{appearance}
    , dialogs_{dialogs}
    , shown_{std::move(shown)}
    , copy_{new QToolButton}
    , export_{new QToolButton}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(copy_);
    row->addWidget(export_);
    export_->setPopupMode(QToolButton::InstantPopup);
    export_->setMenu(new QMenu{export_});
    connect(copy_, &QToolButton::clicked, this, &ExhibitExport::copy_picture);
    set_texts();
}

ExhibitExport::~ExhibitExport()
{
    writing_.waitForDone();
}

void ExhibitExport::set_texts()
{
    copy_->setText(tr("Copy picture"));
    copy_->setToolTip(
        tr("Copy the chart as a picture for a slide (Ctrl+C), or its figures (Ctrl+Shift+C)"));
    export_->setText(tr("Export"));
    export_->setToolTip(tr("Write the chart as a picture of the right size for its place"));
    fill_menu();
}

void ExhibitExport::fill_menu()
{
    QMenu* menu = export_->menu();
    menu->clear();
    for (const PictureFormat format :
         {PictureFormat::png, PictureFormat::svg, PictureFormat::pdf}) {
        const QString name = from_utf8(to_string(format)).toUpper();
        menu->addSection(name);
        for (const ExportProfile& profile : export_profiles()) {
            const QString label = QStringLiteral("%1   %2   %3 × %4 cm")
                                      .arg(name, from_utf8(profile.name))
                                      .arg(profile.width_cm, 0, 'f', 1)
                                      .arg(profile.height_cm, 0, 'f', 1);
            connect(menu->addAction(label), &QAction::triggered, this,
                    [this, profile, format] { ask_and_export(profile, format); });
        }
    }
}

void ExhibitExport::copy_picture()
{
    const auto exhibit = shown_();
    if (!exhibit) {
        return;
    }
    const ExportProfile profile = find_profile("slide-half").value();
    auto* picture = new QMimeData;
    picture->setImageData(draw_image(*exhibit, profile, appearance_.rise_color()));
    picture->setData(QStringLiteral("image/svg+xml"),
                     draw_svg(*exhibit, profile, picture_theme(profile, appearance_.rise_color())));
    QGuiApplication::clipboard()->setMimeData(picture);
    emit told(tr("The picture is on the clipboard (%1).").arg(from_utf8(profile.name)), false);
}

void ExhibitExport::copy_figures()
{
    const auto exhibit = shown_();
    if (!exhibit) {
        return;
    }
    auto* figures = new QMimeData;
    figures->setHtml(QString::fromStdString(html_table(*exhibit)));
    figures->setText(QString::fromStdString(tab_separated(table_of(*exhibit))));
    QGuiApplication::clipboard()->setMimeData(figures);
    emit told(tr("The figures are on the clipboard."), false);
}

std::unique_ptr<QDrag> ExhibitExport::make_drag()
{
    const auto exhibit = shown_();
    if (!exhibit) {
        return nullptr;
    }
    if (!dragged_) {
        dragged_.emplace();
    }
    const ExportProfile profile = find_profile("slide-half").value();
    const QImage image = draw_image(*exhibit, profile, appearance_.rise_color());
    const QString path = dragged_->filePath(from_utf8(file_stem(*exhibit) + ".png"));
    try {
        replace_file(path.toStdString(), encode_png(image));
    } catch (const ExportError& error) {
        emit told(sentence_for(error), true);
        return nullptr;
    }
    auto content = std::make_unique<QMimeData>();
    content->setUrls({QUrl::fromLocalFile(path)});
    auto drag = std::make_unique<QDrag>(this);
    drag->setMimeData(content.release());
    constexpr int thumbnail = 220;
    drag->setPixmap(QPixmap::fromImage(image.scaledToWidth(thumbnail, Qt::SmoothTransformation)));
    return drag;
}

void ExhibitExport::drag_picture()
{
    if (auto drag = make_drag()) {
        drag.release()->exec(Qt::CopyAction); // Qt deletes it once it was dropped
    }
}

void ExhibitExport::ask_and_export(const ExportProfile& profile, PictureFormat format)
{
    const auto exhibit = shown_();
    if (!exhibit) {
        return;
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const auto path = dialogs_.file_to_write(
        this, tr("Export the chart"),
        QStringLiteral("%1/%2.%3")
            .arg(folder, from_utf8(file_stem(*exhibit)), from_utf8(to_string(format))));
    if (path) {
        export_to(*path, profile, format);
    }
}

void ExhibitExport::export_to(const QString& path, const ExportProfile& profile,
                              PictureFormat format)
{
    const auto exhibit = shown_();
    if (!exhibit) {
        return;
    }
    note_activity("export a chart");
    // Laying out needs this thread and takes milliseconds; encoding and writing do not.
    auto picture = draw_picture(*exhibit, profile, format, appearance_.rise_color());
    writing_.start([this, path, picture = std::move(picture)] {
        QString sentence = tr("The chart was written to %1.").arg(path);
        bool trouble = false;
        try {
            replace_file(path.toStdString(), picture());
        } catch (const ExportError& error) {
            trouble = true;
            sentence = sentence_for(error);
        }
        QMetaObject::invokeMethod(this,
                                  [this, sentence, trouble] { emit told(sentence, trouble); });
    });
}

void ExhibitExport::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        set_texts();
    }
    QWidget::changeEvent(event);
}

} // namespace weekboard
