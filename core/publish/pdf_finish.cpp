#include "publish/pdf_finish.h"

#include <fmt/format.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <memory>
#include <string_view>

namespace weekboard
{

namespace
{

using Object = QPDFObjectHandle;

constexpr char32_t tab = 0x9;
constexpr char32_t blank = 0x20;

/// `<4EBA>` with the character that is meant; anything longer than one unit stays.
std::string corrected(const std::string& token, const std::map<char32_t, char32_t>& readings)
{
    constexpr std::size_t one_unit = 6; // `<`, four digits, `>`
    if (token.size() != one_unit) {
        return token;
    }
    const auto point = static_cast<char32_t>(std::stoul(token.substr(1, 4), nullptr, 16));
    if (point == tab) {
        return fmt::format("<{:04X}>", static_cast<std::uint32_t>(blank));
    }
    const auto meant = readings.find(point);
    return meant != readings.end() && meant->second <= 0xFFFF
               ? fmt::format("<{:04X}>", static_cast<std::uint32_t>(meant->second))
               : token;
}

/// Corrects what codes map to in a ToUnicode CMap (ISO 32000-1, 9.10.3): the third of the values
/// of a range, or the list that stands there, and the second value of a single code.
class CMap
{
public:
    CMap(std::string_view text, const std::map<char32_t, char32_t>& readings)
        : text_{text}
        , readings_{readings}
    {
    }

    std::string corrected_text()
    {
        while (at_ < text_.size()) {
            if (take("beginbfrange")) {
                map_until("endbfrange", 2);
            } else if (take("beginbfchar")) {
                map_until("endbfchar", 1);
            } else {
                out_ += text_[at_++];
            }
        }
        return out_;
    }

private:
    bool take(std::string_view word)
    {
        if (text_.substr(at_, word.size()) == word) {
            out_ += word;
            at_ += word.size();
            return true;
        }
        return false;
    }

    /// `sources` codes come before what they map to.
    void map_until(std::string_view end, int sources)
    {
        int seen = 0;
        bool in_list = false;
        while (at_ < text_.size() && text_.substr(at_, end.size()) != end) {
            const char c = text_[at_];
            if (c == '[' || c == ']') {
                in_list = c == '[';
                seen = in_list ? seen : 0;
            }
            if (c != '<') {
                out_ += c;
                ++at_;
                continue;
            }
            const auto close = text_.find('>', at_);
            const std::size_t length =
                close == std::string_view::npos ? text_.size() - at_ : close - at_ + 1;
            const std::string token{text_.substr(at_, length)};
            out_ += seen < sources ? token : corrected(token, readings_);
            at_ += length;
            if (seen < sources) {
                ++seen;
            } else if (!in_list) {
                seen = 0;
            }
        }
    }

    std::string_view text_;
    const std::map<char32_t, char32_t>& readings_;
    std::size_t at_ = 0;
    std::string out_;
};

void correct_text_layer(QPDF& pdf, const std::map<char32_t, char32_t>& readings)
{
    for (Object object : pdf.getAllObjects()) {
        if (!object.isDictionary() || !object.hasKey("/ToUnicode")) {
            continue;
        }
        Object cmap = object.getKey("/ToUnicode");
        if (!cmap.isStream()) {
            continue;
        }
        const std::shared_ptr<Buffer> bytes = cmap.getStreamData();
        const std::string_view text{reinterpret_cast<const char*>(bytes->getBuffer()),
                                    bytes->getSize()};
        cmap.replaceStreamData(CMap{text, readings}.corrected_text(), Object::newNull(),
                               Object::newNull());
    }
}

Object indirect(QPDF& pdf)
{
    return pdf.makeIndirectObject(Object::newDictionary());
}

/// Links siblings and tells the parent of its first, last and number of children.
void link_outlines(Object parent, const std::vector<Object>& children)
{
    if (children.empty()) {
        return;
    }
    parent.replaceKey("/First", children.front());
    parent.replaceKey("/Last", children.back());
    parent.replaceKey("/Count", Object::newInteger(static_cast<long long>(children.size())));
    for (std::size_t i = 0; i < children.size(); ++i) {
        Object child = children[i];
        child.replaceKey("/Parent", parent);
        if (i > 0) {
            child.replaceKey("/Prev", children[i - 1]);
        }
        if (i + 1 < children.size()) {
            child.replaceKey("/Next", children[i + 1]);
        }
    }
}

Object make_outline(QPDF& pdf, const PdfBookmark& bookmark)
{
    const auto pages = QPDFPageDocumentHelper{pdf}.getAllPages();
    Object page = pages.at(static_cast<std::size_t>(bookmark.page)).getObjectHandle();
    const double height = page.getKey("/MediaBox").getArrayItem(3).getNumericValue();
    Object outline = indirect(pdf);
    outline.replaceKey("/Title", Object::newUnicodeString(bookmark.title));
    outline.replaceKey(
        "/Dest", Object::newArray({page, Object::newName("/XYZ"), Object::newNull(),
                                   Object::newReal(height - bookmark.top, 2), Object::newNull()}));
    return outline;
}

/// Outlines: ISO 32000-1, 12.3.3; two levels are enough for a weekly.
void add_bookmarks(QPDF& pdf, const std::vector<PdfBookmark>& bookmarks)
{
    if (bookmarks.empty()) {
        return;
    }
    Object root = indirect(pdf);
    root.replaceKey("/Type", Object::newName("/Outlines"));
    std::vector<Object> tops;
    std::vector<Object> below;
    for (const PdfBookmark& bookmark : bookmarks) {
        const Object outline = make_outline(pdf, bookmark);
        if (bookmark.level == 0 || tops.empty()) {
            if (!tops.empty()) {
                link_outlines(tops.back(), below);
            }
            below.clear();
            tops.push_back(outline);
        } else {
            below.push_back(outline);
        }
    }
    link_outlines(tops.back(), below);
    link_outlines(root, tops);
    pdf.getRoot().replaceKey("/Outlines", root);
    pdf.getRoot().replaceKey("/PageMode", Object::newName("/UseOutlines"));
}

void describe(QPDF& pdf, const PdfFinish& finish)
{
    Object info = pdf.getTrailer().getKey("/Info");
    if (!info.isDictionary()) {
        info = indirect(pdf);
        pdf.getTrailer().replaceKey("/Info", info);
    }
    info.removeKey("/CreationDate");
    info.replaceKey("/Title", Object::newUnicodeString(finish.title));
    info.replaceKey("/Creator", Object::newUnicodeString("Weekboard"));
    pdf.getRoot().replaceKey("/Lang", Object::newString(finish.language));
    Object preferences = Object::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", Object::newBool(true));
    pdf.getRoot().replaceKey("/ViewerPreferences", preferences);
}

} // namespace

std::string finish_pdf(const std::string& bytes, const PdfFinish& finish)
{
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("picture", bytes.data(), bytes.size());
    correct_text_layer(pdf, finish.readings);
    describe(pdf, finish);
    add_bookmarks(pdf, finish.bookmarks);
    QPDFWriter writer{pdf};
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    const std::shared_ptr<Buffer> finished = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(finished->getBuffer()), finished->getSize()};
}

} // namespace weekboard
