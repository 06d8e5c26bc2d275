#include "pages/exhibits/exhibit_detail.h"

#include "charts/exhibit_view.h"
#include "widgets/chart_frame.h"
#include "widgets/figures_table.h"
#include "widgets/words_table.h"
#include "words/edition_words.h"
#include "words/week_words.h"

#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

namespace weekboard
{

namespace
{

constexpr double title_size = 16;
constexpr int most_change_height = 150;

ChartFrame* framed(const Appearance& appearance, QWidget* content)
{
    auto* frame = new ChartFrame{appearance};
    frame->set_content(content);
    return frame;
}

} // namespace

ExhibitDetail::ExhibitDetail(const PageContext& context, QWidget* parent)
    : QWidget{parent}
    , appearance_{context.appearance}
    , flag_{new QLabel}
    , view_{new ExhibitView}
    , table_{new FiguresTable{context.appearance, context.session}}
    , export_{new ExhibitExport{context.appearance, context.dialogs, [this] {
                                    return has_exhibit_ ? std::optional{exhibit_} : std::nullopt;
                                }}}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    flag_->setProperty("role", QStringLiteral("trouble"));
    flag_->setTextFormat(Qt::PlainText);
    flag_->hide();
    column->addWidget(flag_);
    auto* split = new QSplitter{Qt::Horizontal};
    split->setHandleWidth(12);
    split->setChildrenCollapsible(false);
    view_->setMinimumSize(420, 300);
    table_->setMinimumWidth(240);
    split->addWidget(framed(appearance_, view_));
    split->addWidget(framed(appearance_, table_));
    split->setStretchFactor(0, 7);
    split->setStretchFactor(1, 3);
    split->setSizes({700, 300});
    column->addWidget(split, 1);
    changes_ = new WordsTable;
    changes_frame_ = framed(appearance_, changes_);
    changes_frame_->setMaximumHeight(most_change_height);
    changes_frame_->hide();
    column->addWidget(changes_frame_);
    connect(view_, &ExhibitView::dragged_away, export_, &ExhibitExport::drag_picture);
    connect(&appearance_, &Appearance::changed, this, [this] {
        if (has_exhibit_) {
            draw(true);
        }
    });
}

void ExhibitDetail::show_exhibit(const Exhibit& exhibit, bool keep_range,
                                 const std::vector<EditionChange>& changes)
{
    exhibit_ = exhibit;
    has_exhibit_ = true;
    draw(keep_range);
    table_->show_exhibit(exhibit_);
    show_changes(changes);
    flag_->setVisible(exhibit_.title_flag != TitleFlag::none);
    flag_->setText(exhibit_.title_flag == TitleFlag::contradicts
                       ? tr("The title was written by hand and contradicts the figures.")
                       : tr("The title was written by hand; its figures have changed since."));
}

void ExhibitDetail::show_changes(const std::vector<EditionChange>& changes)
{
    changes_frame_->setVisible(!changes.empty());
    ShownTable table{{tr("Where"), tr("Published"), tr("Now")}, {}};
    for (const EditionChange& change : changes) {
        table.rows << QStringList{where_words(change), from_utf8(change.old_text),
                                  from_utf8(change.new_text)};
    }
    changes_->setAccessibleName(tr("What reads otherwise now"));
    changes_->show_words(std::move(table));
}

void ExhibitDetail::draw(bool keep_range)
{
    ExhibitLayout layout;
    layout.line_width = 1.7;
    Theme theme = appearance_.theme();
    theme.title_size = title_size;
    view_->show_exhibit(exhibit_, theme, layout, keep_range);
}

} // namespace weekboard
