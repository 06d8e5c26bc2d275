#include "ingest/xml_stream.h"

#include "ingest/file_row.h"

#include <expat.h>
#include <fmt/format.h>

#include <exception>

namespace weekboard
{

namespace
{

std::string_view without_prefix(std::string_view name)
{
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

} // namespace

struct XmlStream::Parser {
    XmlStream& stream;
    int most_depth;
    XML_Parser expat = XML_ParserCreate(nullptr);
    int depth = 0;
    bool is_stopped = false;
    std::exception_ptr thrown;
    Attributes attributes{};
    std::size_t since_news = 0; ///< bytes fed since the parser told of anything

    /// A token that does not end is looked through again with every piece.
    static constexpr std::size_t longest_token = 4U << 20U;

    /// Exceptions must not pass through the C code between.
    template <typename Work>
    void guard(Work work)
    {
        since_news = 0;
        if (thrown || is_stopped) {
            return;
        }
        try {
            work();
        } catch (...) {
            thrown = std::current_exception();
            XML_StopParser(expat, XML_FALSE);
        }
    }

    static Parser& of(void* data) { return *static_cast<Parser*>(data); }

    static void begin(void* data, const XML_Char* name, const XML_Char** given)
    {
        Parser& self = of(data);
        self.guard([&] {
            if (++self.depth > self.most_depth) {
                throw ImportError{fmt::format("its XML is deeper than {}", self.most_depth)};
            }
            self.attributes.clear();
            for (; *given != nullptr; given += 2) {
                self.attributes.emplace(without_prefix(given[0]), given[1]);
            }
            self.stream.on_begin(without_prefix(name), self.attributes);
        });
    }

    static void end(void* data, const XML_Char* name)
    {
        Parser& self = of(data);
        self.guard([&] {
            --self.depth;
            self.stream.on_end(without_prefix(name));
        });
    }

    static void text(void* data, const XML_Char* text, int size)
    {
        Parser& self = of(data);
        self.guard([&] { self.stream.on_text({text, static_cast<std::size_t>(size)}); });
    }

    /// Comments and the like: they are news, but nothing is done with them.
    static void other(void* data, const XML_Char*, int)
    {
        of(data).guard([] {});
    }

    static void doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int)
    {
        of(data).guard([] { throw ImportError{"its XML has a DOCTYPE"}; });
    }

    void parse(std::string_view piece, bool is_last)
    {
        if (is_stopped) {
            return;
        }
        since_news += piece.size();
        if (since_news > longest_token) {
            throw ImportError{"its XML has a name or a comment larger than is sensible"};
        }
        const XML_Status status =
            XML_Parse(expat, piece.data(), static_cast<int>(piece.size()), is_last ? 1 : 0);
        if (thrown) {
            std::rethrow_exception(thrown);
        }
        if (status == XML_STATUS_ERROR && !is_stopped) {
            throw ImportError{fmt::format("its XML is broken in line {}: {}",
                                          XML_GetCurrentLineNumber(expat),
                                          XML_ErrorString(XML_GetErrorCode(expat)))};
        }
    }
};

XmlStream::XmlStream(int depth)
    : parser_{new Parser{*this, depth}}
{
    XML_SetUserData(parser_->expat, parser_.get());
    XML_SetElementHandler(parser_->expat, Parser::begin, Parser::end);
    XML_SetCharacterDataHandler(parser_->expat, Parser::text);
    XML_SetDefaultHandler(parser_->expat, Parser::other);
    XML_SetStartDoctypeDeclHandler(parser_->expat, Parser::doctype);
}

XmlStream::~XmlStream()
{
    XML_ParserFree(parser_->expat);
}

void XmlStream::feed(std::string_view piece)
{
    parser_->parse(piece, false);
}

void XmlStream::finish()
{
    parser_->parse({}, true);
}

void XmlStream::stop()
{
    parser_->is_stopped = true;
    XML_StopParser(parser_->expat, XML_FALSE);
}

bool XmlStream::is_stopped() const
{
    return parser_->is_stopped;
}

} // namespace weekboard
