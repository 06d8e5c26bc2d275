#pragma once

#include "exhibit/exhibit.h"
#include "export/picture.h"
#include "theme/appearance.h"
#include "widgets/dialogs.h"

#include <QTemporaryDir>
#include <QThreadPool>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QDrag;
class QToolButton;

namespace weekboard
{

/// The buttons that hand an exhibit over: copy it, or write it as a picture.
class ExhibitExport : public QWidget
{
    Q_OBJECT

public:
    /// `shown` gives the exhibit as it is seen when a button is pressed.
    ExhibitExport(const Appearance& appearance, Dialogs& dialogs,
                  std::function<std::optional<Exhibit>()> shown);
    ~ExhibitExport() override;

    /// Writes what is shown as a picture, on a worker; `told` reports the outcome.
    void export_to(const QString& path, const ExportProfile& profile, PictureFormat format);

    /// Puts the picture on the clipboard, as PNG and SVG.
    void copy_picture();

    /// Puts the figures on the clipboard, as an HTML table and as text with tabs; never a picture
    /// beside them, since programs that paste would choose for their user.
    void copy_figures();

    /// Lets the user drag the picture away as a file.
    void drag_picture();

    /// The drag with its file, written already; none where nothing is shown or it cannot be
    /// written.
    [[nodiscard]] std::unique_ptr<QDrag> make_drag();

signals:
    /// One sentence for the status bar.
    void told(const QString& sentence, bool is_trouble);

protected:
    void changeEvent(QEvent* event) override;

private:
    void set_texts();
    void fill_menu();
    void ask_and_export(const ExportProfile& profile, PictureFormat format);

    const Appearance& appearance_;
    Dialogs& dialogs_;
    std::function<std::optional<Exhibit>()> shown_;
    QToolButton* copy_ = nullptr;
    QToolButton* export_ = nullptr;
    QThreadPool writing_;
    std::optional<QTemporaryDir> dragged_; ///< files that were dragged stay until the window goes
};

} // namespace weekboard
