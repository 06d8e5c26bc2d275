#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace weekboard
{

/// Tells the elements and texts of an XML document that comes in pieces. Names are without their
/// prefixes. Nothing outside the document is ever looked at: a DOCTYPE, with which such tricks
/// begin, is refused. Throws ImportError for what is no XML, or is deeper than `depth`.
class XmlStream
{
public:
    using Attributes = std::map<std::string, std::string, std::less<>>;

    explicit XmlStream(int depth);
    virtual ~XmlStream();
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;

    void feed(std::string_view piece);
    void finish();

    /// No more is wanted: `feed` does nothing from here on.
    void stop();
    [[nodiscard]] bool is_stopped() const;

    /// Called by the parser; what they throw comes out of `feed`.
    virtual void on_begin(std::string_view name, const Attributes& attributes) = 0;
    virtual void on_end(std::string_view name) = 0;
    virtual void on_text(std::string_view text) = 0;

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

} // namespace weekboard
