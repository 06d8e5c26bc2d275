#include "export/publish_menu.h"

#include "exhibit/resolve.h"
#include "exhibit/spec_library.h"
#include "export/export_dialog.h"
#include "export/letterhead_dialog.h"
#include "words/week_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QStandardPaths>

namespace weekboard
{

PublishMenu::PublishMenu(const Appearance& appearance, StoreSession& session, Dialogs& dialogs,
                         std::function<Week()> shown_week)
    : appearance_{appearance}
    , session_{session}
    , dialogs_{dialogs}
    , shown_week_{std::move(shown_week)}
{
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu{this});
    connect(&job_, &ExportJob::finished, this, [this](bool succeeded, const QString& said) {
        setEnabled(true);
        if (succeeded) {
            show_outcome(QJsonDocument::fromJson(said.toUtf8()).object());
        } else if (!said.isEmpty()) {
            emit told(said, true);
        }
    });
}

void PublishMenu::set_texts()
{
    setText(tr("Export"));
    setToolTip(tr("The week as pictures, sheets, slides or a report"));
    QMenu* all = menu();
    all->clear();
    const auto add = [&](const QString& label, auto action) {
        connect(all->addAction(label), &QAction::triggered, this, action);
    };
    add(tr("Pictures and sheets…\tCtrl+E"), [this] { export_exhibits(); });
    all->addSeparator();
    add(tr("Slides…"), [this] { make_deck(false); });
    add(tr("Slides on a template…"), [this] { make_deck(true); });
    add(tr("Bring slides up to date…"), [this] { refresh_deck(); });
    all->addSeparator();
    add(tr("Report as PDF…"), [this] { make_report(QStringLiteral("pdf")); });
    add(tr("Report as a page…"), [this] { make_report(QStringLiteral("html")); });
    all->addSeparator();
    add(tr("Letterhead…"), [this] { edit_letterhead(); });
}

void PublishMenu::export_exhibits()
{
    const Week week = shown_week_();
    session_.read(
        this,
        [week, language = appearance_.language()](SQLite::Database& database) {
            return resolve(database, stored_specs(database).specs, {week, week.sunday(), language});
        },
        [this](std::vector<Exhibit> exhibits) {
            auto* dialog = new ExportDialog{appearance_, dialogs_, session_.path(),
                                            std::move(exhibits), window()};
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &ExportDialog::told, this, &PublishMenu::told);
            dialog->open();
        });
}

QString PublishMenu::suggested(const QString& ending) const
{
    return QStringLiteral("%1/weekboard-%2.%3")
        .arg(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
             from_utf8(to_iso(shown_week_().friday())), ending);
}

void PublishMenu::make_deck(bool on_template)
{
    QStringList verb{QStringLiteral("deck")};
    if (on_template) {
        const auto file = dialogs_.file_to_read(this, tr("The presentation whose looks are used"),
                                                QStringLiteral("*.pptx *.potx"));
        if (!file) {
            return;
        }
        verb << QStringLiteral("--template") << *file;
    }
    if (const auto path =
            dialogs_.file_to_write(this, tr("Slides"), suggested(QStringLiteral("pptx")))) {
        run(verb << QStringLiteral("--out") << *path);
    }
}

void PublishMenu::refresh_deck()
{
    if (const auto path = dialogs_.file_to_read(this, tr("The slides to bring up to date"),
                                                QStringLiteral("*.pptx"))) {
        run({QStringLiteral("deck"), QStringLiteral("--refresh"), *path});
    }
}

void PublishMenu::make_report(const QString& ending)
{
    if (const auto path = dialogs_.file_to_write(this, tr("Report"), suggested(ending))) {
        run({QStringLiteral("report"), QStringLiteral("--out"), *path});
    }
}

void PublishMenu::show_outcome(const QJsonObject& outcome)
{
    emit told(tr("Written: %1").arg(outcome[QStringLiteral("path")].toString()), false);
    const QMap<QString, QString> kinds{{QStringLiteral("figure"), tr("Figure")},
                                       {QStringLiteral("text"), tr("Text")},
                                       {QStringLiteral("edited"), tr("Kept as edited")},
                                       {QStringLiteral("gone"), tr("No such exhibit")}};
    ShownTable changes{{tr("What"), tr("Exhibit"), tr("Where"), tr("Before"), tr("Now")}, {}};
    for (const QJsonValue& change : outcome[QStringLiteral("changes")].toArray()) {
        changes.rows << QStringList{kinds.value(change[QStringLiteral("kind")].toString()),
                                    change[QStringLiteral("exhibit")].toString(),
                                    change[QStringLiteral("where")].toString(),
                                    change[QStringLiteral("old")].toString(),
                                    change[QStringLiteral("new")].toString()};
    }
    if (!changes.rows.isEmpty()) {
        dialogs_.show_table(window(), tr("What changed on the slides"), changes);
    }
}

void PublishMenu::run(const QStringList& verb)
{
    if (job_.is_running()) {
        return;
    }
    QStringList arguments{QStringLiteral("--lang"), appearance_.language() == Language::chinese
                                                        ? QStringLiteral("zh")
                                                        : QStringLiteral("en")};
    arguments += verb;
    arguments << QStringLiteral("--json");
    if (!verb.contains(QStringLiteral("--refresh"))) {
        arguments << QStringLiteral("--week") << from_utf8(to_iso(shown_week_().friday()));
    }
    if (appearance_.rise_color() == RiseColor::green &&
        !verb.contains(QStringLiteral("--refresh"))) {
        arguments << QStringLiteral("--green-up");
    }
    setEnabled(false);
    emit told(tr("Exporting…"), false);
    job_.start(session_.path(), arguments);
}

void PublishMenu::edit_letterhead()
{
    auto* dialog = new LetterheadDialog{window()};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace weekboard
