#include "import/import_desk.h"

#include "import/import_dialog.h"

#include <QClipboard>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QToolButton>
#include <QUrl>

namespace weekboard
{

OfferBar::OfferBar(const Appearance& appearance, QWidget* parent)
    : NoticeBar{appearance, parent}
    , compare_{add_button()}
    , pass_over_{add_button()}
{
    connect(compare_, &QToolButton::clicked, this, &OfferBar::compare_wanted);
    connect(pass_over_, &QToolButton::clicked, this, &OfferBar::pass_over_wanted);
    OfferBar::set_texts();
}

void OfferBar::show_offer(const QString& sentence)
{
    say(sentence);
    setVisible(!sentence.isEmpty());
}

void OfferBar::set_texts()
{
    compare_->setText(tr("Compare…"));
    compare_->setToolTip(tr("Show what these files would change before anything is written"));
    pass_over_->setText(tr("Not these"));
    pass_over_->setToolTip(tr("Do not offer them again unless they change"));
}

ImportDesk::ImportDesk(const PageContext& context, QWidget* window)
    : QObject{window}
    , context_{context}
    , window_{window}
    , bar_{new OfferBar{context.appearance}}
{
    connect(&folder_, &WatchedFolder::found, this, &ImportDesk::read_offer);
    connect(&reading_, &ExportJob::finished, this, &ImportDesk::on_read);
    connect(bar_, &OfferBar::compare_wanted, this, [this] { import_files(folder_.fresh()); });
    connect(bar_, &OfferBar::pass_over_wanted, this,
            [this] { folder_.pass_over(QStringList{folder_.fresh()}); });
}

bool ImportDesk::run_command(const std::string& id)
{
    if (id == "import") {
        choose_files();
    } else if (id == "import-clipboard") {
        import_clipboard();
    } else if (id == "watch-folder") {
        choose_folder();
    } else if (id == "stop-watching") {
        folder_.watch({});
        emit told(tr("No folder is watched any more."), false);
    } else {
        return false;
    }
    return true;
}

void ImportDesk::choose_files()
{
    import_files(context_.dialogs.files_to_read(
        window_, tr("Import files"),
        tr("Tables (*.csv *.txt *.xlsx *.xls *.html *.htm);;All files (*)")));
}

void ImportDesk::choose_folder()
{
    if (const auto folder = context_.dialogs.folder_to_write(
            window_, tr("A folder whose new files are offered"), folder_.path())) {
        folder_.watch(*folder);
        emit told(tr("New tables in %1 will be offered.").arg(*folder), false);
    }
}

void ImportDesk::import_files(const QStringList& files)
{
    if (files.isEmpty() || !usable_) {
        return;
    }
    auto* dialog = new ImportDialog{context_, files, window_};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::told, this, &ImportDesk::told);
    connect(dialog, &QDialog::accepted, this, [this, files] {
        QStringList offered;
        for (const QString& file : files) {
            if (folder_.fresh().contains(file)) {
                offered << file;
            }
        }
        if (!offered.isEmpty()) {
            folder_.pass_over(offered);
        }
    });
    dialog->open();
}

void ImportDesk::import_clipboard()
{
    const QMimeData* held = QGuiApplication::clipboard()->mimeData();
    if (const QStringList files = files_in(*held); !files.isEmpty()) {
        return import_files(files);
    }
    const bool is_page =
        held->hasHtml() && held->html().contains(QStringLiteral("<table"), Qt::CaseInsensitive);
    const QString text = is_page ? held->html() : held->text();
    if (text.trimmed().isEmpty()) {
        emit told(tr("The clipboard has no table."), true);
        return;
    }
    if (!pasted_) {
        pasted_.emplace();
    }
    QFile file{pasted_->filePath(is_page ? tr("clipboard") + QStringLiteral(".html")
                                         : tr("clipboard") + QStringLiteral(".txt"))};
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        emit told(file.errorString(), true);
        return;
    }
    file.close();
    import_files({file.fileName()});
}

QStringList ImportDesk::files_in(const QMimeData& dragged)
{
    QStringList files;
    for (const QUrl& url : dragged.urls()) {
        if (url.isLocalFile()) {
            files << url.toLocalFile();
        }
    }
    return files;
}

/// Files of the folder are read, so that the offer tells what they would change.
void ImportDesk::read_offer(const QStringList& files)
{
    reading_.cancel();
    if (files.isEmpty() || !usable_) {
        bar_->show_offer({});
        return;
    }
    reading_.start(context_.session.path(),
                   QStringList{QStringLiteral("import"), QStringLiteral("--json"),
                               QStringLiteral("--dry-run"), QStringLiteral("--")} +
                       files);
}

void ImportDesk::on_read(bool succeeded, const QString& said)
{
    const QStringList& files = folder_.fresh();
    if (files.isEmpty() || (!succeeded && said.isEmpty())) {
        return; // cancelled
    }
    QStringList names;
    for (const QString& file : files) {
        names << QFileInfo{file}.fileName();
    }
    constexpr qsizetype most_names = 3;
    if (names.size() > most_names) {
        names = names.first(most_names) << QStringLiteral("…");
    }
    const QString which = tr("New in the watched folder: %1").arg(names.join(QStringLiteral("、")));
    if (!succeeded) {
        bar_->show_offer(which + QStringLiteral("  ·  ") + said);
        return;
    }
    int fresh = 0;
    int changed = 0;
    const QJsonArray sheets =
        QJsonDocument::fromJson(said.toUtf8()).object()[QStringLiteral("files")].toArray();
    for (const auto sheet : sheets) {
        fresh += sheet[QStringLiteral("new")].toInt();
        changed += sheet[QStringLiteral("changed")].toInt();
    }
    bar_->show_offer(tr("%1  ·  %2 new figures, %3 changed").arg(which).arg(fresh).arg(changed));
}

} // namespace weekboard
