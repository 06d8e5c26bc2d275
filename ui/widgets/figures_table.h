#pragma once

#include "exhibit/exhibit.h"
#include "store_session.h"
#include "theme/appearance.h"

#include <QTableView>

namespace weekboard
{

class FiguresModel;

/// An exhibit's figures beside it. Hovering over one tells its vintage, its batch, and what stood
/// there before.
class FiguresTable : public QTableView
{
    Q_OBJECT

public:
    FiguresTable(const Appearance& appearance, StoreSession& session, QWidget* parent = nullptr);

    void show_exhibit(const Exhibit& exhibit);

protected:
    bool viewportEvent(QEvent* event) override;

private:
    void apply_theme();
    void tell_origin(const QModelIndex& index, const QPoint& at);

    const Appearance& appearance_;
    StoreSession& session_;
    FiguresModel* model_ = nullptr;
};

} // namespace weekboard
