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
                         std::function<ShownWeek()> shown_week)
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
    add(tr("Check the week"), [this] { check_week(); });
    add(tr("Publish the week"), [this] { publish_week(); });
    add(tr("Differences from what was published"), [this] { compare_with_published(); });
    add(tr("Audit pack…"), [this] { make_pack(); });
    all->addSeparator();
    add(tr("Letterhead…"), [this] { edit_letterhead(); });
}

void PublishMenu::export_exhibits()
{
    const ShownWeek shown = shown_week_();
    const Language language = appearance_.language();
    if (shown.edition != nullptr) {
        open_export(shown.edition->edition.in(language).exhibits, shown.edition->number);
        return;
    }
    session_.read(
        this,
        [week = shown.week, language](Connection& database) {
            return resolve(database, stored_specs(database).specs, {week, week.sunday(), language});
        },
        [this](std::vector<Exhibit> exhibits) { open_export(std::move(exhibits), std::nullopt); });
}

void PublishMenu::open_export(std::vector<Exhibit> exhibits, std::optional<int> edition)
{
    auto* dialog = new ExportDialog{appearance_,         dialogs_, session_.path(),
                                    std::move(exhibits), edition,  window()};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::told, this, &PublishMenu::told);
    dialog->open();
}

QString PublishMenu::suggested(const QString& ending) const
{
    return QStringLiteral("%1/weekboard-%2.%3")
        .arg(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
             from_utf8(to_iso(shown_week_().week.friday())), ending);
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

void PublishMenu::check_week()
{
    run({QStringLiteral("check")});
}

void PublishMenu::publish_week()
{
    run({QStringLiteral("publish")});
}

void PublishMenu::compare_with_published()
{
    run({QStringLiteral("diff")});
}

void PublishMenu::make_pack()
{
    if (const auto path =
            dialogs_.file_to_write(this, tr("Audit pack"), suggested(QStringLiteral("zip")))) {
        run({QStringLiteral("pack"), QStringLiteral("--out"), *path});
    }
}

QString PublishMenu::sentence_for(const QJsonObject& outcome) const
{
    const auto count = [&](const char* list) {
        return static_cast<int>(outcome[QLatin1String{list}].toArray().size());
    };
    if (verb_ == QStringLiteral("check")) {
        return tr("%n finding(s) in the week and its figures.", nullptr, count("findings"));
    }
    const int edition = outcome[QStringLiteral("edition")].toInt();
    if (verb_ == QStringLiteral("publish")) {
        return tr("The week is published as edition %1.").arg(edition);
    }
    if (verb_ == QStringLiteral("diff")) {
        return tr("%n difference(s) from edition %1.", nullptr, count("changes")).arg(edition);
    }
    return tr("Written: %1").arg(outcome[QStringLiteral("path")].toString());
}

void PublishMenu::show_changes(const QJsonArray& changes)
{
    const QMap<QString, QString> kinds{{QStringLiteral("figure"), tr("Figure")},
                                       {QStringLiteral("text"), tr("Text")},
                                       {QStringLiteral("edited"), tr("Kept as edited")},
                                       {QStringLiteral("gone"), tr("No such exhibit")}};
    const bool of_slides = verb_ == QStringLiteral("deck");
    ShownTable table{{tr("Exhibit"), tr("Where"), tr("Before"), tr("Now")}, {}};
    if (of_slides) {
        table.columns.prepend(tr("What"));
    }
    for (const auto change : changes) {
        table.rows << QStringList{change[QStringLiteral("exhibit")].toString(),
                                  change[QStringLiteral("where")].toString(),
                                  change[QStringLiteral("old")].toString(),
                                  change[QStringLiteral("new")].toString()};
        if (of_slides) {
            table.rows.last().prepend(kinds.value(change[QStringLiteral("kind")].toString()));
        }
    }
    if (!table.rows.isEmpty()) {
        dialogs_.show_table(window(),
                            of_slides ? tr("What changed on the slides")
                                      : tr("What differs from the edition before"),
                            table);
    }
}

void PublishMenu::show_findings(const QJsonArray& findings)
{
    const QMap<QString, QString> severities{{QStringLiteral("note"), tr("Note")},
                                            {QStringLiteral("warning"), tr("Look at it")},
                                            {QStringLiteral("error"), tr("Wrong")}};
    ShownTable table{{tr("Weight"), tr("Finding")}, {}};
    for (const auto finding : findings) {
        table.rows << QStringList{severities.value(finding[QStringLiteral("severity")].toString()),
                                  finding[QStringLiteral("message")].toString()};
    }
    if (!table.rows.isEmpty()) {
        dialogs_.show_table(window(), tr("What the checks found"), table);
    }
}

void PublishMenu::show_outcome(const QJsonObject& outcome)
{
    emit told(sentence_for(outcome), false);
    show_findings(outcome[QStringLiteral("findings")].toArray());
    show_changes(outcome[QStringLiteral("changes")].toArray());
}

void PublishMenu::run(const QStringList& verb)
{
    if (job_.is_running()) {
        return;
    }
    verb_ = verb.front();
    QStringList arguments{QStringLiteral("--lang"), appearance_.language() == Language::chinese
                                                        ? QStringLiteral("zh")
                                                        : QStringLiteral("en")};
    arguments += verb;
    arguments << QStringLiteral("--json");
    const bool keeps_its_own = verb.contains(QStringLiteral("--refresh"));
    if (!keeps_its_own) {
        const ShownWeek shown = shown_week_();
        arguments << QStringLiteral("--week") << from_utf8(to_iso(shown.week.friday()));
        const bool about_now =
            verb_ == QStringLiteral("publish") || verb_ == QStringLiteral("check");
        if (shown.edition != nullptr && !about_now) {
            arguments << QStringLiteral("--edition") << QString::number(shown.edition->number);
        }
    }
    const bool has_colors = verb_ == QStringLiteral("deck") || verb_ == QStringLiteral("report");
    if (has_colors && !keeps_its_own && appearance_.rise_color() == RiseColor::green) {
        arguments << QStringLiteral("--green-up");
    }
    setEnabled(false);
    emit told(tr("At work…"), false);
    job_.start(session_.path(), arguments);
}

void PublishMenu::edit_letterhead()
{
    auto* dialog = new LetterheadDialog{window()};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace weekboard
