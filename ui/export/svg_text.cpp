#include "export/svg_text.h"

#include "publish/xml.h"

#include <QFont>
#include <QFontMetricsF>
#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace weekboard
{

namespace
{

using xml::Node;

bool look_alike(Node a, Node b)
{
    constexpr std::array<const char*, 6> same{"y",         "fill",        "font-family",
                                              "font-size", "font-weight", "font-style"};
    return std::ranges::all_of(same, [&](const char* name) {
        return std::string_view{a.attribute(name).value()} == b.attribute(name).value();
    });
}

double width_of(Node text)
{
    QFont font{QString::fromUtf8(text.attribute("font-family").value())};
    font.setPixelSize(std::max(1, text.attribute("font-size").as_int()));
    font.setWeight(static_cast<QFont::Weight>(text.attribute("font-weight").as_int(400)));
    return QFontMetricsF{font}.horizontalAdvance(QString::fromUtf8(text.text().get()));
}

void join_pieces(Node group)
{
    constexpr double grace = 1.5; // pieces begin at whole or half units
    Node line;
    double end = 0; ///< of the last piece
    std::vector<Node> joined;
    for (const Node piece : group.children("text")) {
        const double begin = piece.attribute("x").as_double();
        const double piece_end = begin + width_of(piece);
        if (line && look_alike(line, piece) && std::abs(begin - end) < grace) {
            xml::set_text(line, std::string{line.text().get()} + piece.text().get());
            joined.push_back(piece);
        } else {
            line = piece;
        }
        end = piece_end;
    }
    for (const Node piece : joined) {
        group.remove_child(piece);
    }
}

} // namespace

QByteArray with_whole_lines(const QByteArray& svg)
{
    pugi::xml_document document;
    document.load_buffer(svg.data(), static_cast<std::size_t>(svg.size()),
                         pugi::parse_default | pugi::parse_ws_pcdata);
    std::vector<Node> groups;
    for (const pugi::xpath_node& found : document.select_nodes("//g[text]")) {
        groups.push_back(found.node());
    }
    for (const Node group : groups) {
        join_pieces(group);
    }
    return QByteArray::fromStdString(xml::to_string(document));
}

} // namespace weekboard
