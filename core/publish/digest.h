#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace weekboard
{

/// SHA-256 of what comes in pieces. Throws std::runtime_error where the library cannot compute it.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);

    /// In hexadecimal; once.
    [[nodiscard]] std::string finish();

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

/// SHA-256 in hexadecimal. Throws std::runtime_error where the library cannot compute it.
[[nodiscard]] std::string sha256(std::string_view bytes);

} // namespace weekboard
