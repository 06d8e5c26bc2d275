#pragma once

#include "search/finder.h"
#include "theme/appearance.h"

#include <QDialog>

#include <memory>

class QLineEdit;
class QListWidget;

namespace weekboard
{

/// Opens by Ctrl+K: type a few letters of an exhibit, a series, a week, a note or a command, in
/// Chinese, by pinyin or in English; Enter goes there.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    explicit CommandPalette(const Appearance& appearance, QWidget* parent);

    /// What can be found; the list follows what is typed.
    void set_things(std::shared_ptr<const Finder> finder);

    /// Opens over the middle of `parent`, empty.
    void open_over(const QWidget& parent);

signals:
    void chosen(const weekboard::Findable& thing);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] static QString name_of(FoundKind kind);
    void refresh();
    void choose();

    const Appearance& appearance_;
    std::shared_ptr<const Finder> finder_;
    std::vector<const Findable*> shown_;
    QLineEdit* query_ = nullptr;
    QListWidget* list_ = nullptr;
};

} // namespace weekboard
