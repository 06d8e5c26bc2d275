#include "pages/operators/series_page.h"

#include "pages/exhibits/exhibit_detail.h"
#include "pages/operators/series_card.h"
#include "pages/series/series_dialog.h"
#include "store/series_list.h"
#include "widgets/scrolling.h"
#include "words/week_words.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace weekboard
{

namespace
{

constexpr int gap = 12;
constexpr int margin = 20;

QString group_name(const std::string& group)
{
    const std::array<std::pair<const char*, QString>, 9> names{
        {{"users", SeriesPage::tr("Users")},
         {"traffic", SeriesPage::tr("Traffic")},
         {"voice", SeriesPage::tr("Voice and SMS")},
         {"network", SeriesPage::tr("Network")},
         {"revenue", SeriesPage::tr("Revenue")},
         {"capex", SeriesPage::tr("Capital expenditure")},
         {"export", SeriesPage::tr("Exports")},
         {"iot", SeriesPage::tr("Internet of things")},
         {"index", SeriesPage::tr("Indices")}}};
    const auto found =
        std::ranges::find_if(names, [&](const auto& name) { return name.first == group; });
    return found != names.end() ? found->second : from_utf8(group);
}

QString shape_name(SeriesShape shape)
{
    switch (shape) {
    case SeriesShape::level:
        return SeriesPage::tr("As published");
    case SeriesShape::published_growth:
        return SeriesPage::tr("YoY published");
    case SeriesShape::computed_growth:
        return SeriesPage::tr("YoY computed");
    case SeriesShape::single_period:
        return SeriesPage::tr("Single periods");
    case SeriesShape::net_change:
        return SeriesPage::tr("Net change since year-end");
    }
    return {};
}

} // namespace

SeriesPage::SeriesPage(const PageContext& context, std::vector<std::string> groups, QWidget* parent)
    : Page{context, parent}
    , groups_{std::move(groups)}
    , shapes_{new QButtonGroup{this}}
    , detail_{new ExhibitDetail{context}}
{
    scroll_ = new QScrollArea;
    auto* body = new QWidget;
    column_ = new QVBoxLayout{body};
    column_->setContentsMargins(margin, 16, margin, 16);
    column_->setSpacing(gap);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        cards_.push_back(new SeriesCard{context.appearance});
        column_->addWidget(cards_.back());
        connect(cards_.back(), &SeriesCard::series_chosen, this,
                [this](const QString& code) { open(code.toStdString()); });
    }
    column_->addStretch(1);
    set_scrolling(*scroll_, body);
    layers_ = new QStackedLayout{this};
    layers_->addWidget(scroll_);
    layers_->addWidget(build_large());
    connect(&detail_->exporting(), &ExhibitExport::told, this, &SeriesPage::told);
    set_texts();
}

QWidget* SeriesPage::build_large()
{
    large_ = new QWidget;
    auto* column = new QVBoxLayout{large_};
    column->setContentsMargins(margin, 16, margin, 16);
    column->setSpacing(gap);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    back_ = new QToolButton;
    row->addWidget(back_);
    row->addSpacing(6);
    shape_row_ = new QHBoxLayout;
    shape_row_->setSpacing(4);
    row->addLayout(shape_row_);
    row->addStretch();
    edit_ = new QToolButton;
    new_ = new QToolButton;
    row->addWidget(edit_);
    row->addWidget(new_);
    row->addWidget(&detail_->exporting());
    connect(edit_, &QToolButton::clicked, this, [this] { edit_series(false); });
    connect(new_, &QToolButton::clicked, this, [this] { edit_series(true); });
    column->addLayout(row);
    column->addWidget(detail_, 1);
    for (int shape = 0; shape <= static_cast<int>(SeriesShape::net_change); ++shape) {
        auto* button = new QToolButton;
        button->setCheckable(true);
        button->setCursor(Qt::PointingHandCursor);
        shapes_->addButton(button, shape);
        shape_row_->addWidget(button);
    }
    connect(back_, &QToolButton::clicked, this, &SeriesPage::show_groups);
    connect(shapes_, &QButtonGroup::idClicked, this, [this](int shape) {
        shape_ = static_cast<SeriesShape>(shape);
        load();
    });
    return large_;
}

void SeriesPage::set_texts()
{
    back_->setText(tr("All series"));
    back_->setToolTip(tr("Back to all series (Esc)"));
    edit_->setText(tr("Edit…"));
    edit_->setToolTip(tr("Names, unit, release lag and every release of the series"));
    new_->setText(tr("New series…"));
    for (QAbstractButton* button : shapes_->buttons()) {
        button->setText(shape_name(static_cast<SeriesShape>(shapes_->id(button))));
    }
}

SeriesPage::Content SeriesPage::read_content(Connection& database,
                                             const std::vector<std::string>& groups,
                                             const std::string& open, SeriesShape shape,
                                             const ResolveFor& wanted)
{
    Content content;
    for (const std::string& group : groups) {
        content.groups.push_back({group, series_rows(database, group, wanted.week)});
    }
    if (!open.empty()) {
        content.opened.emplace().series = find_series(database, open);
        if (const auto& series = content.opened->series) {
            content.opened->shapes = shapes_of(database, *series);
            content.opened->exhibit = series_exhibit(database, *series, shape, wanted);
        }
    }
    return content;
}

void SeriesPage::show_week(Week week)
{
    week_ = week;
    load();
}

void SeriesPage::load()
{
    read([groups = groups_, open = open_code_, shape = shape_,
          wanted = ResolveFor{week_, week_.sunday(), appearance().language()}](
             Connection& database) { return read_content(database, groups, open, shape, wanted); },
         [this](Content content) { take(std::move(content)); });
}

void SeriesPage::take(Content content)
{
    for (std::size_t i = 0; i < cards_.size(); ++i) {
        Group& group = content.groups[i];
        cards_[i]->setVisible(!group.rows.empty());
        cards_[i]->set_title(group_name(group.name),
                             tr("%n series", nullptr, static_cast<int>(group.rows.size())));
        cards_[i]->show_rows(std::move(group.rows));
    }
    if (open_code_.empty() || !content.opened || !content.opened->series) {
        layers_->setCurrentWidget(scroll_);
        return;
    }
    opened_ = content.opened->series;
    name_shapes(content.opened->shapes);
    detail_->show_exhibit(content.opened->exhibit, layers_->currentWidget() == large_);
    layers_->setCurrentWidget(large_);
    setFocus();
}

void SeriesPage::name_shapes(const std::vector<SeriesShape>& shapes)
{
    for (QAbstractButton* button : shapes_->buttons()) {
        const auto shape = static_cast<SeriesShape>(shapes_->id(button));
        button->setVisible(std::ranges::find(shapes, shape) != shapes.end());
        button->setChecked(shape == shape_);
    }
}

void SeriesPage::open(const std::string& code)
{
    open_code_ = code;
    shape_ = SeriesShape::level;
    load();
}

void SeriesPage::edit_series(bool is_new)
{
    auto* dialog = new SeriesDialog{context(), is_new ? std::nullopt : opened_, window()};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SeriesDialog::told, this, &SeriesPage::told);
    dialog->open();
}

void SeriesPage::show_groups()
{
    open_code_.clear();
    layers_->setCurrentWidget(scroll_);
}

ExhibitExport* SeriesPage::exporting()
{
    return layers_->currentWidget() == large_ ? &detail_->exporting() : nullptr;
}

void SeriesPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        show_groups();
        return;
    }
    Page::keyPressEvent(event);
}

void SeriesPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        set_texts();
    }
    Page::changeEvent(event);
}

} // namespace weekboard
