#pragma once

#include <QApplication>

#include <memory>

namespace weekboard
{

/// Qt's application with what all that is drawn has in common: the style, and the list of the
/// machine's fonts, which is read while Qt starts. To be called after the last change to the
/// environment.
[[nodiscard]] std::unique_ptr<QApplication> make_drawing_application(int& argc, char** argv);

} // namespace weekboard
