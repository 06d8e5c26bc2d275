#pragma once

#include "store_session.h"
#include "theme/appearance.h"

#include <QWidget>

#include <filesystem>

class QLabel;

namespace weekboard
{

/// The foot of the window: the store's name and health, how far its figures go, and for some
/// seconds what an action has to tell.
class StatusBar : public QWidget
{
    Q_OBJECT

public:
    explicit StatusBar(QWidget* parent = nullptr);

    void show_health(const std::filesystem::path& store, const StoreStatus& status,
                     bool copy_failed);
    void show_extent(const QString& words);
    void tell(const QString& sentence, bool is_trouble);

    /// Takes the theme's font.
    void apply_theme(const Theme& theme);

private:
    QLabel* health_ = nullptr;
    QLabel* extent_ = nullptr;
    QLabel* message_ = nullptr;
};

} // namespace weekboard
