#include "exhibit/caption.h"
#include "export/picture.h"
#include "export/report_files.h"
#include "export/text_layer.h"
#include "publish/pdf_finish.h"
#include "widgets/painting.h"
#include "widgets/paragraph.h"
#include "words/week_words.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <span>

namespace weekboard
{

namespace
{

constexpr double units_per_cm = 96 / 2.54;
constexpr double points_per_unit = 0.75;
const QSizeF paper{21.0 * units_per_cm, 29.7 * units_per_cm};
constexpr double margin = 2.0 * units_per_cm;
constexpr double head_room = 0.9 * units_per_cm;
constexpr double column_gap = 0.6 * units_per_cm;
constexpr int all_lines = 100000;

double content_width()
{
    return paper.width() - 2 * margin;
}

double content_height()
{
    return paper.height() - 2 * margin - head_room;
}

/// A stretch of a page: how high it is, and how it is painted into its box.
struct Block {
    double gap = 0; ///< above, unless it heads a page
    double height = 0;
    std::function<void(QPainter&, const QRectF&)> paint;
    bool keeps_next = false;
    bool ends_page = false;
    std::optional<PdfBookmark> bookmark = std::nullopt;
};

/// Where a block lies.
struct Placed {
    std::size_t block;
    int page;
    double top;
};

Theme report_theme(RiseColor rise)
{
    Theme theme = slide_theme(rise);
    theme.title_size = 26;
    theme.body_size = 14;
    theme.caption_size = 11;
    theme.listed_glyphs = true;
    return theme;
}

class ReportPdf
{
public:
    ReportPdf(const Report& report, RiseColor rise)
        : report_{report}
        , rise_{rise}
        , theme_{report_theme(rise)}
        , text_theme_{theme_}
        , zh_{report.language == Language::chinese}
    {
        text_theme_.secondary = text_theme_.text;
    }

    UnfinishedReport draw()
    {
        add_cover();
        for (const ReportChapter& chapter : report_.chapters) {
            add_chapter(chapter);
        }
        add_last_page();
        place();
        QByteArray pdf = paint();
        PdfFinish finish;
        finish.title = report_.title();
        finish.language = zh_ ? "zh-CN" : "en";
        finish.readings = same_glyph_readings(theme_);
        finish.bookmarks = bookmarks();
        return {pages_,
                [pdf = std::move(pdf), finish] { return finish_pdf(pdf.toStdString(), finish); }};
    }

private:
    [[nodiscard]] QString words(const char* zh, const char* en) const
    {
        return QString::fromUtf8(zh_ ? zh : en);
    }

    void add_lines(const QString& text, double size, QFont::Weight weight, const QColor& color,
                   double gap)
    {
        Theme theme = text_theme_;
        theme.body_size = size;
        theme.secondary = color;
        theme.text = color;
        const bool bold = weight == QFont::Bold;
        const Paragraph paragraph{bold ? text : QString{}, bold ? QString{} : text};
        add_paragraph(paragraph, theme, gap);
    }

    void add_paragraph(const Paragraph& paragraph, const Theme& theme, double gap)
    {
        const auto set =
            std::make_shared<const SetParagraph>(paragraph, theme, content_width(), all_lines);
        const double height = set->height();
        if (height > content_height() && paragraph.body.size() > 1) {
            // Longer than a page: what is over goes on below.
            const auto part = static_cast<qsizetype>(static_cast<double>(paragraph.body.size()) *
                                                     0.8 * content_height() / height);
            add_paragraph({paragraph.lead, paragraph.body.left(std::max<qsizetype>(part, 1))},
                          theme, gap);
            add_paragraph({{}, paragraph.body.mid(std::max<qsizetype>(part, 1))}, theme, 0);
            return;
        }
        blocks_.push_back({gap, height, [set](QPainter& painter, const QRectF& box) {
                               set->draw(painter, box.topLeft(), all_lines);
                           }});
    }

    void add_cover()
    {
        const QString week = QStringLiteral("%1 – %2").arg(
            from_utf8(to_iso(report_.week.monday())), from_utf8(to_iso(report_.week.friday())));
        QString line = QStringLiteral("%1    %2").arg(from_utf8(report_.name), week);
        if (!report_.rating.empty()) {
            line += QStringLiteral("    ") + from_utf8(report_.rating);
        }
        add_lines(line, 15, QFont::Normal, theme_.accent, 0);
        add_lines(from_utf8(report_.title()), theme_.title_size, QFont::Bold, theme_.text, 14);
        for (const std::string* text : {&report_.letterhead.house, &report_.letterhead.analysts,
                                        &report_.letterhead.contacts}) {
            for (const QString& each : from_utf8(*text).split(u'\n', Qt::SkipEmptyParts)) {
                add_lines(each, 13, QFont::Normal, theme_.secondary, 6);
            }
        }
        add_lines(words("目录", "Contents"), 17, QFont::Bold, theme_.text, 34);
        for (std::size_t c = 0; c < report_.chapters.size(); ++c) {
            add_contents_line(from_utf8(report_.chapters[c].title), "chapter-" + std::to_string(c),
                              true);
            for (const ReportPassage& passage : report_.chapters[c].passages) {
                for (const Exhibit& exhibit : passage.exhibits) {
                    add_contents_line(from_utf8(numbered(exhibit, exhibit.title)),
                                      "exhibit-" + exhibit.id, false);
                }
            }
        }
        if (!blocks_.empty()) {
            blocks_.back().ends_page = true;
        }
    }

    void add_contents_line(const QString& title, const std::string& target, bool chapter)
    {
        const double size = chapter ? 14 : 12;
        const QFont font = text_theme_.font(size, chapter ? QFont::Bold : QFont::Normal);
        const double indent = chapter ? 0 : 18;
        Block block;
        block.gap = chapter ? 7 : 1;
        block.height = line_height(font);
        block.paint = [this, title, target, font, indent](QPainter& painter, const QRectF& box) {
            constexpr double number_room = 40;
            draw_line(painter, box.adjusted(indent, 0, -number_room, 0), title, font, theme_.text);
            draw_line(painter, box, QString::number(page_of_.at(target) + 1), font,
                      theme_.secondary, Qt::AlignRight | Qt::AlignVCenter);
        };
        blocks_.push_back(std::move(block));
    }

    void mark(const std::string& target, const QString& title, int level)
    {
        targets_.emplace_back(target, blocks_.size());
        PdfBookmark bookmark;
        bookmark.title = title.toStdString();
        bookmark.level = level;
        pending_ = std::move(bookmark);
    }

    void push(Block block)
    {
        block.bookmark = std::exchange(pending_, std::nullopt);
        blocks_.push_back(std::move(block));
    }

    void add_chapter(const ReportChapter& chapter)
    {
        const auto number = static_cast<std::size_t>(&chapter - report_.chapters.data());
        const QString title = from_utf8(chapter.title);
        mark("chapter-" + std::to_string(number), title, 0);
        const QFont font = text_theme_.font(19, QFont::Bold);
        push({26, line_height(font) + 8,
              [this, title, font](QPainter& painter, const QRectF& box) {
                  draw_line(painter, box.adjusted(0, 0, 0, -8), title, font, theme_.text);
                  painter.setPen(QPen{theme_.accent, 1.5});
                  painter.drawLine(box.bottomLeft(), box.bottomRight());
              },
              true});
        for (const ReportPassage& passage : chapter.passages) {
            add_passage(passage);
        }
    }

    void add_passage(const ReportPassage& passage)
    {
        if (!passage.heading.empty()) {
            add_lines(from_utf8(passage.heading), 15, QFont::Bold, theme_.accent, 16);
            blocks_.back().keeps_next = true;
        }
        for (const ReportParagraph& paragraph : passage.paragraphs) {
            QString body = from_utf8(paragraph.body);
            if (!paragraph.where.empty()) {
                body += words("（%1）", " (%1)").arg(from_utf8(paragraph.where));
            }
            add_paragraph({from_utf8(paragraph.lead), body}, text_theme_, 7);
        }
        for (const auto group : side_by_side(passage.exhibits)) {
            add_exhibits(group);
        }
    }

    void add_exhibits(std::span<const Exhibit> exhibits)
    {
        ExportProfile profile;
        const bool single = exhibits.size() == 1;
        profile.width_cm = single ? content_width() / units_per_cm
                                  : (content_width() - column_gap) / 2 / units_per_cm;
        profile.height_cm = single ? single_height(exhibits.front()) : 6.2;
        const double height = profile.height_cm * units_per_cm;
        for (const Exhibit& exhibit : exhibits) {
            mark("exhibit-" + exhibit.id, from_utf8(numbered(exhibit, exhibit.title)), 1);
            if (exhibits.size() > 1 && &exhibit == &exhibits.front()) {
                // Two share a block; the first one's bookmark stands on a block without height.
                push({10, 0, [](QPainter&, const QRectF&) {}, true});
            }
        }
        push({single ? 10.0 : 0.0, height,
              [this, exhibits, profile](QPainter& painter, const QRectF& box) {
                  double left = box.left();
                  for (const Exhibit& exhibit : exhibits) {
                      painter.save();
                      painter.translate(left, box.top());
                      Theme theme = picture_theme(profile, rise_);
                      theme.listed_glyphs = true;
                      paint_exhibit(painter, exhibit, profile, theme);
                      painter.restore();
                      left += profile.width_cm * units_per_cm + column_gap;
                  }
              }});
    }

    /// Tables and long lists need all of their rows.
    [[nodiscard]] static double single_height(const Exhibit& exhibit)
    {
        constexpr double plain = 7.6;
        constexpr double table_row = 1.15;
        constexpr double list_row = 0.47;
        constexpr double around = 2.4; // title and source
        constexpr double most = 23;
        if (exhibit.kind == ExhibitKind::heat_table) {
            return std::min(most, around + table_row * static_cast<double>(exhibit.heat.size()));
        }
        if (exhibit.kind == ExhibitKind::ranked_bars) {
            return std::clamp(around + list_row * static_cast<double>(exhibit.size()), plain, most);
        }
        return plain;
    }

    void add_last_page()
    {
        if (!report_.letterhead.has_last_page()) {
            return;
        }
        blocks_.back().ends_page = true;
        const QString title = words("评级说明与免责声明", "Ratings and disclaimer");
        mark("last-page", title, 0);
        const std::size_t from = blocks_.size();
        add_lines(title, 17, QFont::Bold, theme_.text, 0);
        blocks_[from].bookmark = std::exchange(pending_, std::nullopt);
        for (const std::string* text :
             {&report_.letterhead.rating_definitions, &report_.letterhead.disclaimer}) {
            for (const QString& each : from_utf8(*text).split(u'\n', Qt::SkipEmptyParts)) {
                add_lines(each, 12, QFont::Normal, theme_.secondary, 8);
            }
        }
    }

    /// The height that must fit where a block begins: its own and that of those it keeps.
    [[nodiscard]] double height_from(std::size_t block) const
    {
        double height = blocks_[block].height;
        while (block + 1 < blocks_.size() && blocks_[block].keeps_next) {
            ++block;
            height += blocks_[block].gap + blocks_[block].height;
        }
        return height;
    }

    void place()
    {
        double top = 0;
        int page = 0;
        for (std::size_t b = 0; b < blocks_.size(); ++b) {
            const double gap = top > 0 ? blocks_[b].gap : 0;
            if (top > 0 && top + gap + height_from(b) > content_height()) {
                ++page;
                top = 0;
            } else {
                top += gap;
            }
            placed_.push_back({b, page, top});
            top += blocks_[b].height;
            if (blocks_[b].ends_page && b + 1 < blocks_.size()) {
                ++page;
                top = 0;
            }
        }
        pages_ = page + 1;
        for (const auto& [target, block] : targets_) {
            page_of_[target] = placed_[std::min(block, placed_.size() - 1)].page;
        }
    }

    [[nodiscard]] std::vector<PdfBookmark> bookmarks() const
    {
        std::vector<PdfBookmark> all;
        for (const Placed& placed : placed_) {
            if (const auto& marked = blocks_[placed.block].bookmark) {
                PdfBookmark bookmark = *marked;
                bookmark.page = placed.page;
                bookmark.top = (margin + head_room + placed.top) * points_per_unit;
                all.push_back(std::move(bookmark));
            }
        }
        return all;
    }

    QByteArray paint()
    {
        QByteArray pdf;
        QBuffer buffer{&pdf};
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer{&buffer};
        writer.setPageSize(QPageSize{QPageSize::A4});
        writer.setPageMargins({});
        QPainter painter{&writer};
        const double scale = writer.resolution() / 96.0;
        painter.scale(scale, scale);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        int page = -1;
        for (const Placed& placed : placed_) {
            if (placed.page != page) {
                if (page >= 0) {
                    writer.newPage();
                }
                page = placed.page;
                paint_edges(painter, page);
            }
            const Block& block = blocks_[placed.block];
            block.paint(painter,
                        {margin, margin + head_room + placed.top, content_width(), block.height});
        }
        painter.end();
        return pdf;
    }

    void paint_edges(QPainter& painter, int page) const
    {
        const QFont font = theme_.font(theme_.caption_size);
        const double step = line_height(font);
        if (page > 0) {
            const QRectF head{margin, margin - step * 0.4, content_width(), step};
            draw_line(painter, head, from_utf8(report_.name), font, theme_.faint);
            draw_line(painter, head, from_utf8(to_iso(report_.week.friday())), font, theme_.faint,
                      Qt::AlignRight | Qt::AlignVCenter);
            painter.setPen(QPen{theme_.hairline, 1});
            painter.drawLine(head.bottomLeft() + QPointF{0, 3}, head.bottomRight() + QPointF{0, 3});
        }
        const QRectF foot{margin, paper.height() - margin + step * 0.3, content_width(), step};
        draw_line(painter, foot, QStringLiteral("%1 / %2").arg(page + 1).arg(pages_), font,
                  theme_.faint, Qt::AlignHCenter | Qt::AlignVCenter);
    }

    const Report& report_;
    RiseColor rise_;
    Theme theme_;
    Theme text_theme_;
    bool zh_;
    std::vector<Block> blocks_;
    std::vector<Placed> placed_;
    std::vector<std::pair<std::string, std::size_t>> targets_; ///< and the block they stand on
    std::optional<PdfBookmark> pending_;
    std::map<std::string, int> page_of_;
    int pages_ = 0;
};

} // namespace

UnfinishedReport draw_report_pdf(const Report& report, RiseColor rise)
{
    return ReportPdf{report, rise}.draw();
}

} // namespace weekboard
