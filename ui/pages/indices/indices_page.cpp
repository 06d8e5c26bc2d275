#include "pages/indices/indices_page.h"

#include "charts/exhibit_view.h"
#include "exhibit/comparison.h"
#include "exhibit/resolve.h"
#include "exhibit/spec_library.h"
#include "export/exhibit_export.h"
#include "widgets/chart_frame.h"
#include "words/week_words.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace weekboard
{

namespace
{

constexpr double title_size = 16;

QToolButton* checkable(QButtonGroup* group, int id, QHBoxLayout* row)
{
    auto* button = new QToolButton;
    button->setCheckable(true);
    button->setCursor(Qt::PointingHandCursor);
    group->addButton(button, id);
    row->addWidget(button);
    return button;
}

std::vector<Exhibit> read_lines(Connection& database, Week week, Language language)
{
    std::vector<Exhibit> lines;
    for (const ExhibitSpec& spec : stored_specs(database).specs) {
        if (spec.kind == ExhibitKind::line) {
            lines.push_back(
                resolve(database, spec, {week, week.sunday(), language, ExhibitWindow::all}));
        }
    }
    return lines;
}

} // namespace

IndicesPage::IndicesPage(const PageContext& context, QWidget* parent)
    : Page{context, parent}
    , choices_{new QButtonGroup{this}}
    , ranges_{new QButtonGroup{this}}
    , export_{
          new ExhibitExport{context.appearance, context.dialogs, [this] { return shown_part(); }}}
{
    auto* page = new QVBoxLayout{this};
    page->setContentsMargins(20, 16, 20, 16);
    page->setSpacing(12);
    auto* controls = new QHBoxLayout;
    controls->setSpacing(6);
    page->addLayout(controls);
    auto* frame = new ChartFrame{context.appearance};
    auto* card = new QWidget;
    auto* inside = new QVBoxLayout{card};
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(12);
    auto* range_row = new QHBoxLayout;
    range_row->setSpacing(4);
    inside->addLayout(range_row);
    view_ = new ExhibitView;
    inside->addWidget(view_, 1);
    frame->set_content(card);
    page->addWidget(frame, 1);
    build_controls(controls);
    build_ranges(range_row);
    connect(view_, &ExhibitView::dragged_away, export_, &ExhibitExport::drag_picture);
    connect(view_, &ExhibitView::range_chosen, this, &IndicesPage::on_range_chosen);
    connect(&context.appearance, &Appearance::changed, this, [this] { show_chosen(true); });
    set_texts();
}

void IndicesPage::build_controls(QHBoxLayout* row)
{
    choice_row_ = new QHBoxLayout;
    choice_row_->setSpacing(6);
    row->addLayout(choice_row_);
    row->addStretch();
    row->addWidget(export_);
    connect(choices_, &QButtonGroup::idClicked, this, &IndicesPage::choose);
    connect(export_, &ExhibitExport::told, this, &IndicesPage::told);
}

void IndicesPage::build_ranges(QHBoxLayout* row)
{
    for (int range = 0; range <= static_cast<int>(Range::all); ++range) {
        checkable(ranges_, range, row)->setProperty("compact", true);
    }
    ranges_->button(static_cast<int>(Range::three_years))->setChecked(true);
    row->addStretch();
    hint_ = new QLabel;
    hint_->setProperty("role", QStringLiteral("faint"));
    row->addWidget(hint_);
    connect(ranges_, &QButtonGroup::idClicked, this,
            [this](int range) { choose_range(static_cast<Range>(range)); });
}

void IndicesPage::set_texts()
{
    const QStringList names{tr("1M"), tr("3M"), tr("6M"), tr("YTD"), tr("1Y"), tr("3Y"), tr("All")};
    for (int range = 0; range < names.size(); ++range) {
        ranges_->button(range)->setText(names[range]);
    }
    hint_->setText(tr("Wheel or drag to zoom, Shift and drag to pan, double click for all"));
    name_choices();
}

void IndicesPage::name_choices()
{
    const int wanted = exhibits_.empty() ? 0 : static_cast<int>(exhibits_.size()) + 1;
    while (choices_->buttons().size() < wanted) {
        checkable(choices_, static_cast<int>(choices_->buttons().size()), choice_row_);
    }
    for (int place = 0; place < choices_->buttons().size(); ++place) {
        QAbstractButton* button = choices_->button(place);
        button->setVisible(place < wanted);
        const bool compares = place + 1 == wanted;
        if (place < wanted) {
            button->setText(
                compares
                    ? tr("Compare")
                    : from_utf8(exhibits_[static_cast<std::size_t>(place)].plots.front().name));
            button->setToolTip(compares ? tr("All of them, rebased to 100 at the left edge")
                                        : QString{});
        }
    }
    if (QAbstractButton* button = choices_->button(chosen_)) {
        button->setChecked(true);
    }
}

void IndicesPage::show_week(Week week)
{
    read([week, language = appearance().language()](
             Connection& database) { return read_lines(database, week, language); },
         [this](std::vector<Exhibit> lines) { take(std::move(lines)); });
}

void IndicesPage::show_edition(const std::shared_ptr<const ShownEdition>& edition)
{
    forget_reads();
    std::vector<Exhibit> lines;
    std::ranges::copy_if(edition->edition.in(appearance().language()).exhibits,
                         std::back_inserter(lines),
                         [](const Exhibit& exhibit) { return exhibit.kind == ExhibitKind::line; });
    take(std::move(lines));
}

void IndicesPage::take(std::vector<Exhibit> exhibits)
{
    const std::optional<std::chrono::days> width_at_end = shown_width_at_end();
    exhibits_ = std::move(exhibits);
    name_choices();
    show_chosen(true);
    // The week that is shown belongs into the picture: a chosen range, or one that was dragged up
    // to the last figure, goes along with the figures.
    if (ranges_->checkedId() >= 0) {
        choose_range(static_cast<Range>(ranges_->checkedId()));
    } else if (width_at_end && view_->exhibit_scene()->exhibit().has_figures()) {
        const auto& x = view_->exhibit_scene()->exhibit().x;
        show_range(std::max(x.back() - *width_at_end, x.front()), x.back());
    }
}

std::optional<std::chrono::days> IndicesPage::shown_width_at_end() const
{
    if (!view_->has_exhibit() || !view_->exhibit_scene()->exhibit().has_figures()) {
        return std::nullopt;
    }
    const ExhibitScene& scene = *view_->exhibit_scene();
    return scene.last_shown() >= scene.exhibit().x.back()
               ? std::optional{scene.last_shown() - scene.first_shown()}
               : std::nullopt;
}

bool IndicesPage::is_comparison() const
{
    return static_cast<std::size_t>(chosen_) >= exhibits_.size();
}

Exhibit IndicesPage::comparison(Date base) const
{
    const QString title = exhibits_.front().x.empty()
                              ? tr("The indices compared")
                              : tr("The indices compared, %1 = 100").arg(from_utf8(to_iso(base)));
    return compare_rebased(exhibits_, base, title.toStdString());
}

void IndicesPage::choose(int place)
{
    chosen_ = place;
    name_choices();
    show_chosen(true);
}

/// The left edge of what will be seen: that of the range shown now if it still holds figures.
Date IndicesPage::comparison_base(bool keep_range) const
{
    const auto& x = exhibits_.front().x;
    if (x.empty()) {
        return Date{};
    }
    const bool kept = keep_range && view_->has_exhibit() &&
                      view_->exhibit_scene()->first_shown() < x.back() &&
                      view_->exhibit_scene()->last_shown() > x.front();
    return kept ? std::max(view_->exhibit_scene()->first_shown(), x.front()) : x.front();
}

void IndicesPage::show_chosen(bool keep_range)
{
    if (exhibits_.empty()) {
        return;
    }
    base_ = comparison_base(keep_range);
    ExhibitLayout layout;
    layout.line_width = 1.7;
    Theme theme = appearance().theme();
    theme.title_size = title_size;
    view_->show_exhibit(is_comparison() ? comparison(base_)
                                        : exhibits_[static_cast<std::size_t>(chosen_)],
                        theme, layout, keep_range);
}

Date IndicesPage::range_start(Range range, Date last) const
{
    switch (range) {
    case Range::month:
        return add_months(last, -1);
    case Range::quarter:
        return add_months(last, -3);
    case Range::half_year:
        return add_months(last, -6);
    case Range::this_year:
        // From the last figure of the year before: the base of "year to date".
        return make_date(year_of(last) - 1, 12, 31);
    case Range::year:
        return add_months(last, -12);
    case Range::three_years:
        return add_months(last, -36);
    case Range::all:
        break;
    }
    return Date{};
}

void IndicesPage::choose_range(Range range)
{
    if (!view_->has_exhibit() || !view_->exhibit_scene()->exhibit().has_figures()) {
        return;
    }
    const auto& x = view_->exhibit_scene()->exhibit().x;
    const Date last = x.back();
    show_range(std::max(range_start(range, last), x.front()), last);
}

void IndicesPage::show_range(Date first, Date last)
{
    view_->show_range(first, last);
    if (is_comparison() && first != base_) {
        show_chosen(true);
    }
}

void IndicesPage::on_range_chosen(Date first, Date)
{
    ranges_->setExclusive(false);
    for (QAbstractButton* button : ranges_->buttons()) {
        button->setChecked(false);
    }
    ranges_->setExclusive(true);
    if (is_comparison() && first != base_) {
        show_chosen(true);
    }
}

ExhibitExport* IndicesPage::exporting()
{
    return export_;
}

std::optional<Exhibit> IndicesPage::shown_part() const
{
    if (!view_->has_exhibit()) {
        return std::nullopt;
    }
    const ExhibitScene& scene = *view_->exhibit_scene();
    return part_of(scene.exhibit(), scene.first_shown(), scene.last_shown());
}

void IndicesPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        set_texts();
    }
    Page::changeEvent(event);
}

} // namespace weekboard
