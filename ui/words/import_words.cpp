#include "words/import_words.h"

#include <QCoreApplication>

namespace weekboard
{

namespace
{

struct ImportWords {
    Q_DECLARE_TR_FUNCTIONS(ImportWords)
};

} // namespace

QString words_for(RejectReason reason)
{
    switch (reason) {
    case RejectReason::no_layout:
        return ImportWords::tr("the sheet is like none that is known");
    case RejectReason::no_series:
        return ImportWords::tr("no series has this code or name");
    case RejectReason::several_series:
        return ImportWords::tr("several series have this name");
    case RejectReason::other_unit:
        return ImportWords::tr("it is in another unit than the series");
    case RejectReason::no_period:
        return ImportWords::tr("that is no date or period");
    case RejectReason::not_a_number:
        return ImportWords::tr("that is no number");
    case RejectReason::not_finite:
        return ImportWords::tr("that is no finite number");
    case RejectReason::impossible:
        return ImportWords::tr("that cannot be a figure of the series");
    case RejectReason::formula:
        return ImportWords::tr("that is a formula, not its value");
    case RejectReason::not_calculated:
        return ImportWords::tr("a formula whose value was not saved");
    case RejectReason::contradicts:
        return ImportWords::tr("rows disagree about this period");
    case RejectReason::mid_period:
        return ImportWords::tr("the day lies in the middle of a period");
    case RejectReason::other_frequency:
        return ImportWords::tr("the header says another frequency than the series'");
    case RejectReason::too_many_cells:
        return ImportWords::tr("the row is longer than its header: a comma may have cut a figure");
    case RejectReason::no_name:
        return ImportWords::tr("figures in a column without a name");
    case RejectReason::after_footer:
        return ImportWords::tr("it stands below what ends the figures");
    case RejectReason::ambiguous:
        return ImportWords::tr("the comma may be decimal or not");
    case RejectReason::no_week:
        return ImportWords::tr("nothing says that the changes are of one week, and of which");
    case RejectReason::no_code:
        return ImportWords::tr("it is not the code of a stock, nor an industry");
    case RejectReason::no_unit:
        return ImportWords::tr("its unit is not told");
    case RejectReason::other_metric:
        return ImportWords::tr("the sheet says that it is something else than a close");
    case RejectReason::unknown_column:
        return ImportWords::tr("figures below a heading that is not known");
    case RejectReason::hidden_sheet:
        return ImportWords::tr("the sheet is hidden, and was not read");
    case RejectReason::no_vintage:
        return ImportWords::tr("the day of publication is no date");
    }
    return {};
}

} // namespace weekboard
