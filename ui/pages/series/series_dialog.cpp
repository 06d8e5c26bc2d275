#include "pages/series/series_dialog.h"

#include "entry/cell_reading.h"
#include "entry/entry.h"
#include "series/number_format.h"
#include "store/figures.h"
#include "store/series_list.h"
#include "user_name.h"
#include "widgets/words_table.h"
#include "words/week_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

#include <array>

namespace weekboard
{

namespace
{

constexpr int longest_lag = 3660;
constexpr int most_decimals = 8;
constexpr std::array all_frequencies{Frequency::daily, Frequency::weekly, Frequency::monthly,
                                     Frequency::quarterly, Frequency::annual};
constexpr std::array all_measures{Measure::close,   Measure::level,  Measure::ytd_flow,
                                  Measure::flow,    Measure::share,  Measure::growth,
                                  Measure::returns, Measure::net_add};

QString frequency_name(Frequency frequency)
{
    const std::array<QString, 5> names{SeriesDialog::tr("Daily"), SeriesDialog::tr("Weekly"),
                                       SeriesDialog::tr("Monthly"), SeriesDialog::tr("Quarterly"),
                                       SeriesDialog::tr("Annual")};
    return names.at(static_cast<std::size_t>(frequency));
}

QString measure_name(Measure measure)
{
    const std::array<QString, 8> names{SeriesDialog::tr("Close"),
                                       SeriesDialog::tr("Level at the end of the period"),
                                       SeriesDialog::tr("Sum since January"),
                                       SeriesDialog::tr("Sum of the period"),
                                       SeriesDialog::tr("Share, %"),
                                       SeriesDialog::tr("Growth, %"),
                                       SeriesDialog::tr("Change of a price, %"),
                                       SeriesDialog::tr("Net addition since year-end")};
    return names.at(static_cast<std::size_t>(measure));
}

QString refusal_words(EntryRefusal refusal)
{
    switch (refusal) {
    case EntryRefusal::nothing_to_withdraw:
        return SeriesDialog::tr("There is no figure to withdraw.");
    case EntryRefusal::nothing_to_correct:
        return SeriesDialog::tr("There is no figure to correct.");
    case EntryRefusal::vintage_before_period:
        return SeriesDialog::tr("It cannot have been public before its period began.");
    case EntryRefusal::period_to_come:
        return SeriesDialog::tr("The period has not begun yet.");
    case EntryRefusal::released_otherwise:
        return SeriesDialog::tr("That day has another figure already; correct it with the verb "
                                "“weekboard set … --correct”.");
    }
    return {};
}

} // namespace

SeriesDialog::SeriesDialog(const PageContext& context, std::optional<Series> series,
                           QWidget* parent)
    : QDialog{parent}
    , context_{context}
    , kept_{std::move(series)}
    , tabs_{new QTabWidget}
    , trouble_{new QLabel}
{
    constexpr QSize roomy{620, 560};
    setWindowTitle(kept_ ? tr("Series %1").arg(from_utf8(kept_->code)) : tr("New series"));
    resize(roomy);
    tabs_->addTab(build_form(), tr("What it is"));
    QWidget* releases = build_releases();
    if (kept_) {
        tabs_->addTab(releases, tr("Releases"));
        load_releases();
    } else {
        releases->setParent(this); // nothing to show of what is not there yet
        releases->hide();
    }
    auto* column = new QVBoxLayout{this};
    column->addWidget(tabs_, 1);
    trouble_->setWordWrap(true);
    trouble_->setProperty("role", QStringLiteral("trouble"));
    column->addWidget(trouble_);
    auto* buttons = new QDialogButtonBox{QDialogButtonBox::Save | QDialogButtonBox::Cancel};
    connect(buttons, &QDialogButtonBox::accepted, this, &SeriesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SeriesDialog::reject);
    column->addWidget(buttons);
}

QWidget* SeriesDialog::build_form()
{
    const Series shown = kept_.value_or(Series{});
    auto* body = new QWidget;
    auto* form = new QFormLayout{body};
    const auto line = [&](const QString& label, const std::string& text) {
        auto* edit = new QLineEdit{from_utf8(text)};
        form->addRow(label, edit);
        return edit;
    };
    code_ = line(tr("Code"), shown.code);
    code_->setReadOnly(kept_.has_value());
    code_->setPlaceholderText(QStringLiteral("miit.base_stations_5g"));
    name_zh_ = line(tr("Name in Chinese"), shown.name.zh);
    name_en_ = line(tr("Name in English"), shown.name.en);
    unit_ = line(tr("Unit"), shown.unit);
    unit_->setPlaceholderText(QStringLiteral("亿户"));
    frequency_ = new QComboBox;
    for (const Frequency frequency : all_frequencies) {
        frequency_->addItem(frequency_name(frequency));
    }
    frequency_->setCurrentIndex(static_cast<int>(kept_ ? shown.frequency : Frequency::monthly));
    form->addRow(tr("Frequency"), frequency_);
    measure_ = new QComboBox;
    for (const Measure measure : all_measures) {
        measure_->addItem(measure_name(measure));
    }
    measure_->setCurrentIndex(static_cast<int>(shown.measure));
    form->addRow(tr("Measure"), measure_);
    decimals_ = new QSpinBox;
    decimals_->setRange(0, most_decimals);
    decimals_->setValue(shown.decimals);
    form->addRow(tr("Decimals"), decimals_);
    lag_ = new QSpinBox;
    lag_->setRange(0, longest_lag);
    lag_->setSuffix(tr(" days"));
    lag_->setValue(shown.release_lag_days);
    form->addRow(tr("From period end to release"), lag_);
    source_ = line(tr("Source"), shown.source);
    group_ = line(tr("Group"), shown.group);
    retired_ = new QCheckBox{tr("Not followed any more: its figures stay, none is waited for")};
    retired_->setChecked(shown.retired);
    form->addRow({}, retired_);
    return body;
}

QWidget* SeriesDialog::build_releases()
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout{body};
    releases_ = new WordsTable;
    releases_->setAccessibleName(tr("Releases"));
    column->addWidget(releases_, 1);
    auto* row = new QHBoxLayout;
    period_ = new QLineEdit;
    period_->setPlaceholderText(tr("Period, such as 2026-02"));
    figure_ = new QLineEdit;
    figure_->setPlaceholderText(tr("Figure, or none"));
    since_ = new QLineEdit;
    since_->setPlaceholderText(tr("Public since, such as 2026-03-25"));
    for (QLineEdit* edit : {period_, figure_, since_}) {
        edit->setAccessibleName(edit->placeholderText());
        row->addWidget(edit);
    }
    add_ = new QPushButton{tr("Add")};
    add_->setAutoDefault(false);
    row->addWidget(add_);
    column->addLayout(row);
    connect(add_, &QPushButton::clicked, this,
            [this] { add_release(period_->text(), figure_->text(), since_->text()); });
    return body;
}

void SeriesDialog::suggest(const QString& name, const QString& unit,
                           std::optional<Frequency> frequency)
{
    name_zh_->setText(name);
    unit_->setText(unit);
    if (frequency) {
        frequency_->setCurrentIndex(static_cast<int>(*frequency));
    }
}

Series SeriesDialog::series() const
{
    const auto text = [](const QLineEdit* edit) { return edit->text().trimmed().toStdString(); };
    Series made = kept_.value_or(Series{});
    made.code = text(code_);
    made.name = {text(name_zh_), text(name_en_)};
    if (made.name.en.empty()) {
        made.name.en = made.name.zh;
    }
    made.unit = text(unit_);
    made.frequency = static_cast<Frequency>(frequency_->currentIndex());
    made.measure = static_cast<Measure>(measure_->currentIndex());
    made.decimals = decimals_->value();
    made.release_lag_days = lag_->value();
    made.source = text(source_);
    made.group = text(group_);
    made.retired = retired_->isChecked();
    return made;
}

QString SeriesDialog::trouble() const
{
    const Series made = series();
    static const QRegularExpression code_shape{QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._/-]*$")};
    if (!code_shape.match(from_utf8(made.code)).hasMatch()) {
        return tr("A code is letters, digits, dots, dashes and slashes, such as "
                  "miit.base_stations_5g.");
    }
    if (made.name.zh.empty() || made.unit.empty() || made.source.empty()) {
        return tr("Name, unit and source must be given.");
    }
    return {};
}

void SeriesDialog::accept()
{
    if (const QString why = trouble(); !why.isEmpty()) {
        trouble_->setText(why);
        return;
    }
    context_.session.write(
        this,
        [made = series(), is_new = !kept_](Connection& database) {
            const auto there = find_series(database, made.code);
            if (is_new && there) {
                return tr("There is a series %1 already.").arg(from_utf8(made.code));
            }
            const bool is_other = there && there->frequency != made.frequency;
            if (is_other && !all_releases(database, *there).empty()) {
                return tr("A series with figures keeps its frequency.");
            }
            save_series(database, made);
            return QString{};
        },
        [this](const QString& refused) {
            if (!refused.isEmpty()) {
                trouble_->setText(refused);
                return;
            }
            emit told(tr("The series is kept."), false);
            QDialog::accept();
        });
}

void SeriesDialog::load_releases()
{
    context_.session.read(
        this, [series = *kept_](Connection& database) { return all_releases(database, series); },
        [this](const std::vector<Release>& releases) { show_releases(releases); });
}

/// The newest period first.
void SeriesDialog::show_releases(const std::vector<Release>& releases)
{
    constexpr std::size_t most = 1000;
    ShownTable table{{tr("Period"), tr("Public since"), tr("Figure"), tr("Batch")}, {}};
    for (auto release = releases.rbegin();
         release != releases.rend() && static_cast<std::size_t>(table.rows.size()) < most;
         ++release) {
        table.rows << QStringList{from_utf8(period_name(kept_->frequency, release->period_end)),
                                  from_utf8(to_iso(release->vintage)),
                                  release->value
                                      ? from_utf8(format_number(*release->value, kept_->decimals))
                                      : tr("withdrawn"),
                                  QString::number(release->batch)};
    }
    releases_->show_words(std::move(table));
    emit releases_shown();
}

void SeriesDialog::add_release(const QString& period, const QString& figure,
                               const QString& public_since)
{
    FigureEntry entry{*kept_, {}, {}, {}, false};
    const auto end = parse_period(kept_->frequency, period.trimmed().toStdString());
    if (!end) {
        trouble_->setText(tr("“%1” ends no period of this series.").arg(period));
        return;
    }
    entry.period_end = *end;
    const CellReading reading = read_cell(figure.toStdString(), *kept_);
    if (figure.trimmed() != QStringLiteral("none") && reading.content != CellContent::none) {
        if (reading.content != CellContent::value) {
            trouble_->setText(tr("“%1” cannot be a figure of this series.").arg(figure));
            return;
        }
        entry.value = reading.value;
    }
    if (!public_since.trimmed().isEmpty()) {
        entry.vintage = parse_date(public_since.trimmed().toStdString());
        if (!entry.vintage) {
            trouble_->setText(tr("“%1” is no day, such as 2026-03-25.").arg(public_since));
            return;
        }
    }
    context_.session.write(
        this,
        [entry, &clock = context_.session.clock()](Connection& database) {
            return enter_figure(database, entry,
                                {BatchKind::entry, "series " + entry.series.code, user_name()},
                                clock);
        },
        [this](const EntryOutcome& outcome) {
            if (outcome.refusal) {
                trouble_->setText(refusal_words(*outcome.refusal));
                return;
            }
            trouble_->setText(outcome.batch ? QString{} : tr("The store has this figure already."));
            for (QLineEdit* edit : {period_, figure_, since_}) {
                edit->clear();
            }
            period_->setFocus();
            load_releases();
        });
}

} // namespace weekboard
