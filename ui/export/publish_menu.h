#pragma once

#include "export/export_job.h"
#include "store_session.h"
#include "theme/appearance.h"
#include "week_content.h"
#include "widgets/dialogs.h"

#include <QToolButton>

#include <functional>

class QJsonArray;
class QJsonObject;

namespace weekboard
{

/// The button from which a week leaves the program: pictures and sheets, slides, the report.
class PublishMenu : public QToolButton
{
    Q_OBJECT

public:
    PublishMenu(const Appearance& appearance, StoreSession& session, Dialogs& dialogs,
                std::function<ShownWeek()> shown_week);

    void set_texts();

    /// Reads the week's exhibits, then opens the dialog.
    void export_exhibits();
    void make_deck(bool on_template);
    void refresh_deck();
    void make_report(const QString& ending);
    void check_week();
    void publish_week();
    void compare_with_published();
    void make_pack();
    void edit_letterhead();

    [[nodiscard]] ExportJob& job() { return job_; }

signals:
    /// One sentence for the status bar.
    void told(const QString& sentence, bool is_trouble);

private:
    void run(const QStringList& verb);
    void open_export(std::vector<Exhibit> exhibits, std::optional<int> edition);

    /// Says what a verb has done, and lists what it found and what differs.
    void show_outcome(const QJsonObject& outcome);
    [[nodiscard]] QString sentence_for(const QJsonObject& outcome) const;
    void show_changes(const QJsonArray& changes);
    void show_findings(const QJsonArray& findings);
    [[nodiscard]] QString suggested(const QString& ending) const;

    const Appearance& appearance_;
    StoreSession& session_;
    Dialogs& dialogs_;
    std::function<ShownWeek()> shown_week_;
    ExportJob job_;
    QString verb_; ///< that runs, or ran last
};

} // namespace weekboard
