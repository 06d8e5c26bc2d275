#pragma once

#include "export/export_job.h"
#include "import/watched_folder.h"
#include "pages/page.h"
#include "widgets/notice_bar.h"

#include <QMimeData>
#include <QObject>
#include <QTemporaryDir>

#include <optional>

class QToolButton;

namespace weekboard
{

/// Tells what lies new in the watched folder, over the page.
class OfferBar : public NoticeBar
{
    Q_OBJECT

public:
    explicit OfferBar(const Appearance& appearance, QWidget* parent = nullptr);

    /// An empty sentence hides the bar.
    void show_offer(const QString& sentence);

signals:
    void compare_wanted();
    void pass_over_wanted();

private:
    void set_texts() override;

    QToolButton* compare_;
    QToolButton* pass_over_;
};

/// Where files come in: chosen, dropped, pasted, or found in a folder that is watched. All of them
/// are compared with the store first, and nothing is written but by the user's own word.
class ImportDesk : public QObject
{
    Q_OBJECT

public:
    /// `window` is what dialogs open over.
    ImportDesk(const PageContext& context, QWidget* window);

    [[nodiscard]] OfferBar* bar() const { return bar_; }
    [[nodiscard]] WatchedFolder& folder() { return folder_; }

    /// `import`, `import-clipboard`, `watch-folder`, `stop-watching`. False: none of them.
    bool run_command(const std::string& id);

    void import_files(const QStringList& files);

    /// The table that the clipboard holds, as a page or as text.
    void import_clipboard();

    /// The files of what is dragged, none where it has something else.
    [[nodiscard]] static QStringList files_in(const QMimeData& dragged);

    void set_usable(bool usable) { usable_ = usable; }

signals:
    void told(const QString& sentence, bool is_trouble);

private:
    void choose_files();
    void choose_folder();
    void read_offer(const QStringList& files);
    void on_read(bool succeeded, const QString& said);

    PageContext context_;
    QWidget* window_;
    OfferBar* bar_;
    WatchedFolder folder_;
    ExportJob reading_;
    std::optional<QTemporaryDir> pasted_; ///< once something was pasted
    bool usable_ = true;
};

} // namespace weekboard
