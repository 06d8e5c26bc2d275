#include "window.h"

#include "activity.h"
#include "main_window.h"
#include "store_session.h"
#include "theme/appearance.h"
#include "widgets/dialogs.h"

#include <QApplication>

namespace weekboard
{

int run_window(Program& program, bool remember_language)
{
    StoreSession session{program.store_path, program.open_options(), program.clock()};
    session.open(); // reads while the window is built
    note_activity("open the window");
    Appearance appearance{program.language, remember_language};
    DesktopDialogs dialogs;
    MainWindow window{appearance, session, dialogs};
    window.show_when_ready();
    note_activity("the window is open");
    return QApplication::exec();
}

} // namespace weekboard
