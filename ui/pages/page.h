#pragma once

#include "store_session.h"
#include "theme/appearance.h"
#include "time/week.h"
#include "week_content.h"
#include "widgets/dialogs.h"

#include <QWidget>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

namespace weekboard
{

class ExhibitExport;

/// What every page is given.
struct PageContext {
    Appearance& appearance;
    StoreSession& session;
    Dialogs& dialogs;
};

/// A screen of the window that reads for itself what it shows. It is made when it is first turned
/// to, and asked again whenever the week, the language or the store has changed.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(const PageContext& context, QWidget* parent = nullptr)
        : QWidget{parent}
        , context_{context}
    {
    }

    /// Reads and shows a week, as known on its Sunday. `shown` tells when it is there.
    virtual void show_week(Week week) = 0;

    /// Whether the page can show a week as it was published. Others know the store as it is now.
    [[nodiscard]] virtual bool knows_editions() const { return false; }

    /// Shows a week as it was published, until `show_week` is called.
    virtual void show_edition(const std::shared_ptr<const ShownEdition>& /*edition*/) {}

    /// Whether there is something to see in a week that has no figures.
    [[nodiscard]] virtual bool shows_empty_weeks() const { return true; }

    /// Where the keyboard goes when the page is turned to; null: to the page itself. No focus
    /// proxy: Tab would pass over everything in the page but that one.
    [[nodiscard]] virtual QWidget* first_stop() { return nullptr; }

    /// What hands over the exhibit that the page is about; null while it is about none.
    [[nodiscard]] virtual ExhibitExport* exporting() { return nullptr; }

signals:
    void shown();

    /// One sentence for the status bar.
    void told(const QString& sentence, bool is_trouble);

    /// Something that the palette can do, too; by its id.
    void command_wanted(const std::string& id);

    /// The user turned to another week from here.
    void week_wanted(weekboard::Week week);

protected:
    [[nodiscard]] const Appearance& appearance() const { return context_.appearance; }
    [[nodiscard]] StoreSession& session() const { return context_.session; }
    [[nodiscard]] Dialogs& dialogs() const { return context_.dialogs; }
    [[nodiscard]] const PageContext& context() const { return context_; }

    /// Reads on the worker and shows the answer, unless something newer was asked for since.
    template <typename Work, typename Done>
    void read(Work work, Done done)
    {
        const std::uint64_t request = ++request_;
        session().read(this, std::move(work), [this, request, done = std::move(done)](auto result) {
            if (request == request_) {
                done(std::move(result));
                emit shown();
            }
        });
    }

    /// What was asked for and has not come yet is not wanted any more.
    void forget_reads() { ++request_; }

private:
    PageContext context_;
    std::uint64_t request_ = 0;
};

} // namespace weekboard
